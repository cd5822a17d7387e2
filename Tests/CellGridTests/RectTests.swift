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
