import BoardView
import CellGrid
package import Scoreboard

/// How the ranking of a cup is written.
package enum CupFormat: String, CaseIterable, Sendable {
  /// A sheet as wide as its contents.
  case text
  /// For spreadsheets.
  case csv
  /// For programs.
  case json

  /// Some cups as text, without anything that could steer a terminal.
  package func document(_ tables: [CupTable]) throws -> String {
    let text =
      switch self {
      case .text: tables.map(CupSheet.text).joined(separator: "\n")
      case .csv: CupSheet.csv(tables)
      case .json: try Self.json(tables)
      }
    return SafeText.cleanLines(text)
  }

  private struct Object: Encodable {
    let cup: String
    let rank: Int
    let id: String
    let name: String
    let nation: String
    let total: Double
    /// The rank without the races that are not over; absent where all are.
    let rankBefore: Int?
    let races: [Race]
  }

  private struct Race: Encodable {
    let log: String
    let race: String
    let title: String
    let isOver: Bool
    let rank: Int?
    let points: Double?
  }

  private static func json(_ tables: [CupTable]) throws -> String {
    let rows = tables.flatMap { table in
      table.rows.map { row in
        Object(
          cup: table.cup, rank: row.rank, id: row.competitor, name: row.name, nation: row.nation,
          total: row.total, rankBefore: row.rankBefore,
          races: table.races.enumerated().map { index, race in
            Race(
              log: race.log, race: race.race, title: race.title, isOver: race.isOver, rank: row.ranks[index],
              points: row.points[index])
          })
      }
    }
    return try JSONSheet.text(rows)
  }
}
