import CellGrid

/// A table of text as wide as its contents.
struct TextSheet {
  /// A column.
  struct Column {
    /// What stands above it.
    let head: String
    /// Whether its texts end under each other.
    var isRight = false
    /// Whether it stays where nobody has a text in it.
    var isKept = false
  }

  /// The table, a line feed after each line. Nothing in it steers a terminal; a column without any text is left out.
  static func text(_ columns: [Column], rows: [[String]]) -> String {
    let clean = rows.map { $0.map(SafeText.clean) }
    let lines = [columns.map(\.head)] + clean
    let used = columns.indices.filter { column in
      columns[column].isKept || clean.contains { !$0[column].isEmpty }
    }
    let widths = columns.indices.map { column in lines.map { TextWidth.of($0[column]) }.max() ?? 0 }
    return lines.map { cells in
      let text = used.map {
        TextWidth.fit(cells[$0], width: widths[$0], alignment: columns[$0].isRight ? .right : .left)
      }.joined(separator: "  ")
      return String(text.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }
}
