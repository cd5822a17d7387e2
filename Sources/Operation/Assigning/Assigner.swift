import LongTrack
import RaceLog
import Scoreboard

/// Says whose crossing an impulse is. A beam and a key tell the lane, not the skater: who comes there now follows
/// from the start lane, the change-ups and the plausible time of the next mark.
package struct Assigner {
  private let race: Race
  private let running: [HeatPlace]
  private let open: [Crossing]

  /// For the groups on the ice of a race, for as many impulses as come before the next event.
  init(_ race: Race, heats: [HeatPlace]) {
    self.race = race
    running = heats.filter { race.runs[$0] != nil }
    open = running.flatMap(race.crossings)
  }

  /// Says whose crossing it is.
  ///
  /// - Parameters:
  ///   - lane: the lane of the line that was crossed; nil where the device does not tell.
  ///   - time: what race time the impulse is in a group, 1/10 000 s since its gun; nil where it has no gun.
  ///   - source: what measured it: a second measurement of a crossing by another source belongs to the same mark.
  func assign(lane: Lane?, source: Source, time: (HeatPlace) -> Int64?) -> Verdict {
    guard !running.isEmpty else { return .unclear(Doubt(reason: .noRun, suggestion: nil)) }
    if isField { return .unclear(Doubt(reason: .anybody, suggestion: nil)) }
    let times = running.map { (heat: $0, time: time($0)) }
    let time = { (heat: HeatPlace) in times.first { $0.heat == heat }?.time }
    if let verdict = second(lane: lane, source: source, time: time) { return verdict }
    guard !open.isEmpty else { return .unclear(Doubt(reason: .nobodyLeft, suggestion: nil)) }
    let here = open.filter { lane == nil || $0.lane == nil || $0.lane == lane }
    let plausible = nearest(here, time: time)
    guard let best = plausible.first else { return doubt(lane: lane, here: here, time: time) }
    // Where it is not sure, a quarter of a lap, 8 s, says nothing about which of two it is.
    let lead = distance(of: best, time: time)
    let reach = isSure(best, time: time) ? 2 * lead + 10_000 : lead + 80_000
    if let other = plausible.dropFirst().first(where: { $0.key != best.key }),
      distance(of: other, time: time) < reach
    {
      return .unclear(
        Doubt(reason: .eitherOf(best.key.competitor, other.key.competitor), suggestion: best))
    }
    return .crossing(best)
  }

  /// Whether more may come by than keys and lanes can tell apart: a mass start, and more than one team of a relay.
  private var isField: Bool {
    switch race.info?.kind {
    case .massStart: true
    case .mixedRelay: Set(open.map(\.key)).count > 1
    default: false
    }
  }

  /// Whether a crossing is the next one of its skater, near its due time. Where somebody else could be there too, one
  /// wrong mark would pull all later ones with it.
  private func isSure(_ crossing: Crossing, time: (HeatPlace) -> Int64?) -> Bool {
    open.first { $0.key == crossing.key } == crossing
      && distance(of: crossing, time: time) * 4 <= crossing.expected - crossing.since
  }

  /// The crossing of somebody else who is due in a lane about now, whose it could be just as well; nil for none.
  private func other(
    than key: AttemptKey, dueIn lane: Lane?, time: (HeatPlace) -> Int64?
  ) -> Crossing? {
    open.first {
      $0.key != key && (lane == nil || $0.lane == lane) && distance(of: $0, time: time) < Self.window
        && (time($0.heat).map($0.isPlausible) ?? false)
    }
  }

  /// The plausible crossings, nearest to their due time first.
  private func nearest(_ crossings: [Crossing], time: (HeatPlace) -> Int64?) -> [Crossing] {
    crossings.filter { crossing in time(crossing.heat).map(crossing.isPlausible) ?? false }.sorted {
      distance(of: $0, time: time) < distance(of: $1, time: time)
    }
  }

  private func distance(of crossing: Crossing, time: (HeatPlace) -> Int64?) -> Int64 {
    abs((time(crossing.heat) ?? 0) - crossing.expected)
  }

  /// How near to each other two measurements of one crossing are: 1.5 s. A transponder comes 0.35 s after the beam,
  /// and a hand within a second.
  private static let window: Int64 = 15_000

  /// Whether somebody has just passed here: the same crossing seen by another source, or a double tap.
  private func second(lane: Lane?, source: Source, time: (HeatPlace) -> Int64?) -> Verdict? {
    guard let course = race.course else { return nil }
    for entry in race.entries where running.contains(entry.heat) {
      guard let now = time(entry.heat), let attempt = race.attempts[entry.key], let index = attempt.lastMark,
        let split = attempt.split(at: index), abs(now - split.time.ticks) < Self.window
      else { continue }
      let there = entry.key(at: index, course: course)
      guard lane == nil || there == nil || there == lane else { continue }
      let crossing = Crossing(
        key: entry.key, heat: entry.heat, index: index, mark: course.marks[index], lane: there,
        since: split.time.ticks, earliest: now, expected: now, latest: now)
      let known = attempt.measurements(at: split.mark).contains { $0.source == source }
      if let other = other(than: entry.key, dueIn: there, time: time) {
        // What that skater has been timed by already cannot be it again.
        if known { return nil }
        let reason = DoubtReason.eitherOf(entry.competitor.id, other.key.competitor)
        return .unclear(Doubt(reason: reason, suggestion: other))
      }
      guard known else { return .crossing(crossing) }
      let reason = DoubtReason.again(
        entry.competitor.id, split.mark, after: now - split.time.ticks)
      return .unclear(Doubt(reason: reason, suggestion: crossing))
    }
    return nil
  }

  private func doubt(
    lane: Lane?, here: [Crossing], time: (HeatPlace) -> Int64?
  ) -> Verdict {
    if let lane, let other = nearest(open.filter { $0.lane == lane.other }, time: time).first {
      return .unclear(Doubt(reason: .otherLane(other.key.competitor, lane.other), suggestion: other))
    }
    let isEarly = here.contains { crossing in (time(crossing.heat) ?? 0) < crossing.expected }
    let next = here.min { $0.earliest < $1.earliest }
    guard isEarly || here.isEmpty else {
      return .unclear(Doubt(reason: .tooLate, suggestion: here.max { $0.expected < $1.expected }))
    }
    let earliest = next?.earliest ?? open.map(\.earliest).min() ?? 0
    // Nobody can be there, so nobody is suggested.
    return .unclear(Doubt(reason: .tooEarly(lane, earliest: earliest), suggestion: nil))
  }
}
