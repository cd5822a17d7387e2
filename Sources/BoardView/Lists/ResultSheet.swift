import CellGrid
import LongTrack
package import Scoreboard

/// Results as a sheet of text, as wide as its contents.
package enum ResultSheet {
  /// The sheet of a race.
  package static func text(_ table: ResultTable) -> String {
    // A mass start is told by its sprints: seventeen passages of everybody are for spreadsheets.
    let isMassStart = !table.sprints.isEmpty
    let marks = isMassStart ? [] : Array(table.marks.dropLast())
    let numbers = isMassStart ? table.sprints + ["total"] : []
    let heads =
      ["rank", table.heatWord.lowercased(), table.heatWord == "Pair" ? "lane" : "start", "name", "nat", "laps", "time", "behind"] + numbers + ["points"]
      + marks.map(\.name) + ["note"]
    let isRight =
      [true, true, false, false, false, true, true, true] + numbers.map { _ in true } + [true]
      + marks.map { _ in true } + [false]
    let rows = table.rows.map { row in
      cells(row, marks: marks, isMassStart: isMassStart).map(SafeText.clean)
    }
    let used = heads.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    let widths = heads.indices.map { column in
      ([heads] + rows).map { TextWidth.of($0[column]) }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      let text = used.map {
        TextWidth.fit(cells[$0], width: widths[$0], alignment: isRight[$0] ? .right : .left)
      }.joined(separator: "  ")
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
    return ([SafeText.clean(table.title), "", line(heads)] + rows.map(line)).joined(separator: "\n") + "\n"
  }

  private static func cells(
    _ row: ResultTable.Row, marks: [Mark], isMassStart: Bool
  ) -> [String] {
    let isEstimated = Set(row.estimated)
    let result = row.rank == nil ? row.status ?? "" : row.time ?? row.status ?? ""
    let state = row.state == .provisional && row.rank != nil ? ["provisional"] : []
    let sprints = row.sprints.map { $0?.pointsText ?? "" } + [row.sprintPoints?.pointsText ?? ""]
    return [
      row.rank.map(String.init) ?? "", isMassStart ? "" : String(row.pair), row.lane, row.sheetName,
      row.nation, row.laps.map(String.init) ?? "", result, row.behind ?? "",
    ] + (isMassStart ? sprints : []) + [row.pointsText]
      + marks.map { mark in row.times[mark].map { (isEstimated.contains(mark) ? "≈" : "") + $0 } ?? "" }
      + [(state + row.remarks).joined(separator: " ")]
  }
}
