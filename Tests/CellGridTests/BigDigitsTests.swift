import CellGrid
import Testing

@Suite struct BigDigitsTests {
  let every = "0123456789:.+-−=≈ "

  @Test(arguments: [3, 5, 10, 15])
  func rowsAreAsManyAndAsWideAsAnnounced(height: Int) throws {
    for character in every {
      let text = "1\(character)2"
      let rows = try #require(BigDigits.rows(for: text, height: height))
      let width = try #require(BigDigits.width(of: text, height: height))
      #expect(rows.count == height)
      #expect(rows.allSatisfy { TextWidth.of($0) == width }, "\(character)")
    }
  }

  @Test(arguments: [3, 5])
  func digitsAreEquallyWideAndDifferent(height: Int) {
    let digits = "0123456789".map { BigDigits.rows(for: String($0), height: height) ?? [] }
    #expect(Set(digits).count == 10)
    #expect(Set("0123456789".map { BigDigits.width(of: String($0), height: height) }).count == 1)
    #expect(Set("+-−=".map { BigDigits.width(of: String($0), height: height) }).count == 1)
  }

  @Test(arguments: [("1:0a", 5), ("1", 0), ("1", -5), ("1", 4), ("1", 7), ("1", 5000), ("１", 5)])
  func noLargeForm(text: String, height: Int) {
    #expect(BigDigits.rows(for: text, height: height) == nil)
    #expect(BigDigits.width(of: text, height: height) == nil)
  }

  @Test(arguments: [
    ("Sáblíková", "SABLIKOVA"), ("RIJPMA-DE JONG", "RIJPMA-DE JONG"), ("O'Neil", "O'NEIL"),
    ("Ødegård", "ODEGARD"),
    ("高木", nil), ("Ωm", nil), ("", ""),
  ])
  func namesInLargeLetters(name: String, expected: String?) {
    #expect(BigDigits.letters(of: name) == expected)
  }

  @Test func lettersAreDifferentAndAsHighAsDigits() throws {
    let letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'-"
    let shapes = try letters.map { try #require(BigDigits.rows(for: String($0), height: 5)) }
    #expect(shapes.allSatisfy { rows in rows.count == 5 && rows.allSatisfy { $0.count == rows[0].count } })
    #expect(Set(shapes).count == letters.count)
  }

  @Test func nothingIsDrawnForNothing() {
    #expect(BigDigits.rows(for: "", height: 3) == ["", "", ""])
    #expect(BigDigits.width(of: "", height: 3) == 0)
  }

  @Test(arguments: [
    ("1:14.45", 40, 12, false, 5), ("1:14.45", 80, 24, false, 10), ("1:14.45", 30, 12, false, 3),
    ("1:14.45", 30, 12, true, nil), ("1:14.45", 10, 12, false, nil), ("1:14.45", 80, 2, false, nil),
    ("1:14.45", 300, 60, false, 40), ("x", 80, 24, false, nil),
  ])
  func theGreatestHeightThatFits(text: String, columns: Int, rows: Int, full: Bool, expected: Int?) {
    let size = GridSize(columns: columns, rows: rows)
    #expect(BigDigits.height(of: text, fitting: size, fullBlocksOnly: full) == expected)
  }

  @Test func aClockInSmallAndLargeDigits() {
    var grid = CellGrid(size: GridSize(columns: 30, rows: 8))
    #expect(grid.putBig("−0.14", column: 0, row: 0, height: 3, role: .aheadGaining) == 20)
    #expect(grid.putBig("+1:2", column: 0, row: 3, height: 5, role: .clock) == 19)
    #expect(grid.putBig("1x", column: 0, row: 0, height: 5, role: .clock) == 0)
    #expect(
      grid.text() == """
            █▀▀█    ▀█  █  █
        ▀▀▀ █  █     █  ▀▀▀█
            ▀▀▀▀ ▀  ▀▀▀    ▀
              ███     █████
         ██    ██  ██    ██
        ████   ██     █████
         ██    ██  ██ ██
             █████    █████

        """)
  }

  @Test func theLargeDrawingSurvivesASCII() {
    var grid = CellGrid(size: GridSize(columns: 12, rows: 5))
    grid.putBig("42", column: 0, row: 0, height: 5, role: .clock)
    #expect(
      grid.asASCII().text() == """
        ## ## #####
        ## ##    ##
        ##### #####
           ## ##
           ## #####

        """)
  }
}
