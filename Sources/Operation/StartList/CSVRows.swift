/// The rows of a CSV file as spreadsheets write them: any separator, any line end, quotes where needed.
struct CSVRows {
  /// A row with anything in it.
  struct Row {
    /// The line on which it begins, from 1.
    let line: Int
    /// Its cells, without the blanks around and the line breaks in them.
    let cells: [String]
  }

  /// The rows, the header first.
  private(set) var rows: [Row] = []
  /// The line of a quote that nothing closes; nil for a good file.
  private(set) var openQuote: Int?

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var line = 1

  /// Cuts a text into rows.
  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    let separator = findSeparator()
    while index < scalars.count {
      let first = line
      let cells = readRow(separator)
      if cells.contains(where: { !$0.isEmpty }) { rows.append(Row(line: first, cells: cells)) }
    }
  }

  /// The separator that the file names, else the one that its first line has most of.
  private mutating func findSeparator() -> Unicode.Scalar {
    while index < scalars.count, scalars[index].properties.isWhitespace, scalars[index] != "\t" {
      skipOne()
    }
    let head = scalars[index...].prefix { $0 != "\n" && $0 != "\r" }
    let word = String(String.UnicodeScalarView(head.prefix(4))).lowercased()
    if word == "sep=", let separator = head.dropFirst(4).first {
      index += head.count
      if index < scalars.count { skipOne() }
      return separator
    }
    var counts: [Unicode.Scalar: Int] = [:]
    var isQuoted = false
    for scalar in head {
      if scalar == "\"" { isQuoted.toggle() }
      if !isQuoted { counts[scalar, default: 0] += 1 }
    }
    let candidates: [Unicode.Scalar] = [";", "\t", ","]
    return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? ","
  }

  /// Steps over a scalar, or over both of a line end that is two.
  private mutating func skipOne() {
    let isBreak = isLineEnd
    if scalars[index] == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" { index += 1 }
    index += 1
    if isBreak { line += 1 }
  }

  private var isLineEnd: Bool { scalars[index] == "\n" || scalars[index] == "\r" }

  private mutating func readRow(_ separator: Unicode.Scalar) -> [String] {
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    while index < scalars.count, !isLineEnd {
      let scalar = scalars[index]
      if scalar == separator {
        cells.append(Self.tidied(cell))
        cell = String.UnicodeScalarView()
        index += 1
      } else if scalar == "\"", Self.tidied(cell).isEmpty {
        cell = readQuoted()
      } else {
        cell.append(scalar)
        index += 1
      }
    }
    if index < scalars.count { skipOne() }
    return cells + [Self.tidied(cell)]
  }

  private mutating func readQuoted() -> String.UnicodeScalarView {
    let first = line
    var cell = String.UnicodeScalarView()
    index += 1
    while index < scalars.count {
      if scalars[index] == "\"" {
        index += 1
        guard index < scalars.count, scalars[index] == "\"" else { return cell }
        cell.append("\"")
        index += 1
      } else {
        cell.append(isLineEnd ? " " : scalars[index])
        skipOne()
      }
    }
    openQuote = first
    return cell
  }

  /// Words with one blank between them.
  private static func tidied(_ cell: String.UnicodeScalarView) -> String {
    cell.split { $0.properties.isWhitespace || $0 == "\u{FEFF}" }.map { String($0) }.joined(separator: " ")
  }
}
