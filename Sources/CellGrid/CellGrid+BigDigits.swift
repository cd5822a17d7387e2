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
    for (line, offset) in zip(rows, 0...) {
      // A blank has no role: a style that underlines must not show between the strokes.
      var place = column
      for stroke in line.split(separator: " ", omittingEmptySubsequences: false) {
        if !stroke.isEmpty { place += put(String(stroke), column: place, row: top + offset, role: role) }
        put(" ", column: place, row: top + offset, role: .plain, limit: column + width - place)
        place += 1
      }
    }
    return width
  }
}
