import LongTrack
import RaceLog

extension PanelMaker {
  /// The other team on the ice, or the fastest other one at each mark where there are several, to be compared with besides
  /// what was chosen; nil for single skaters.
  func rival(of entry: Entry) -> Comparison? {
    course.kind.isTeamRace ? race.comparison(.pair, for: entry.key) : nil
  }

  /// Who leads a team now, and that the third skater counts in a pursuit; nil for single skaters.
  func teamNote(_ entry: Entry, _ attempt: Attempt) -> LaneNote? {
    switch course.kind {
    case .individual, .massStart: return nil
    case .teamPursuit:
      return LaneNote(long: "third skater counts", short: "third counts", hasRightOfWay: false)
    case .teamSprint, .mixedRelay:
      guard let leg = course.leg(after: attempt.lastMark) else { return nil }
      let name = member(leg, of: entry)
      let of = "\(leg.number) of \(course.legs.count)"
      if course.kind == .teamSprint {
        let isLast = leg.number == course.legs.count
        return LaneNote(
          long: "lap \(of): \(name) \(isLast ? "alone" : "leads")",
          short: "\(name) \(isLast ? "alone" : "leads")",
          hasRightOfWay: false)
      }
      let laps = leg.laps == 1 ? "1 lap" : "\(leg.laps) laps"
      return LaneNote(
        long: "leg \(of): \(name), \(laps)", short: "leg \(leg.number): \(name)", hasRightOfWay: false)
    }
  }

  /// What the legs took, and that one team caught the other.
  func teamNotes(_ entry: Entry, _ attempt: Attempt) -> [String] {
    let done = attempt.lastMark.map { course.marks[$0].value } ?? 0
    // A leg that cannot be told keeps its place: the one after it is not it.
    let legs = course.legs.filter { $0.end * 2 <= done }.map { leg -> String in
      let start = leg.start == 0 ? nil : split(attempt, afterLaps: leg.start)
      guard let end = split(attempt, afterLaps: leg.end), leg.start == 0 || start != nil else { return "–" }
      let mark = end.isEstimated || start?.isEstimated == true ? "≈" : ""
      return "\(mark)\((end.time.shown - (start?.time.shown ?? .gun)).size)"
    }
    return (legs.isEmpty ? [] : ["legs " + legs.joined(separator: " ")]) + catches(entry, attempt)
  }

  /// Two teams start from opposite straights, so one has caught the other when it is at its next half lap no later
  /// than the other at the one before.
  private func catches(_ entry: Entry, _ attempt: Attempt) -> [String] {
    guard course.kind == .teamPursuit, let other = rival(of: entry), other.run != nil,
      let name = other.owner
    else { return [] }
    let caught = course.marks.indices.dropFirst().first { mark in
      guard let own = attempt.time(at: mark), let theirs = other.time(at: mark - 1) else { return false }
      return own.ticks <= theirs.ticks
    }
    return caught.map { ["caught \(name) at lap \(course.marks[$0].name)"] } ?? []
  }

  private func split(_ attempt: Attempt, afterLaps laps: Int) -> Attempt.TimedSplit? {
    course.index(of: .halfLaps(laps * 2)).flatMap(attempt.split(at:))
  }

  /// The family name of whoever skates a leg, or which one it is where names are not entered.
  private func member(_ leg: Leg, of entry: Entry) -> String {
    let members = entry.competitor.members
    if members.indices.contains(leg.member) { return PersonName(members[leg.member]).family }
    if course.kind == .mixedRelay { return leg.member == 0 ? "the woman" : "the man" }
    return "skater \(leg.member + 1)"
  }
}
