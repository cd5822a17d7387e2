import CellGrid
package import Scoreboard

/// The ranking of a cup as text.
package enum CupSheet {
  /// A sheet as wide as its contents: the races with their numbers, then everybody with the points of each.
  package static func text(_ table: CupTable) -> String {
    let races = table.races.enumerated().map { index, race in
      "\(index + 1). \(race.title) (\(race.log))\(race.isOver ? "" : ": not over")"
    }
    let columns =
      [TextSheet.Column(head: "rank", isRight: true), TextSheet.Column(head: "move", isRight: true)]
      + [TextSheet.Column(head: "name"), TextSheet.Column(head: "nat")]
      + (table.races.indices.map { "\($0 + 1)." } + ["points"]).map {
        TextSheet.Column(head: $0, isRight: true)
      }
    let rows = table.rows.map { row in
      [String(row.rank), table.isRunning ? row.moveText : "", row.name, row.nation]
        + row.points.map { $0?.pointsText ?? "" } + [row.total.pointsText]
    }
    let title = SafeText.clean("\(table.cup), \(table.basis)")
    return ([title] + races.map(SafeText.clean)).joined(separator: "\n") + "\n\n"
      + TextSheet.text(columns, rows: rows)
  }

  /// One CSV of some cups, a line for each result of each competitor.
  package static func csv(_ tables: [CupTable]) -> String {
    let heads = "cup,rank,id,name,nation,total,rankBefore,log,race,raceRank,points"
    let lines = tables.flatMap { table in
      table.rows.flatMap { row in
        table.races.indices.compactMap { index -> String? in
          guard let points = row.points[index] else { return nil }
          let race = table.races[index]
          let cells = [
            table.cup, String(row.rank), row.competitor, row.name, row.nation, row.total.pointsText,
            row.rankBefore.map(String.init) ?? "", race.log, race.race,
            row.ranks[index].map(String.init) ?? "", points.pointsText,
          ]
          return cells.map(ResultTable.quoted).joined(separator: ",")
        }
      }
    }
    return ([heads] + lines).joined(separator: "\n") + "\n"
  }
}
