import CellGrid
import Testing

@Suite struct RectTests {
  let rect = Rect(column: 2, row: 3, columns: 10, rows: 4)

  @Test func edges() {
    #expect(rect.right == 12)
    #expect(rect.bottom == 7)
    #expect(!rect.isEmpty)
    #expect(Rect(column: 0, row: 0, columns: 0, rows: 4).isEmpty)
    #expect(Rect(column: 0, row: 0, columns: -4, rows: 4).columns == 0)
  }

  @Test(arguments: [
    (0, Rect(column: 2, row: 3, columns: 10, rows: 4)),
    (1, Rect(column: 3, row: 4, columns: 8, rows: 2)),
    (2, Rect(column: 4, row: 5, columns: 6, rows: 0)),
    (9, Rect(column: 7, row: 5, columns: 0, rows: 0)),
    (Int.max, Rect(column: 7, row: 5, columns: 0, rows: 0)),
    (-1, Rect(column: 1, row: 2, columns: 12, rows: 6)),
  ])
  func inset(margin: Int, expected: Rect) {
    #expect(rect.inset(by: margin) == expected)
  }

  @Test(arguments: [(-1, 0), (0, 0), (4, 4), (10, 10), (Int.max, 10), (Int.min, 0)])
  func columnsAreSharedOut(at width: Int, left: Int) {
    let parts = rect.splitColumns(at: width)
    #expect(parts.left == Rect(column: 2, row: 3, columns: left, rows: 4))
    #expect(parts.right == Rect(column: 2 + left, row: 3, columns: 10 - left, rows: 4))
  }

  @Test(arguments: [(-1, 0), (0, 0), (1, 1), (4, 4), (Int.max, 4)])
  func rowsAreSharedOut(at height: Int, top: Int) {
    let parts = rect.splitRows(at: height)
    #expect(parts.top == Rect(column: 2, row: 3, columns: 10, rows: top))
    #expect(parts.bottom == Rect(column: 2, row: 3 + top, columns: 10, rows: 4 - top))
  }

  @Test func intersection() {
    let other = Rect(column: 10, row: 0, columns: 10, rows: 5)
    #expect(rect.intersection(other) == Rect(column: 10, row: 3, columns: 2, rows: 2))
    #expect(rect.intersection(Rect(column: 50, row: 50, columns: 1, rows: 1)).isEmpty)
    #expect(Rect(column: .max, row: .min, columns: .max, rows: .max).intersection(rect).isEmpty)
  }
}
