/// A rectangle of cells. Its sides are never negative and no operation on it traps: what does not fit is cut.
package struct Rect: Hashable, Sendable {
  /// The leftmost column.
  package let column: Int
  /// The topmost row.
  package let row: Int
  /// Width in cells, 0 or more.
  package let columns: Int
  /// Height in cells, 0 or more.
  package let rows: Int

  /// Coordinates are held within a range that leaves room to add and subtract them without overflow.
  private static let reach = 1_000_000

  /// A rectangle at a place, of a size in cells. A negative size becomes 0.
  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = min(max(column, -Self.reach), Self.reach)
    self.row = min(max(row, -Self.reach), Self.reach)
    self.columns = min(max(columns, 0), Self.reach)
    self.rows = min(max(rows, 0), Self.reach)
  }

  /// The rectangle that covers a whole grid.
  package init(_ size: GridSize) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  /// The first column to the right of it.
  package var right: Int { column + columns }

  /// The first row below it.
  package var bottom: Int { row + rows }

  /// True when it holds no cell.
  package var isEmpty: Bool { columns == 0 || rows == 0 }

  /// Two rectangles one above the other. The upper one gets `height` rows, or all of them when there are fewer.
  package func splitRows(at height: Int) -> (top: Rect, bottom: Rect) {
    let height = min(max(height, 0), rows)
    return (
      Rect(column: column, row: row, columns: columns, rows: height),
      Rect(column: column, row: row + height, columns: columns, rows: rows - height)
    )
  }

  /// What both rectangles cover; empty when they do not meet.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top, columns: min(right, other.right) - left, rows: min(bottom, other.bottom) - top)
  }
}
