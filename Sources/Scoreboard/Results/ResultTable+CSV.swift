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

  /// A cell. A line break in a name would be a row of its own to whoever reads line by line.
  package static func quoted(_ text: String) -> String {
    let line = String(text.map { $0.isNewline ? "\u{FFFD}" : $0 })
    guard line.contains(where: { $0 == "," || $0 == "\"" }) else { return line }
    return "\"" + line.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}

extension ResultTable.Row {
  fileprivate func cells(race: String) -> [String] {
    [
      race, rank.map(String.init) ?? "", String(pair), lane, id, name, nation, bib, String(attempt),
      time ?? "", behind ?? "", status ?? "", pointsText,
      sprintPoints?.pointsText ?? "", laps.map(String.init) ?? "", state?.rawValue ?? "", note,
    ]
  }

  /// `60`, `0.5`; empty without points.
  package var pointsText: String { points?.pointsText ?? "" }
}
