package import LongTrack

/// The front of a race, or of a group in it: the fastest time at each passage, whoever had it. Gaps are measured to it, so
/// that nobody is ahead of it, and a change of lead moves no gap.
package struct TrackFront: Hashable, Sendable {
  /// By laps done; nil where nobody was timed.
  package let times: [RaceTime?]
  /// Laps done by the first; nil before the line.
  package let lap: Int?

  /// The front of some skaters; those who are out do not count.
  package init(_ runs: [MassStartRun]) {
    let racing = runs.filter { !$0.isOut }
    let count = racing.map(\.passages.count).max() ?? 0
    times = (0..<count).map { lap in
      racing.compactMap { $0.time(at: lap) }.min { $0.ticks < $1.ticks }
    }
    lap = times.lastIndex { $0 != nil }
  }

  /// The time at a passage; nil where nobody was timed, and outside the race.
  package func time(at lap: Int) -> RaceTime? { times.indices.contains(lap) ? times[lap] : nil }

  /// How many laps somebody is behind: 0 unless lapped.
  package func laps(aheadOf run: MassStartRun) -> Int {
    max(measuredLaps(aheadOf: run), overdueLaps(of: run))
  }

  /// Whether it is only because somebody has not come by for so long that he counts as lapped: he may have passed without
  /// being timed.
  package func isUnsure(_ run: MassStartRun) -> Bool {
    overdueLaps(of: run) > measuredLaps(aheadOf: run)
  }

  /// As of the own last passage.
  private func measuredLaps(aheadOf run: MassStartRun) -> Int {
    guard let own = run.lap, let time = run.time else { return 0 }
    return max((times.lastIndex { $0.map { $0.ticks <= time.ticks } ?? false } ?? own) - own, 0)
  }

  /// As of one that should have come long ago, where the front has passed twice since.
  private func overdueLaps(of run: MassStartRun) -> Int {
    guard run.isRacing, let own = run.lap, let lap else { return 0 }
    return max(lap - own - 1, 0)
  }
}
