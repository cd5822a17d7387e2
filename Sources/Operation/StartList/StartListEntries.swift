import LongTrack
import RaceLog

/// The skaters of a start list.
struct StartListEntries {
  /// Who starts where, in the order of the lines, with the index of the line.
  private(set) var entries: [Entry] = []

  private var lanes: [Place: (name: String, line: Int)] = [:]
  private var starters: [Starter: Int] = [:]

  private struct Place: Hashable {
    let heat: HeatPlace
    let place: Entry.StartPlace
  }

  private struct Starter: Hashable {
    let race: String
    let id: String
    let attempt: Int
  }

  init(_ sheet: inout StartListCells, races: StartListRaces) {
    let kinds = Dictionary(races.races.map { ($0.race, $0.kind) }) { first, _ in first }
    if !sheet.has(.lane), kinds.values.contains(.individual) {
      sheet.report(.noColumn("lane"), line: sheet.headerLine)
    }
    let names = sheet.lines.map(Self.name)
    let given = sheet.lines.map { sheet.id($0, .id) }
    var ids = SkaterIDs()
    for (index, line) in sheet.lines.enumerated() {
      if let id = given[index], let name = names[index] { ids.reserve(id, name: name, nation: line[.nation]) }
    }
    for (index, line) in sheet.lines.enumerated() {
      let race = races.raceOfLine.indices.contains(index) ? races.raceOfLine[index] : nil
      let kind = race.map { kinds[$0] ?? nil } ?? .individual
      let name = names[index]
      if name == nil, sheet.has(.name) || sheet.has(.family) {
        sheet.report(
          .missing("name", hint: "Write the skater's name."), line: line.number,
          sheet.has(.name) ? .name : .family)
      }
      let pair = Self.pair(line, kind, &sheet)
      let place = Self.place(line, kind, &sheet)
      let group = sheet.number(line, .group, in: 1...2) ?? 1
      let attempt = sheet.number(line, .attempt, in: 1...9) ?? 1
      let best = sheet.time(line, .best)
      let seasonBest = sheet.time(line, .seasonBest)
      guard let race, let name, let pair else { continue }
      let id = given[index] ?? ids.id(name: name, nation: line[.nation])
      let members = line[.members]?.split(separator: "/").map {
        $0.split(separator: " ").joined(separator: " ")
      }
      let entry = Entry(
        race: race, pair: pair, group: group, attempt: attempt, place: place,
        competitor: Competitor(
          id: id, name: name, nation: line[.nation], bib: line[.bib], members: members ?? []),
        best: best, seasonBest: seasonBest)
      add(entry, line, &sheet)
    }
  }

  private mutating func add(_ entry: Entry, _ line: StartListCells.Line, _ sheet: inout StartListCells) {
    let starter = Starter(race: entry.race, id: entry.competitor.id, attempt: entry.attempt)
    if let first = starters[starter] {
      let column: StartListColumn = line[.id] != nil ? .id : sheet.has(.name) ? .name : .family
      sheet.report(.idTwice(entry.competitor.id, line: first), line: line.number, column)
    } else {
      starters[starter] = line.number
    }
    if let place = entry.place {
      let own = Place(heat: entry.heat, place: place)
      if let other = lanes[own] {
        sheet.report(
          .laneTaken(place.word, pair: entry.pair, by: other.name, line: other.line), line: line.number, .lane
        )
      } else {
        lanes[own] = (entry.competitor.name, line.number)
      }
    }
    entries.append(entry)
  }

  // MARK: Cells

  /// The name as entered; of one that has two columns, or the family name first with a comma, the given name first.
  private static func name(_ line: StartListCells.Line) -> String? {
    if let family = line[.family] { return joined(given: line[.given], family: family) }
    guard let name = line[.name] else { return line[.given] }
    let parts = name.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
    guard parts.count == 2, !parts[1].isEmpty,
      !["jr", "jr.", "sr", "sr.", "ii", "iii"].contains(parts[1].lowercased())
    else { return name }
    return joined(given: parts[1], family: parts[0])
  }

  /// Capitals only where the family name could not be told otherwise.
  private static func joined(given: String?, family: String) -> String {
    guard let given else { return family }
    let name = given + " " + family
    return PersonName(name).family == family.uppercased() ? name : given + " " + family.uppercased()
  }

  /// The pair; in a mass start all are one.
  private static func pair(
    _ line: StartListCells.Line, _ kind: RaceKind?, _ sheet: inout StartListCells
  ) -> Int? {
    if line[.pair] == nil {
      if kind == .massStart { return 1 }
      if sheet.has(.pair) {
        sheet.report(
          .missing("pair", hint: "Write the number of the pair, from 1."), line: line.number, .pair)
      }
      return nil
    }
    return sheet.number(line, .pair, in: 1...9999)
  }

  private static func place(
    _ line: StartListCells.Line, _ kind: RaceKind?, _ sheet: inout StartListCells
  ) -> Entry.StartPlace? {
    switch kind {
    case nil: return nil
    case .individual:
      let lane = sheet.word(line, .lane, lanes, allowed: "inner or outer")
      if line[.lane] == nil, sheet.has(.lane) {
        sheet.report(.missing("lane", hint: "Write inner or outer."), line: line.number, .lane)
      }
      return lane
    case .teamPursuit, .teamSprint:
      return sheet.word(line, .lane, straights, allowed: "finish or crossing")
    case .some(let kind):
      if line[.lane] != nil { sheet.report(.noLanes(kind.rawValue), line: line.number, .lane) }
      return nil
    }
  }

  private static let lanes: [(Entry.StartPlace, [String])] = [
    (.lane(.inner), ["inner", "i", "in", "inside", "innerlane", "white"]),
    (.lane(.outer), ["outer", "o", "out", "outside", "outerlane", "red"]),
  ]
  private static let straights: [(Entry.StartPlace, [String])] = [
    (.finishStraight, ["finish", "f", "finishstraight", "home"]),
    (.crossingStraight, ["crossing", "c", "crossingstraight", "back"]),
  ]
}
