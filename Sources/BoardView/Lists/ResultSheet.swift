import CellGrid
import LongTrack
package import Scoreboard

/// Results as a sheet of text, as wide as its contents.
package enum ResultSheet {
  /// The sheet of a race.
  package static func text(_ table: ResultTable) -> String {
    let heads =
      ["rank", "pair", "lane", "name", "nat", "time", "behind", "points"] + table.marks.dropLast().map(\.name)
      + ["note"]
    let isRight =
      [true, true, false, false, false, true, true, true] + table.marks.dropLast().map { _ in true } + [false]
    let rows = table.rows.map { cells($0, marks: table.marks.dropLast()) }
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
    return ([table.title, "", line(heads)] + rows.map(line)).joined(separator: "\n") + "\n"
  }

  private static func cells(_ row: ResultTable.Row, marks: ArraySlice<Mark>) -> [String] {
    let isEstimated = Set(row.estimated)
    let result = row.rank == nil ? row.status ?? "" : row.time ?? row.status ?? ""
    let state = row.state == .provisional && row.rank != nil ? ["provisional"] : []
    return [
      row.rank.map(String.init) ?? "", String(row.pair), row.lane, PersonName(row.name).full, row.nation,
      result, row.behind ?? "", row.pointsText,
    ] + marks.map { mark in row.times[mark].map { (isEstimated.contains(mark) ? "≈" : "") + $0 } ?? "" }
      + [(state + row.remarks).joined(separator: " ")]
  }
}
