import CellGrid
import Testing

@Suite struct CellGridTests {
  @Test func aNewGridIsBlank() {
    let grid = CellGrid(size: GridSize(columns: 3, rows: 2))
    #expect(grid.text() == "\n\n")
    #expect(grid.roleMap() == "\n\n")
  }

  @Test(arguments: [(-1, 0), (0, -1), (3, 0), (0, 2), (Int.max, Int.max), (Int.min, Int.min)])
  func outsideTheGridThereAreBlanks(column: Int, row: Int) {
    var grid = CellGrid(size: GridSize(columns: 3, rows: 2))
    grid.fill(Rect(grid.size), with: "#", role: .alert)
    #expect(grid[column: column, row: row] == .blank)
  }

  @Test func anEmptyGridTakesAnything() {
    var grid = CellGrid(size: GridSize(columns: 0, rows: 0))
    grid.put("abc", column: 0, row: 0, role: .plain)
    grid.fill(Rect(column: -5, row: -5, columns: 10, rows: 10), with: "高", role: .plain)
    grid.putBig("1:02.3", column: .min, row: .max, height: 5, role: .clock)
    #expect(grid.text() == "")
    #expect(grid.asASCII() == grid)
  }

  @Test func fillKeepsToItsRectangleAndToTheGrid() {
    var grid = CellGrid(size: GridSize(columns: 5, rows: 3))
    grid.fill(Rect(column: 3, row: 1, columns: 9, rows: 9), with: "█", role: .progress)
    #expect(grid.text() == "\n   ██\n   ██\n")
    #expect(grid.roleMap() == "\n...gg\n...gg\n")
  }

  @Test func aWideFillEndsInABlank() {
    var grid = CellGrid(size: GridSize(columns: 6, rows: 1))
    grid.fill(Rect(grid.size), with: ".", role: .plain)
    grid.fill(Rect(column: 0, row: 0, columns: 5, rows: 1), with: "木", role: .plain)
    #expect(grid.text() == "木木 .\n")
  }

  @Test func everyColumnHasARoleLetter() {
    var grid = CellGrid(size: GridSize(columns: 8, rows: 1))
    grid.put("高木", column: 0, row: 0, role: .name)
    grid.put("1", column: 6, row: 0, role: .rank)
    #expect(grid.text() == "高木  1\n")
    #expect(grid.roleMap() == "nnnn..r\n")
  }

  @Test func asciiKeepsEveryColumnInPlace() {
    var grid = CellGrid(size: GridSize(columns: 14, rows: 1))
    grid.put("Łukasz 高木 −1▲", column: 0, row: 0, role: .name)
    #expect(grid.asASCII().text() == "Lukasz ???? -1\n")
    #expect(grid.asASCII().roleMap() == grid.roleMap())
  }

  @Test func gridsWithTheSamePictureAreEqual() {
    var one = CellGrid(size: GridSize(columns: 4, rows: 1))
    var other = one
    one.put("ab", column: 0, row: 0, role: .time)
    #expect(one != other)
    other.put("xxb", column: 0, row: 0, role: .time)
    other.put("ab", column: 0, row: 0, role: .time)
    other.put(" ", column: 2, row: 0, role: .plain)
    #expect(one == other)
  }
}
