import CellGrid
import Testing

@Suite struct GridSizeTests {
  @Test(arguments: [("80x24", 80, 24), ("1x1", 1, 1), ("1000x1000", 1000, 1000), ("040x012", 40, 12)])
  func sizesAreRead(text: String, columns: Int, rows: Int) {
    #expect(GridSize(text) == GridSize(columns: columns, rows: rows))
  }

  @Test(arguments: [
    "", "80", "x", "80x", "x24", "80x24x1", "0x0", "80x0", "-1x5", "+80x24", "80X24", "80 x 24", "8e1x24",
    "1001x24", "80x1001", "99999999999999999999x1", "eighty x 24", "８０x24",
  ])
  func everythingElseIsRefused(text: String) {
    #expect(GridSize(text) == nil)
  }

  @Test func impossibleSizesAreHeldWithinBounds() {
    #expect(GridSize(columns: -3, rows: .min) == GridSize(columns: 0, rows: 0))
    #expect(GridSize(columns: .max, rows: 2).columns == GridSize.limit)
  }
}
