import CellGrid
import Testing

@Suite struct TextWidthTests {
  @Test(
    arguments: [
      ("a", 1), ("é", 1), ("e\u{301}", 1), ("\u{301}", 0), ("\u{FE0F}", 0), ("−", 1), ("▲", 1), ("█", 1),
      ("…", 1),
      ("●", 1), ("≈", 1), ("高", 2), ("か", 2), ("か\u{3099}", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
      ("Ａ", 2), ("ｱ", 1), ("😀", 2), ("\u{1B}", 1), ("\u{200D}", 1), ("𠀋", 2),
    ] as [(Character, Int)])
  func charactersHaveAWidth(character: Character, width: Int) {
    #expect(TextWidth.of(character) == width)
  }

  @Test(arguments: [
    ("", 0), ("1:14.44", 7), ("高木 Miho", 9), ("e\u{301}e\u{301}", 2), ("a\nb", 3), ("\u{301}", 1),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("葛\u{E0100}", 2),
  ])
  func aTextIsAsWideAsItIsDrawn(text: String, width: Int) {
    #expect(TextWidth.of(text) == width)
    var grid = CellGrid(size: GridSize(columns: 40, rows: 1))
    #expect(grid.put(text, column: 0, row: 0, role: .plain) == width)
    #expect(TextWidth.of(SafeText.clean(text)) == width)
  }

  @Test(
    arguments: [
      ("GOETZ", 8, .left, "GOETZ   "), ("GOETZ", 8, .right, "   GOETZ"),
      ("GOETZ", 5, .left, "GOETZ"), ("GOETZ", 4, .left, "GOE…"), ("GOETZ", 4, .right, "GOE…"),
      ("GOETZ", 1, .left, "…"), ("GOETZ", 0, .left, ""), ("GOETZ", -1, .left, ""), ("", 3, .right, "   "),
      ("DE GROOT", 4, .left, "DE… "), ("高木美帆", 8, .left, "高木美帆"), ("高木美帆", 7, .left, "高木美…"),
      ("高木美帆", 6, .left, "高木… "), ("高木美帆", 2, .left, "… "), ("高木美帆", 2, .right, " …"),
      ("高木", 5, .right, " 高木"), ("Zoe\u{308} Zee", 5, .left, "Zoe\u{308}… "),
      ("e\u{301}e\u{301}e\u{301}", 2, .left, "e\u{301}…"), ("a\nb", 4, .left, "a\u{FFFD}b "),
      ("\u{301}a", 3, .right, " \u{FFFD}a"),
    ] as [(String, Int, TextWidth.Alignment, String)])
  func fitFillsOrCuts(text: String, width: Int, alignment: TextWidth.Alignment, expected: String) {
    let fitted = TextWidth.fit(text, width: width, alignment: alignment)
    #expect(fitted == expected)
    #expect(TextWidth.of(fitted) == max(width, 0))
  }
}
