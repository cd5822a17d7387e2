/// What a race's kind and length fix: where it is timed, and where lanes are changed.
package struct Course: Hashable, Sendable {
  /// How the race is skated.
  package let kind: RaceKind
  /// Metres of an individual distance; nil where laps are counted.
  package let distance: Int?
  /// Laps of a race that is counted in laps; nil for an individual distance.
  package let laps: Int?
  /// Metres of a lap of this track: 400, but old tracks had 333.
  package let lapLength: Int
  /// Where everybody is timed, in order; the last one is the finish.
  package let marks: [Mark]

  /// An individual distance. `marks` are given only where they are not the usual ones
  /// (another lap length): those beyond the distance are ignored, and the finish is always one.
  package init(individual distance: Int, lapLength: Int = 400, marks: [Int]? = nil) {
    kind = .individual
    self.distance = distance
    laps = nil
    self.lapLength = max(lapLength, 1)
    let given = marks.map { Set($0.filter { $0 > 0 && $0 < distance }).sorted() + [distance] }
    self.marks = (given ?? Self.usualMarks(distance, lap: self.lapLength)).map(Mark.metres)
  }

  /// A race counted in laps. A mass start is timed at each passage of the line, the first one being
  /// lap 0; a pursuit and a team sprint each half lap, a relay each lap (domain 2.3 to 2.5).
  package init(_ kind: RaceKind, laps: Int, lapLength: Int = 400) {
    self.kind = kind
    distance = nil
    self.laps = laps
    self.lapLength = max(lapLength, 1)
    let halves =
      switch kind {
      case .massStart: Array(stride(from: 0, through: laps * 2, by: 2))
      case .mixedRelay, .individual: Array(stride(from: 2, through: laps * 2, by: 2))
      case .teamPursuit, .teamSprint: Array(stride(from: 1, through: laps * 2, by: 1))
      }
    marks = halves.map(Mark.halfLaps)
  }

  /// The line at which the race ends.
  package var finish: Mark { marks.last ?? .metres(distance ?? 0) }

  /// Where a mark stands among ``marks``, or nil where the race has no such mark.
  package func index(of mark: Mark) -> Int? {
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle] < mark { low = middle + 1 } else { high = middle }
    }
    return low < marks.count && marks[low] == mark ? low : nil
  }

  /// What is skated before the first full lap, in metres: 200 of a 1000 m. A 10 000 m has none, its
  /// first 400 m are a lap from standing, which the sport calls its opening all the same.
  package var opening: Int { marks.first?.value ?? 0 }

  /// Full laps after the opening, the standing first lap of a 10 000 m included.
  package var fullLaps: Int { (distance ?? 0) / lapLength }

  /// Laps still to skate after the mark with this index, `nil` standing for the start; half laps count
  /// as half.
  package func lapsToGo(after index: Int?) -> Double {
    guard let distance else {
      let done = index.map { marks[$0].value } ?? 0
      return Double((laps ?? 0) * 2 - done) / 2
    }
    let done = index.map { marks[$0].value } ?? 0
    return Double(distance - done) / Double(lapLength)
  }

  /// Metres from the start to a mark, a lap being as long as the track is called. In the inner lane it is less.
  package func metres(of mark: Mark) -> Int {
    mark.unit == .metres ? mark.value : mark.value * lapLength / 2
  }

  /// The line is passed once a lap, counted back from the finish.
  private static func usualMarks(_ distance: Int, lap: Int) -> [Int] {
    // Three laps of an old track are 1000 m, which whole metres cannot say.
    let exact = lap == 333 ? 1000.0 / 3 : Double(lap)
    let laps = Int((Double(distance) / exact + 0.001).rounded(.down))
    let marks = (0...laps).reversed().map { Int((Double(distance) - Double($0) * exact).rounded()) }
    return marks.filter { $0 > 0 }
  }
}
