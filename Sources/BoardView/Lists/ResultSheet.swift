import CellGrid
import LongTrack
package import Scoreboard

/// Results as a sheet of text, as wide as its contents.
package enum ResultSheet {
  /// The sheet of a race.
  package static func text(_ table: ResultTable) -> String {
    SafeText.clean(table.title) + "\n\n"
      + TextSheet.text(columns(of: table), rows: table.rows.map { cells($0, of: table) })
  }

  private static func isMassStart(_ table: ResultTable) -> Bool { !table.sprints.isEmpty }

  /// A mass start is told by its sprints: seventeen passages of everybody are for spreadsheets.
  private static func marks(of table: ResultTable) -> [Mark] {
    isMassStart(table) ? [] : Array(table.marks.dropLast())
  }

  private static func columns(of table: ResultTable) -> [TextSheet.Column] {
    let isPair = table.heatWord == "Pair"
    let numbers = isMassStart(table) ? table.sprints + ["total"] : []
    let heads: [(String, Bool)] = [
      ("rank", true), (table.heatWord.lowercased(), true), (isPair ? "lane" : "start", false),
      ("name", false),
      ("nat", false), ("laps", true), ("time", true), ("behind", true),
    ]
    return heads.map { TextSheet.Column(head: $0.0, isRight: $0.1) }
      + numbers.map { TextSheet.Column(head: $0, isRight: true, isKept: true) }
      + (["points"] + marks(of: table).map(\.name)).map {
        TextSheet.Column(head: $0, isRight: true)
      }
      + [TextSheet.Column(head: "note")]
  }

  /// The status of whoever is ranked all the same, what else is to be said, and the other goes.
  private static func remarks(_ row: ResultTable.Row) -> [String] {
    let others = row.others.map { other in
      let result = [other.time, other.status].compactMap(\.self).joined(separator: " ")
      return "(\(other.number == 1 ? "first time" : "re-skate") \(result.isEmpty ? "–" : result))"
    }
    return [row.rank == nil ? nil : row.status].compactMap(\.self) + row.sheetRemarks + others
  }

  private static func cells(_ row: ResultTable.Row, of table: ResultTable) -> [String] {
    let isMassStart = isMassStart(table)
    let isEstimated = Set(row.estimated)
    let result = row.rank == nil ? row.status ?? "" : row.time ?? row.status ?? ""
    let state = row.state == .provisional && row.rank != nil ? ["provisional"] : []
    let sprints = row.sprints.map { $0?.pointsText ?? "" } + [row.sprintPoints?.pointsText ?? ""]
    return [
      row.rank.map(String.init) ?? "", isMassStart ? "" : String(row.pair), row.lane, row.sheetName,
      row.nation, row.laps.map(String.init) ?? "", result, row.behind ?? "",
    ] + (isMassStart ? sprints : []) + [row.pointsText]
      + marks(of: table).map { mark in
        row.times[mark].map { (isEstimated.contains(mark) ? "≈" : "") + $0 } ?? ""
      }
      + [(state + remarks(row)).joined(separator: " ")]
  }
}
