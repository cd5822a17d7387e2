/// Writes glyphs into one row of a grid and keeps wide characters whole.
///
/// It is handed a span of the grid's cells, so that the grid is checked for being shared once a row and not once
/// a cell.
struct RowWriter {
  /// The index of the row's first cell.
  let first: Int
  /// The first column that must not be written, inside the grid.
  let end: Int
  let role: Role

  /// Puts a glyph at a column, as far as it lies between column 0 and `end`.
  @inline(__always)
  func place(_ glyph: Glyph, at column: Int, in cells: inout MutableSpan<Cell>) {
    if glyph.width == 1 {
      if column >= 0 { set(column, Cell(base: glyph.base, marks: glyph.marks, role: role), in: &cells) }
    } else if column >= 0 && column + 1 < end {
      set(column, Cell(base: glyph.base, marks: glyph.marks, role: role), in: &cells)
      set(column + 1, Cell(base: " ", role: role), in: &cells)
      cells[first + column + 1] = Cell(base: " ", role: role, isContinuation: true)
    } else if column >= 0 {
      set(column, Cell(base: " ", role: role), in: &cells)
    } else if column == -1 && end > 0 {
      set(0, Cell(base: " ", role: role), in: &cells)
    }
  }

  /// Repeats a glyph from a column inside the grid up to `end`.
  func fill(with glyph: Glyph, from column: Int, in cells: inout MutableSpan<Cell>) {
    guard glyph.width == 1, end - column > 2 else {
      for column in stride(from: column, to: end, by: glyph.width) { place(glyph, at: column, in: &cells) }
      return
    }
    // Only at its ends can a run halve a wide character.
    place(glyph, at: column, in: &cells)
    place(glyph, at: end - 1, in: &cells)
    let cell = Cell(base: glyph.base, marks: glyph.marks, role: role)
    for index in first + column..<first + end { cells[index] = cell }
  }

  /// Writes a cell that is no second half, and blanks the other half of a wide character it destroys.
  @inline(__always)
  private func set(_ column: Int, _ cell: Cell, in cells: inout MutableSpan<Cell>) {
    let index = first + column
    if cells[index].isContinuation, index > 0 { blank(index - 1, in: &cells) }
    if index + 1 < cells.count && cells[index + 1].isContinuation { blank(index + 1, in: &cells) }
    cells[index] = cell
  }

  private func blank(_ index: Int, in cells: inout MutableSpan<Cell>) {
    cells[index] = Cell(base: " ", role: cells[index].role)
  }
}
