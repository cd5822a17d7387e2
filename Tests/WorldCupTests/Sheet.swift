import FoundationEssentials
import Testing

/// The official result of a race, as its sheet prints it.
struct Sheet: Sendable, CustomTestStringConvertible {
  /// The meet: the name of the file.
  let meet: String
  /// The rows, in the order of the sheet.
  let rows: [Row]

  /// The race's id.
  var race: String { rows[0]["race"] }

  var testDescription: String { "\(meet) \(race)" }

  /// A competitor.
  struct Row: Sendable {
    private let cells: [String: String]

    fileprivate init(_ cells: [String: String]) { self.cells = cells }

    /// What stands in a column; empty for nothing.
    subscript(_ column: String) -> String { cells[column] ?? "" }

    /// The time as measured: `1:08.070` of `1:08.07(0)`.
    var time: String {
      self["time"].filter { $0 != "(" && $0 != ")" }
    }
  }

  /// All races of both meets.
  static let all: [Sheet] = ["2025-11-salt-lake-city", "2025-11-calgary"].flatMap { meet in
    do { return try read(meet) } catch { return [] }
  }

  private static func read(_ meet: String) throws -> [Sheet] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Sheets")
    let text = try String(contentsOf: folder.appending(path: meet + ".csv"), encoding: .utf8)
    let lines = text.split(separator: "\n").map(cells)
    guard let head = lines.first else { return [] }
    let rows = lines.dropFirst().map { cells in
      Row(Dictionary(zip(head, cells)) { first, _ in first })
    }
    return rows.reduce(into: [[Row]]()) { races, row in
      if races.last?.first?["race"] == row["race"] {
        races[races.count - 1].append(row)
      } else {
        races.append([row])
      }
    }.map { Sheet(meet: meet, rows: $0) }
  }

  /// The cells of a line; a title with a comma stands in quotes.
  private static func cells(_ line: Substring) -> [String] {
    line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().reduce(into: [""]) {
      cells, part in
      guard part.offset.isMultiple(of: 2) else {
        cells[cells.count - 1] += part.element
        return
      }
      let pieces = part.element.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      cells[cells.count - 1] += pieces[0]
      cells += pieces.dropFirst()
    }
  }
}
