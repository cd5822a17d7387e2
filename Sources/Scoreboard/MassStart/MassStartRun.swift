package import LongTrack
package import RaceLog

/// One skater of a mass start, as the passages of the line tell.
package struct MassStartRun: Hashable, Sendable {
  /// Who.
  package let entry: Entry
  /// The time at each passage, by laps done, lap 0 being the line a few metres after the start; nil where nobody was
  /// timed.
  package let passages: [RaceTime?]
  /// The status; nil for whoever races or has finished.
  package let status: Status?
  /// Whether the times of the race are confirmed.
  package let isConfirmed: Bool
  /// Whether the gun was given, and the run not cleared.
  package let hasGun: Bool

  /// Laps done; nil before the line.
  package let lap: Int?

  init(entry: Entry, passages: [RaceTime?], status: Status?, isConfirmed: Bool, hasGun: Bool) {
    self.hasGun = hasGun
    self.entry = entry
    self.passages = passages
    self.status = status
    self.isConfirmed = isConfirmed
    lap = passages.lastIndex { $0 != nil }
  }

  /// The time at the last passage; nil before the line.
  package var time: RaceTime? { lap.flatMap { passages[$0] } }

  /// The time at a passage; nil where nobody was timed, and outside the race.
  package func time(at lap: Int) -> RaceTime? { passages.indices.contains(lap) ? passages[lap] : nil }

  /// Whether all laps are done.
  package var isFinished: Bool { lap == passages.count - 1 }

  /// Whether the skater is in the race no more without having finished: what officials say, or a confirmed race.
  package var isOut: Bool { status.map { !$0.isRanked } ?? (isConfirmed && !isFinished) }

  /// Whether the skater is still on the way.
  package var isRacing: Bool { hasGun && !isFinished && !isOut }

  /// Whether the result has a place for the skater, once nobody races any more. Whoever does not finish is listed by laps
  /// done (domain 2.5); the disqualified, and whoever did not start, are not.
  package var isPlaced: Bool {
    switch status {
    case .dnf: lap != nil
    case .some(let status) where !status.isRanked: false
    default: isFinished || isConfirmed && lap != nil
    }
  }

  /// A lap as the difference of the times shown; nil before the first full one, and where a passage is missing.
  package func lapTime(_ lap: Int) -> Gap? {
    guard lap > 0, let end = time(at: lap), let start = time(at: lap - 1) else { return nil }
    return end.shown - start.shown
  }

  /// The last lap; nil before the first full one, and where a passage is missing.
  package var lastLap: Gap? { lap.flatMap(lapTime) }

  /// Whether one skater is in front of another on the ice: more laps, or the same ones sooner.
  func isAhead(of other: MassStartRun) -> Bool {
    if lap != other.lap { return (lap ?? -1) > (other.lap ?? -1) }
    return (time?.ticks ?? 0) < (other.time?.ticks ?? 0)
  }
}

extension Race {
  /// Everybody in a mass start, the first on the ice first; who has not passed the line stands in order of entering,
  /// and whoever is out at the end.
  package var massStartRuns: [MassStartRun] {
    let marks = course?.marks.indices ?? 0..<0
    let latest = entries.filter { attempt(of: $0.competitor.id) == $0.attempt }
    let runs = latest.map { entry in
      let attempt = attempts[entry.key]
      return MassStartRun(
        entry: entry, passages: marks.map { attempt?.time(at: $0) }, status: decisions[entry.key]?.status,
        isConfirmed: isOfficial(entry.heat), hasGun: self.runs[entry.heat] != nil)
    }
    return runs.enumerated().sorted { left, right in
      if left.element.isOut != right.element.isOut { return right.element.isOut }
      if left.element.isAhead(of: right.element) { return true }
      return !right.element.isAhead(of: left.element) && left.offset < right.offset
    }.map(\.element)
  }
}
