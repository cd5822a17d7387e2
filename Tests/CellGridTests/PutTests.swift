import CellGrid
import Testing

@Suite struct PutTests {
  /// A grid of one to three rows with `text` drawn into dots, so that what was touched shows.
  func drawn(_ text: String, at column: Int, row: Int = 0, columns: Int = 6, rows: Int = 1, limit: Int? = nil)
    -> (text: String, used: Int)
  {
    var grid = CellGrid(size: GridSize(columns: columns, rows: rows))
    grid.fill(Rect(grid.size), with: ".", role: .plain)
    let used = grid.put(text, column: column, row: row, role: .time, limit: limit)
    return (grid.text(), used)
  }

  @Test(arguments: [
    ("abc", 0, "abc...\n", 3),
    ("abc", 3, "...abc\n", 3),
    ("abc", 4, "....ab\n", 2),
    ("abc", 6, "......\n", 0),
    ("abc", -1, "bc....\n", 3),
    ("abc", -3, "......\n", 3),
    ("abcdefghij", -2, "cdefgh\n", 8),
    ("", 2, "......\n", 0),
    ("abc", Int.max, "......\n", 0),
    ("abc", Int.min, "......\n", 3),
  ])
  func textIsClippedAtBothSides(text: String, column: Int, expected: String, used: Int) {
    #expect(drawn(text, at: column) == (expected, used))
  }

  @Test(arguments: [-1, 3, Int.min, Int.max])
  func rowsOutsideTheGridAreLeftAlone(row: Int) {
    #expect(drawn("abc", at: 0, row: row, rows: 3) == ("......\n......\n......\n", 0))
  }

  @Test(arguments: [
    ("abc", 0, 2, "ab....\n", 2),
    ("abc", 0, 0, "......\n", 0),
    ("abc", 0, -1, "......\n", 0),
    ("abc", 5, 9, ".....a\n", 1),
    ("abc", 0, Int.max, "abc...\n", 3),
    ("高木", 0, 3, "高 ...\n", 3),
  ])
  func limitCutsTheText(text: String, column: Int, limit: Int, expected: String, used: Int) {
    #expect(drawn(text, at: column, limit: limit) == (expected, used))
  }

  @Test(arguments: [
    ("高木", 0, "高木..\n", 4),
    ("高木", 4, "....高\n", 2),
    ("高木", 5, ".....\n", 1),
    ("高木", -1, " 木...\n", 4),
    ("高木", -2, "木....\n", 4),
    ("高", -1, " .....\n", 2),
    ("高", -2, "......\n", 2),
  ])
  func aWideCharacterIsNeverHalved(text: String, column: Int, expected: String, used: Int) {
    #expect(drawn(text, at: column) == (expected, used))
  }

  @Test(arguments: [(-1, "高木\n"), (0, "x 木\n"), (1, " x木\n"), (2, "高x\n"), (3, "高 x\n"), (4, "高木x\n")])
  func whatIsLeftOfAHalvedCharacterBecomesBlank(column: Int, expected: String) {
    var grid = CellGrid(size: GridSize(columns: 6, rows: 1))
    grid.put("高木", column: 0, row: 0, role: .name)
    grid.put("x", column: column, row: 0, role: .name)
    #expect(grid.text() == expected)
    for x in 0..<5 where grid[column: x, row: 0].isContinuation {
      #expect(TextWidth.of(grid[column: x - 1, row: 0].character) == 2)
    }
  }

  @Test func aWideCharacterOverTwoWideOnesBlanksBothHalves() {
    var grid = CellGrid(size: GridSize(columns: 4, rows: 1))
    grid.put("高木", column: 0, row: 0, role: .name)
    grid.put("美", column: 1, row: 0, role: .name)
    #expect(grid.text() == " 美\n")
    #expect(!grid[column: 3, row: 0].isContinuation)
  }

  @Test func combiningMarksJoinTheirBase() {
    var grid = CellGrid(size: GridSize(columns: 4, rows: 1))
    #expect(grid.put("e\u{301}a", column: 0, row: 0, role: .name) == 2)
    #expect(grid[column: 0, row: 0].character == "e\u{301}")
    #expect(grid[column: 1, row: 0].character == "a")
    #expect(grid.put("\u{301}x", column: 0, row: 0, role: .name) == 2)
    #expect(grid.text() == "\u{FFFD}x\n")
  }

  @Test func aCellHoldsFiveScalarsAtMost() {
    var grid = CellGrid(size: GridSize(columns: 2, rows: 1))
    let marks = String(repeating: "\u{301}", count: 9)
    #expect(grid.put("e\(marks)a", column: 0, row: 0, role: .name) == 2)
    #expect(grid[column: 0, row: 0].character.unicodeScalars.count == 5)
    #expect(grid[column: 1, row: 0].character == "a")
  }

  @Test(arguments: [
    ("12.34", 6, nil, " 12.34\n", 5), ("12.34", 3, nil, ".34\n", 5), ("高木", 5, nil, " 高木\n", 4),
    ("12.34", 6, 3, "   12.\n", 3), ("1", 0, nil, "\n", 1), ("1", Int.max, nil, "\n", 1),
    ("12", 7, nil, "     1\n", 2),
  ])
  func textEndsAtAColumn(text: String, edge: Int, limit: Int?, expected: String, used: Int) {
    var grid = CellGrid(size: GridSize(columns: 6, rows: 1))
    #expect(grid.put(text, endingAt: edge, row: 0, role: .time, limit: limit) == used)
    #expect(grid.text() == expected)
  }

  @Test func nothingDangerousReachesAGrid() {
    var grid = CellGrid(size: GridSize(columns: 12, rows: 2))
    grid.put("a\u{1B}[2J\nb\u{202E}", column: 0, row: 0, role: .name)
    grid.fill(Rect(column: 0, row: 1, columns: 2, rows: 1), with: "\u{7}", role: .plain)
    #expect(grid.text() == "a\u{FFFD}[2J\u{FFFD}b\u{FFFD}\n\u{FFFD}\u{FFFD}\n")
  }
}
