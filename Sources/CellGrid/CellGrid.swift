/// A picture made of character cells: what a screen will show, with no knowledge of terminals.
///
/// Everything drawn outside it is clipped, never an error.
package struct CellGrid: Hashable, Sendable {
  /// Its size, fixed when it is made.
  package let size: GridSize
  var cells: [Cell]

  /// A grid of blanks in the role ``Role/plain``.
  package init(size: GridSize) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// The cell at a place; outside the grid, a blank.
  package subscript(column column: Int, row row: Int) -> Cell {
    guard (0..<size.columns).contains(column), (0..<size.rows).contains(row) else { return .blank }
    return cells[row * size.columns + column]
  }

  /// The cells of one row from left to right; outside the grid, none.
  package func cells(inRow row: Int) -> ArraySlice<Cell> {
    guard (0..<size.rows).contains(row) else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// True if a row shows the same in both grids, which are of the same width.
  package func hasSameRow(_ row: Int, as other: CellGrid) -> Bool {
    cells(inRow: row) == other.cells(inRow: row)
  }

  /// Draws text from left to right.
  ///
  /// The text is made safe first, and clipped at every edge. A wide character is never halved: the half that
  /// would show becomes a blank.
  ///
  /// - Parameters:
  ///   - text: What to draw, on this one row whatever it contains.
  ///   - column: Where the first character goes. It may lie left of the grid.
  ///   - row: The row. Outside the grid nothing is drawn.
  ///   - role: What the text means.
  ///   - limit: The most columns it may take; nil for all up to the right edge.
  /// - Returns: The columns from `column` to the end of what was drawn, so that `column` plus the result is
  ///   where more text can follow.
  @discardableResult
  package mutating func put(_ text: String, column: Int, row: Int, role: Role, limit: Int? = nil) -> Int {
    guard (0..<size.rows).contains(row), column < size.columns else { return 0 }
    // Far enough left that nothing shows, and near enough that sums cannot overflow.
    let start = max(column, -1_000_000)
    let end = min(size.columns, start + min(max(limit ?? 2_000_000, 0), 2_000_000))
    var x = start
    let writer = RowWriter(first: row * size.columns, end: end, role: role)
    var span = cells.mutableSpan
    for glyph in Glyphs(text) {
      if x >= end { break }
      writer.place(glyph, at: x, in: &span)
      x += glyph.width
    }
    return min(x, max(end, start)) - start
  }

  /// Draws text that ends at a column.
  ///
  /// - Parameters:
  ///   - text: What to draw.
  ///   - rightEdge: The first column to the right of the text.
  ///   - row: The row.
  ///   - role: What the text means.
  ///   - limit: The most columns it may take; a longer text loses its end.
  /// - Returns: The columns it takes, whether they lie inside the grid or not.
  @discardableResult
  package mutating func put(
    _ text: String, endingAt rightEdge: Int, row: Int, role: Role, limit: Int? = nil
  ) -> Int {
    let width = min(TextWidth.of(text), max(limit ?? Int.max, 0))
    let edge = min(max(rightEdge, -GridSize.limit), 2 * GridSize.limit)
    put(text, column: edge - width, row: row, role: role, limit: width)
    return width
  }

  /// Gives everything in a rectangle one role, and leaves what it shows.
  package mutating func restyle(_ rect: Rect, as role: Role) {
    let area = rect.intersection(Rect(size))
    guard !area.isEmpty else { return }
    for row in area.row..<area.bottom {
      for column in area.column..<area.right { cells[row * size.columns + column].role = role }
    }
  }

  /// Fills a rectangle with one character. A wide one gives pairs, and a blank in a last odd column.
  package mutating func fill(_ rect: Rect, with character: Character, role: Role) {
    let area = rect.intersection(Rect(size))
    guard !area.isEmpty else { return }
    var glyphs = Glyphs(String(character))
    let glyph = glyphs.next() ?? Glyph(base: " ", marks: .zero, width: 1)
    let width = size.columns
    var span = cells.mutableSpan
    for row in area.row..<area.bottom {
      let writer = RowWriter(first: row * width, end: area.right, role: role)
      writer.fill(with: glyph, from: area.column, in: &span)
    }
  }
}
