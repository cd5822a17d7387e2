import LongTrack

extension ResultTable {
  /// The columns that every table has, in order (log format 6).
  package static let columns = [
    "race", "rank", "pair", "lane", "id", "name", "nation", "bib", "attempt", "time", "behind", "status",
    "points", "sprintPoints", "laps", "state", "note",
  ]

  /// Tables as one CSV: a column for each mark that any of them has, distances before laps.
  package static func csv(_ tables: [ResultTable]) -> String {
    let marks = Set(tables.flatMap(\.marks)).sorted()
    var lines = [(columns + marks.map(\.column)).joined(separator: ",")]
    for table in tables {
      for row in table.rows {
        lines.append(
          (row.cells(race: table.race) + marks.map { row.times[$0] ?? "" }).map(quoted).joined(separator: ",")
        )
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}

extension ResultTable.Row {
  fileprivate func cells(race: String) -> [String] {
    [
      race, rank.map(String.init) ?? "", String(pair), lane, id, name, nation, bib, String(attempt),
      time ?? "", behind ?? "", status ?? "", pointsText, "", "", state?.rawValue ?? "", note,
    ]
  }

  /// `60`, `0.5`; empty without points.
  package var pointsText: String {
    guard let points else { return "" }
    return points == points.rounded() && abs(points) < 1e15 ? String(Int(points)) : String(points)
  }
}
