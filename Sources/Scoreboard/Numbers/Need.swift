package import LongTrack
import RaceLog

/// What it takes: arithmetic, always true.
package struct Need: Hashable, Sendable {
  /// What for.
  package enum Goal: String, Hashable, Sendable {
    /// To be first.
    case lead
    /// To be among the first three.
    case podium
  }

  /// What is still to be skated.
  package enum Stretch: Hashable, Sendable {
    /// The whole race.
    case race
    /// The way from the last mark to the finish, more than a lap or less than one.
    case way
    /// Exactly the last lap.
    case lastLap
  }

  /// What for.
  package let goal: Goal
  /// The stretch has to be skated faster than this. Equal to it, thousandths decide. Nil where the target
  /// has passed: nothing helps any more.
  package let under: ShownTime?
  /// What is still to be skated.
  package let stretch: Stretch
  /// How many laps that is; nil where it is no whole number.
  package let laps: Int?
}

extension Race {
  /// What an attempt still needs; empty after its finish, with a status, and where there is no target.
  ///
  /// - Parameters:
  ///   - clock: race time now, in 1/10 000 s; nil before the gun.
  ///   - grace: how late a split may arrive, in 1/10 000 s.
  ///   - standings: the standings now, where they are known already.
  package func needs(
    of key: AttemptKey, clock: Int64?, grace: Int64, standings: [Standing]? = nil
  ) -> [Need] {
    guard let course, isRankedByTime, decisions[key]?.status == nil else { return [] }
    let attempt = attempts[key] ?? Attempt()
    guard attempt.time(at: course.marks.count - 1) == nil else { return [] }
    let others = finishers(besides: key.competitor, in: standings ?? self.standings)
    var needs: [Need] = []
    if let first = others.first {
      needs.append(need(.lead, target: first, attempt: attempt, course: course, clock: clock, grace: grace))
    }
    if others.count >= 3 {
      needs.append(
        need(.podium, target: others[2], attempt: attempt, course: course, clock: clock, grace: grace))
    }
    return needs
  }

  /// The times of the first three ranked others.
  private func finishers(besides competitor: String, in standings: [Standing]) -> [RaceTime] {
    var times: [RaceTime] = []
    for row in standings where row.rank != nil && row.entry.competitor.id != competitor {
      if let time = row.time { times.append(time) }
      if times.count == 3 { break }
    }
    return times
  }

  private func need(
    _ goal: Need.Goal, target: RaceTime, attempt: Attempt, course: Course, clock: Int64?, grace: Int64
  ) -> Need {
    let last = attempt.lastMark
    let own = last.flatMap(attempt.time(at:))?.shown ?? .gun
    let left = target.shown - own
    let isGone = left.hundredths <= 0 || (clock ?? 0) > target.ticks + grace
    let laps = course.lapsToGo(after: last)
    let stretch: Need.Stretch = last == nil ? .race : laps == 1 ? .lastLap : .way
    return Need(
      goal: goal, under: isGone ? nil : ShownTime(hundredths: left.hundredths), stretch: stretch,
      laps: laps == laps.rounded() ? Int(laps) : nil)
  }
}
