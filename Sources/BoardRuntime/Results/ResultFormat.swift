import BoardView
import CellGrid
package import LongTrack
package import RaceLog
package import Scoreboard

/// How results are written.
package enum ResultFormat: String, CaseIterable, Sendable {
  /// A sheet as wide as its contents.
  case text
  /// For spreadsheets (log format 6).
  case csv
  /// For programs (log format 6).
  case json
  /// A page for browsers and paper.
  case html

  /// How names of such files end, without the dot.
  package var fileExtension: String { self == .text ? "txt" : rawValue }

  /// The results of some races of a meet. Printed or in a file, they are the same, and hold nothing that could
  /// steer a terminal.
  ///
  /// - Parameter asOf: the moment that the state is of; nil leaves it out.
  package func document(
    _ meet: Meet, races: [Race], asOf: Instant?, ladders: PointsLadders = PointsLadders()
  ) throws -> String {
    let tables = races.map { ResultTable($0, ladders: ladders) }
    let text =
      switch self {
      case .text: tables.map(ResultSheet.text).joined(separator: "\n")
      case .csv: ResultTable.csv(tables)
      case .json: try ResultTable.json(tables)
      case .html: ResultPage(meet, races: races, asOf: asOf, ladders: ladders).html
      }
    return SafeText.cleanLines(text)
  }
}
