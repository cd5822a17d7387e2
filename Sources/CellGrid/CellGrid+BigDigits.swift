extension CellGrid {
  /// Draws a time or a gap large, clipped at every edge.
  ///
  /// - Parameters:
  ///   - text: Digits and `: . + - − = ≈` and spaces.
  ///   - column: The leftmost column.
  ///   - row: The topmost row.
  ///   - height: 3, or a multiple of 5, in rows; see ``BigDigits``.
  ///   - role: What it means.
  /// - Returns: The columns it takes; 0, and nothing is drawn, if it has no large form of that height.
  @discardableResult
  package mutating func putBig(_ text: String, column: Int, row: Int, height: Int, role: Role) -> Int {
    guard let rows = BigDigits.rows(for: text, height: height),
      let width = BigDigits.width(of: text, height: height)
    else { return 0 }
    let top = min(max(row, -GridSize.limit), GridSize.limit)
    for (line, offset) in zip(rows, 0...) { put(line, column: column, row: top + offset, role: role) }
    return width
  }
}
