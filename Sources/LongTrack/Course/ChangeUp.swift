/// One crossing of the lanes on the back straight.
package struct ChangeUp: Hashable, Sendable {
  /// 1 for the first of the race.
  package let number: Int
  /// Metres from the start at which a skater who comes from the inner lane is on the back straight.
  package let fromInner: ClosedRange<Int>
  /// The same for a skater who comes from the outer lane and had the longer bend before it.
  package let fromOuter: ClosedRange<Int>

  /// Whoever comes from here has right of way; the other one answers for a collision (domain 1.6).
  package static let rightOfWay = Lane.outer

  /// The zone of the skater who comes from a lane.
  package func zone(from lane: Lane) -> ClosedRange<Int> {
    lane == .inner ? fromInner : fromOuter
  }
}

extension Course {
  /// How often the lanes are changed: once a full lap, on the back straight (domain 2.2).
  ///
  /// A skater who starts on the back straight keeps the lane on that first stretch. An opening of more
  /// than three quarters of a lap holds a change of its own.
  package var changeUpCount: Int {
    guard kind == .individual else { return 0 }
    return fullLaps + (openingHasChangeUp && opening < lapLength ? 1 : 0)
  }

  /// Whether the lanes are changed before the first mark: on a 10 000 m, which starts on the home straight.
  package var openingHasChangeUp: Bool {
    guard let distance else { return false }
    let rest = distance % lapLength
    // A lap of 333⅓ m is written 333, so a whole number of laps leaves a metre or so over.
    return rest <= fullLaps / 3 || rest * 4 > lapLength * 3
  }

  /// The change-up with this number, 1 being the first; nil where there is none, and on tracks other
  /// than 400 m, whose geometry is not known here.
  package func changeUp(_ number: Int) -> ChangeUp? {
    guard lapLength == 400, (1...max(changeUpCount, 1)).contains(number), changeUpCount > 0 else {
      return nil
    }
    let line = opening % lapLength + (openingHasChangeUp && opening < lapLength ? -lapLength : 0)
    let lap = line + (number - 1) * lapLength
    func zone(_ bend: Double) -> ClosedRange<Int> {
      let start = Oval.bendEntry - finishLine + bend
      return lap + Int(start.rounded())...lap + Int((start + Oval.straight).rounded())
    }
    return ChangeUp(number: number, fromInner: zone(Oval.innerBend), fromOuter: zone(Oval.outerBend))
  }

  /// How many change-ups lie before a mark.
  package func changeUps(before index: Int) -> Int {
    min(changeUpCount, openingHasChangeUp ? index + 1 : index)
  }

  /// The lane in which a skater crosses the line at a mark.
  package func lane(at index: Int, start: Lane) -> Lane {
    changeUps(before: index) % 2 == 0 ? start : start.other
  }

  /// The lane of the finish.
  package func finishLane(start: Lane) -> Lane {
    lane(at: marks.count - 1, start: start)
  }

  /// The lane from which a skater goes into a change-up.
  package func lane(into changeUp: Int, start: Lane) -> Lane {
    changeUp % 2 == 1 ? start : start.other
  }

  /// Metres from the middle of the home straight to the line where this race is timed: the 1000 m has
  /// its line in the middle, the other distances 43.66 m further on (domain 2.1).
  private var finishLine: Double { distance == 1000 ? 0 : Oval.generalLine }
}

/// The 400 m oval with inner bends of 26 m radius, in metres, as the loops in the ice of Heerenveen
/// lie (domain 2.1).
private enum Oval {
  static let straight = 110.42
  static let innerBend = 83.325
  static let outerBend = 95.835
  static let generalLine = 43.66
  static let bendEntry = 55.21
}
