import LongTrack
import RaceLog
import Scoreboard

/// What officials say.
extension Desk {
  mutating func status(
    _ who: String, _ change: StatusDecision.Change, code: String?, reason: String?, at: Instant
  ) throws(DeskError) -> String {
    let race = try requireRace()
    let entry = try entry(who, in: race)
    if case .set(.dns) = change, race.attempts[entry.key]?.lastMark != nil {
      throw .hasTimes(race.name(of: entry).family)
    }
    try record(
      [.status(race.id, draftKey(entry, in: race), change: change, code: code)], at: at, reason: reason)
    let word: String =
      switch change {
      case .set(let status): status.code
      case .remove: "no status"
      }
    return "\(race.name(of: entry).family): \(word)\(code.map { " \($0)" } ?? "")"
  }

  mutating func fall(_ who: String, at: Instant) throws(DeskError) -> String {
    let race = try requireRace()
    let entry = try entry(who, in: race)
    try record([.status(race.id, draftKey(entry, in: race), fell: true)], at: at)
    return "\(race.name(of: entry).family) fell"
  }

  mutating func changeUp(
    _ number: Int, _ outcome: ChangeUpReport.Outcome, _ who: String?, at: Instant
  ) throws(DeskError) -> String {
    let (race, ice) = try requireIce()
    guard (1...max(race.course?.changeUpCount ?? 0, 1)).contains(number), race.course?.changeUpCount != 0
    else {
      throw .notInThisRace("change-up \(number)")
    }
    var guilty: Entry?
    if let who { guilty = try entry(who, in: race) }
    try record(
      [.changeUp(guilty?.heat ?? ice, number: number, outcome: outcome, competitor: guilty?.competitor.id)],
      at: at)
    return "change-up \(number): \(outcome.rawValue)" + (guilty.map { " \(race.name(of: $0).family)" } ?? "")
  }

  mutating func sprint(_ lap: Int, _ order: [String], at: Instant) throws(DeskError) -> String {
    let race = try requireRace()
    var ids: [String] = []
    try requireSprint(lap, of: race)
    var names: [String] = []
    for who in order {
      let entry = try entry(who, in: race)
      guard !ids.contains(entry.competitor.id) else { throw .twice(race.name(of: entry).family) }
      ids.append(entry.competitor.id)
      names.append(race.name(of: entry).family)
    }
    try record([.sprint(race.id, lap: lap, order: ids)], at: at)
    return "sprint of lap \(lap): \(names.joined(separator: ", "))"
  }

  /// Whether a lap of a race has a sprint, or is its last.
  func requireSprint(_ lap: Int, of race: Race) throws(DeskError) {
    guard race.info?.kind == .massStart, let laps = race.info?.laps else { throw .notInThisRace("sprint") }
    let ladder = SprintLadder(laps: laps, given: race.info?.sprints)
    guard ladder.all.contains(lap) else { throw .noSprint(lap: lap, known: ladder.all) }
  }
}
