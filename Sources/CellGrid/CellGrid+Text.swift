extension CellGrid {
  /// The rows as text, blanks at their ends left out, a line feed after each row.
  package func text() -> String {
    // Bytes first and one string at the end: appending scalars to a string one by one takes five times longer.
    var lines: [UInt8] = []
    for row in 0..<size.rows {
      let line = cells(inRow: row)
      let end = line.lastIndex { !$0.isBlank } ?? line.startIndex - 1
      for cell in line.prefix(through: end) where !cell.isContinuation {
        if cell.base.value < 0x80 && cell.marks == .zero {
          lines.append(UInt8(truncatingIfNeeded: cell.base.value))
        } else {
          lines.append(contentsOf: String(cell.character).utf8)
        }
      }
      lines.append(UInt8(ascii: "\n"))
    }
    return String(decoding: lines, as: UTF8.self)
  }

  /// What each column means, as ``Role/letter``, in the shape of ``text()``: one letter per column, plain ones
  /// at the ends of rows left out, a line feed after each row.
  package func roleMap() -> String {
    var lines = ""
    for row in 0..<size.rows {
      let line = cells(inRow: row)
      let end = line.lastIndex { $0.role != .plain } ?? line.startIndex - 1
      for cell in line.prefix(through: end) { lines.append(cell.role.letter) }
      lines.append("\n")
    }
    return lines
  }

  /// The same picture in ASCII only, for terminals that know nothing else. Each column keeps its place and its
  /// role; a wide character becomes two signs.
  package func asASCII() -> CellGrid {
    var result = self
    for index in cells.indices {
      let cell = cells[index]
      // The second half of a wide character shows the same sign as its first.
      let base = cell.isContinuation && index > 0 ? cells[index - 1].base : cell.base
      result.cells[index] = Cell(base: ASCIIFold.fold(base), role: cell.role)
    }
    return result
  }
}
