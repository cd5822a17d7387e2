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
    for who in order { ids.append(try entry(who, in: race).competitor.id) }
    try record([.sprint(race.id, lap: lap, order: ids)], at: at)
    return "sprint of lap \(lap): \(ids.joined(separator: ", "))"
  }
}
