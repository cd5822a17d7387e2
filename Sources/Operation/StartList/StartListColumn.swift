/// What a column of a start list holds.
enum StartListColumn: String, CaseIterable, Sendable {
  case race, distance, laps, sprints, kind, gender, division, title, pair, lane, group, attempt, id, name,
    family,
    given
  case nation, bib, best, seasonBest, members

  /// The column that a heading names, whatever its capitals, blanks and signs; nil for one that is not known.
  init?(heading: String) {
    let word = String(
      String.UnicodeScalarView(
        heading.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) })
    )
    guard let column = Self.allCases.first(where: { $0.words.contains(word) }) else { return nil }
    self = column
  }

  /// The headings that are taken for it, in small letters without blanks and signs.
  private var words: [String] {
    switch self {
    case .race: ["race", "raceid", "event", "eventid"]
    case .distance: ["distance", "distancem", "metres", "meters", "dist"]
    case .laps: ["laps"]
    case .sprints: ["sprints", "sprintlaps"]
    case .kind: ["kind", "type", "format"]
    case .gender: ["gender", "sex"]
    case .division: ["division", "div"]
    case .title: ["title", "racetitle", "racename", "eventname"]
    case .pair: ["pair", "pairno", "pairnumber", "heat", "heatno", "heatnumber", "pr"]
    case .lane: ["lane", "startlane", "start"]
    case .group: ["group", "quartet"]
    case .attempt: ["attempt", "run"]
    case .id: ["id", "skaterid", "athleteid", "competitorid", "competitor"]
    case .name: ["name", "fullname", "skater", "skatername", "athlete", "athletename", "competitorname"]
    case .family: ["family", "familyname", "lastname", "surname"]
    case .given: ["given", "givenname", "firstname", "forename"]
    case .nation: ["nation", "nat", "country", "noc", "nationality"]
    case .bib: ["bib", "bibno", "bibnumber", "number", "startnumber", "legnumber"]
    case .best: ["best", "pb", "personalbest"]
    case .seasonBest: ["seasonbest", "sb", "seasonsbest", "season"]
    case .members: ["members", "team", "skaters"]
    }
  }
}
