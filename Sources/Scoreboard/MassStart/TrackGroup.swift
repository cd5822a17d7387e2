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

  /// The groups of a mass start, the first one first.
  ///
  /// - Parameter runs: everybody, in the order on the ice.
  package static func groups(of runs: [MassStartRun], lapLength: Int) -> [TrackGroup] {
    var groups: [[MassStartRun]] = []
    for run in runs where !run.isOut && run.lap != nil {
      let joins = groups.last?.last.map { isTogether(run, with: $0) } ?? false
      if joins { groups[groups.count - 1].append(run) } else { groups.append([run]) }
    }
    guard let first = groups.first?.first else { return [] }
    return groups.enumerated().map { index, runs in
      TrackGroup(
        runs: runs, gap: index == 0 ? nil : TrackGap(of: runs[0], behind: first, lapLength: lapLength))
    }
  }

  private static func isTogether(_ run: MassStartRun, with ahead: MassStartRun) -> Bool {
    guard let gap = run.behind(ahead), gap.lap == run.lap else { return false }
    // A lapped skater among others is beside them, not with them: who passed the line since then counts as in front.
    return gap.ticks <= together && run.lapsBehind(ahead) == 0
  }
}

/// How far somebody is behind somebody else on the ice.
package struct TrackGap: Hashable, Sendable {
  /// In hundredths, as shown times differ.
  package let time: Gap
  /// Laps done where it was taken.
  package let lap: Int
  /// The last full lap of who is behind; nil before the first one.
  package let lapTime: Gap?
  /// Metres of a lap.
  package let lapLength: Int

  /// The gap of a skater to one in front; nil where they were never timed at the same passage.
  package init?(of run: MassStartRun, behind other: MassStartRun, lapLength: Int) {
    guard let gap = run.behind(other), let own = run.time(at: gap.lap), let theirs = other.time(at: gap.lap)
    else { return nil }
    time = own.shown - theirs.shown
    lap = gap.lap
    self.lapLength = lapLength
    lapTime = run.lapTime(gap.lap).flatMap { $0.hundredths > 0 ? $0 : nil }
  }

  /// Hundredths of a lap, cut off: the gap over the last lap of who is behind.
  package var lapHundredths: Int64? {
    lapTime.map { time.hundredths * 100 / $0.hundredths }
  }

  /// Metres, cut off: the gap times the speed over that lap.
  package var metres: Int64? {
    lapTime.map { time.hundredths * Int64(lapLength) / $0.hundredths }
  }
}
