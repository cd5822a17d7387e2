extension CellGrid {
  /// Puts another picture into this one, clipped at every edge.
  package mutating func put(_ picture: CellGrid, column: Int, row: Int) {
    for line in 0..<picture.size.rows {
      guard (0..<size.rows).contains(row + line) else { continue }
      for (offset, cell) in picture.cells(inRow: line).enumerated() {
        guard (0..<size.columns).contains(column + offset) else { continue }
        cells[(row + line) * size.columns + column + offset] = cell
      }
    }
  }
}
