package import LongTrack

/// Skaters of a mass start who are together on the ice.
package struct TrackGroup: Hashable, Sendable {
  /// Who, the first one first; never empty.
  package let runs: [MassStartRun]
  /// How far its first skater is behind the first of the race; nil for the first group, and where they were never
  /// timed at the same passage.
  package let gap: TrackGap?

  /// The first skater.
  package var head: MassStartRun { runs[0] }

  /// Whoever follows within this time is in the same group, 1/10 000 s: a second, some thirteen metres.
  package static let together: Int64 = 10_000

  /// The groups of a mass start, the first one first: whoever is together with somebody is in his group, wherever the
  /// order on the ice has put the two. Somebody who was in front and is overdue stands in the middle of those who come by,
  /// and must not part them.
  ///
  /// - Parameters:
  ///   - runs: everybody, in the order on the ice.
  ///   - clock: race time now, in 1/10 000 s; nil before the gun.
  package static func groups(of runs: [MassStartRun], lapLength: Int, clock: Int64?) -> [TrackGroup] {
    let racing = runs.filter { !$0.isOut && $0.lap != nil }
    var groups: [[Int]] = []
    for (place, run) in racing.enumerated() {
      let joined = groups.indices.filter { index in
        groups[index].contains { isTogether(run, with: racing[$0], clock: clock) }
      }
      let all = (joined.flatMap { groups[$0] } + [place]).sorted()
      for index in joined.dropFirst().reversed() { groups.remove(at: index) }
      if let first = joined.first { groups[first] = all } else { groups.append(all) }
    }
    let front = TrackFront(runs)
    return groups.map { $0.map { racing[$0] } }.enumerated().map { index, runs in
      TrackGroup(
        runs: runs,
        gap: index == 0 ? nil : TrackGap(of: runs, behind: front, lapLength: lapLength, clock: clock))
    }
  }

  /// Whether somebody was within a second of somebody further on at his own last passage, and may be still: who has not
  /// come by a second after the other has gone, or was lapped since, is not.
  private static func isTogether(_ run: MassStartRun, with ahead: MassStartRun, clock: Int64?) -> Bool {
    guard let lap = run.lap, let own = run.time, let theirs = ahead.time(at: lap),
      abs(own.ticks - theirs.ticks) <= together
    else { return false }
    guard let next = ahead.time(at: lap + 1) else { return true }
    return next.ticks > own.ticks && clock.map { $0 - next.ticks <= together } ?? true
  }
}

/// How far somebody is behind a front on the ice.
package struct TrackGap: Hashable, Sendable {
  /// In hundredths, as shown times differ.
  package let time: Gap
  /// Laps done where it was taken.
  package let lap: Int
  /// How long the front has passed the next line, where that is more than ``time``; nil else.
  package private(set) var atLeast: LiveGap?
  /// The last full lap of who is behind; nil before the first one.
  package let lapTime: Gap?
  /// Metres of a lap.
  package let lapLength: Int

  /// The gap of some skaters to a front, at the last passage of their first; nil where the front has no time there.
  ///
  /// - Parameters:
  ///   - runs: who is behind, the first one first.
  ///   - clock: race time now, in 1/10 000 s; nil before the gun.
  package init?(of runs: [MassStartRun], behind front: TrackFront, lapLength: Int, clock: Int64?) {
    guard let head = runs.first, let lap = head.lap, let own = head.time, let theirs = front.time(at: lap)
    else {
      return nil
    }
    self.lap = lap
    self.lapLength = lapLength
    time = own.shown - theirs.shown
    let waited = front.time(at: lap + 1).flatMap { next in clock.map { $0 - next.ticks } } ?? 0
    atLeast = head.isRacing && waited > max(time.hundredths * 100, 0) ? LiveGap(ticks: waited) : nil
    lapTime = head.lapTime(lap).flatMap { $0.hundredths > 0 ? $0 : nil }
  }

  /// `+12.45` where it was measured, `over 14.0` where it is more by now.
  package var text: String {
    atLeast.map { "over " + String($0.text.dropFirst()) } ?? time.text
  }

  /// What ``text`` says, in hundredths.
  private var shown: Int64 { atLeast.map { $0.ticks / 1000 * 10 } ?? time.hundredths }

  /// Hundredths of a lap, cut off: the gap over the last lap of who is behind.
  package var lapHundredths: Int64? {
    lapTime.map { shown * 100 / $0.hundredths }
  }

  /// Metres, cut off: the gap times the speed over that lap.
  package var metres: Int64? {
    lapTime.map { shown * Int64(lapLength) / $0.hundredths }
  }

  /// The gap as it was measured, whatever the clock says.
  package var measured: TrackGap {
    var gap = self
    gap.atLeast = nil
    return gap
  }
}
