import LongTrack
import RaceLog

/// The races of a start list, put together from what its lines say of them: each fact has to stand once only.
struct StartListRaces {
  /// The races, in order of appearance.
  private(set) var races: [RaceInfo] = []
  /// The race of each line, by its index; nil where that cannot be said.
  private(set) var raceOfLine: [String?] = []

  private var facts: [String: Facts] = [:]
  private var order: [String] = []

  /// What was said of a race, and on which line.
  private struct Facts {
    let line: Int
    var distance: Fact<Int>?
    var laps: Fact<Int>?
    var sprints: Fact<[Int]>?
    var kind: Fact<RaceKind>?
    var gender: Fact<Gender>?
    var division: Fact<Division>?
    var title: Fact<String>?
  }

  private struct Fact<Value: Equatable> {
    let value: Value
    let line: Int
    let text: String
  }

  init(_ sheet: inout StartListCells) {
    let lines = sheet.lines.map { Self.facts(of: $0, &sheet) }
    // Lines before the first distance belong to its race: whoever writes it once may write it anywhere.
    var unnamed = lines.indices.first { sheet.lines[$0][.race] == nil && Self.hasLength(lines[$0]) }.map {
      lines[$0]
    }
    var last: String?
    for (line, own) in zip(sheet.lines, lines) {
      let hasName = line[.race] != nil
      let named = sheet.id(line, .race)
      if hasName, named == nil {
        raceOfLine.append(nil)
        continue
      }
      let id: String
      if let known = named ?? (Self.hasLength(own) ? nil : last) {
        id = known
      } else {
        let whole = unnamed.map { Self.completed(own, with: $0) } ?? own
        unnamed = whole
        id = Self.id(whole)
      }
      last = named ?? last
      raceOfLine.append(id)
      take(own, for: id, &sheet)
    }
    for id in order { finish(id, &sheet) }
  }

  private static func hasLength(_ facts: Facts) -> Bool { facts.distance != nil || facts.laps != nil }

  // MARK: A line

  private static func facts(of line: StartListCells.Line, _ sheet: inout StartListCells) -> Facts {
    func fact<Value>(_ value: Value?, _ column: StartListColumn) -> Fact<Value>? {
      value.map { Fact(value: $0, line: line.number, text: line[column] ?? "") }
    }
    return Facts(
      line: line.number,
      distance: fact(sheet.number(line, .distance, in: 1...100_000), .distance),
      laps: fact(sheet.number(line, .laps, in: 1...1000), .laps),
      sprints: fact(sheet.numbers(line, .sprints, in: 1...1000), .sprints),
      kind: fact(
        sheet.word(line, .kind, kinds, allowed: RaceKind.allCases.map(\.rawValue).joined(separator: ", ")),
        .kind),
      gender: fact(sheet.word(line, .gender, genders, allowed: "women, men or mixed"), .gender),
      division: fact(sheet.word(line, .division, divisions, allowed: "A or B"), .division),
      title: fact(line[.title], .title))
  }

  private static let kinds = RaceKind.allCases.map { ($0, [$0.rawValue.lowercased()]) }
  private static let genders: [(Gender, [String])] = [
    (.women, ["women", "woman", "w", "female", "f", "ladies", "girls"]),
    (.men, ["men", "man", "m", "male", "boys"]), (.mixed, ["mixed", "x"]),
  ]
  private static let divisions: [(Division, [String])] = [
    (.a, ["a", "divisiona"]), (.b, ["b", "divisionb"]),
  ]

  /// Facts, with those of the line before where nothing is said: below `1000` and `women` both go on.
  private static func completed(_ own: Facts, with before: Facts) -> Facts {
    let isSame = !hasLength(own)
    return Facts(
      line: own.line, distance: own.distance ?? (isSame ? before.distance : nil),
      laps: own.laps ?? (isSame ? before.laps : nil),
      sprints: own.sprints ?? (isSame ? before.sprints : nil), kind: own.kind ?? (isSame ? before.kind : nil),
      gender: own.gender ?? before.gender, division: own.division ?? before.division,
      title: own.title ?? (isSame ? before.title : nil))
  }

  /// `w1000`, `m500-b`, `w-massstart-16`.
  private static func id(_ facts: Facts) -> String {
    let gender =
      switch facts.gender?.value {
      case .women: "w"
      case .men: "m"
      case .mixed: "x"
      case nil: "r"
      }
    let kind = facts.kind?.value ?? .individual
    let length =
      kind == .individual
      ? facts.distance.map { String($0.value) } ?? ""
      : "-" + kind.rawValue.lowercased() + (facts.laps.map { "-\($0.value)" } ?? "")
    return gender + length + (facts.division?.value == .b ? "-b" : "")
  }

  // MARK: A race

  private mutating func take(_ own: Facts, for id: String, _ sheet: inout StartListCells) {
    guard var all = facts[id] else {
      facts[id] = own
      order.append(id)
      return
    }
    Self.merge(&all.distance, own.distance, .distance, &sheet)
    Self.merge(&all.laps, own.laps, .laps, &sheet)
    Self.merge(&all.sprints, own.sprints, .sprints, &sheet)
    Self.merge(&all.kind, own.kind, .kind, &sheet)
    Self.merge(&all.gender, own.gender, .gender, &sheet)
    Self.merge(&all.division, own.division, .division, &sheet)
    Self.merge(&all.title, own.title, .title, &sheet)
    facts[id] = all
  }

  private static func merge<Value>(
    _ all: inout Fact<Value>?, _ own: Fact<Value>?, _ column: StartListColumn, _ sheet: inout StartListCells
  ) {
    guard let own else { return }
    if let before = all, before.value != own.value {
      sheet.report(.otherBefore(own.text, before: before.text, line: before.line), line: own.line, column)
    }
    all = all ?? own
  }

  private mutating func finish(_ id: String, _ sheet: inout StartListCells) {
    guard let all = facts[id] else { return }
    let isOfNoKind = all.distance == nil && all.laps != nil && all.kind == nil
    let kind = all.kind?.value ?? .individual
    if isOfNoKind {
      sheet.report(.noKind, line: all.line)
    } else if kind == .individual, all.distance == nil {
      let isNamed = sheet.lines.contains { $0.number == all.line && $0[.race] != nil }
      sheet.report(.noDistance(race: isNamed ? id : nil), line: all.line)
    } else if kind != .individual, all.laps == nil {
      sheet.report(.noLaps(kind: kind.rawValue), line: all.line)
    }
    races.append(
      RaceInfo(
        race: id, kindWord: kind.rawValue, kind: isOfNoKind ? nil : kind,
        distance: kind == .individual ? all.distance?.value : nil,
        laps: kind == .individual ? nil : all.laps?.value, gender: all.gender?.value,
        division: all.division?.value, title: all.title?.value,
        sprints: kind == .massStart ? all.sprints?.value : nil))
  }
}
