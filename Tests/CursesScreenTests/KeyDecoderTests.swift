import CNCurses
import Testing

@testable import CursesScreen

@Suite struct KeyDecoderTests {
  @Test(
    arguments: [
      (0x00, .control("@")), (0x01, .control("a")), (0x0C, .control("l")), (0x1A, .control("z")),
      (0x1C, .control("\\")), (0x1F, .control("_")), (0x08, .backspace), (0x7F, .backspace), (0x09, .tab),
      (0x0A, .enter), (0x0D, .enter), (0x1B, .escape), (0x20, .character(" ")), (0x51, .character("Q")),
      (0xE9, .character("é")), (0x2212, .character("−")), (0x9AD8, .character("高")), (0x9B, nil),
      (0xD800, nil), (0x110000, nil), (UInt32.max, nil),
    ] as [(UInt32, Key?)])
  func characters(value: UInt32, key: Key?) {
    #expect(KeyDecoder.keys(from: [.character(value)]) == [key].compactMap(\.self))
  }

  @Test(
    arguments: [
      (RK_KEY_LEFT, .left), (RK_KEY_RIGHT, .right), (RK_KEY_UP, .up), (RK_KEY_DOWN, .down),
      (RK_KEY_SHIFT_LEFT, .shiftLeft), (RK_KEY_SHIFT_RIGHT, .shiftRight), (RK_KEY_PAGE_UP, .pageUp),
      (RK_KEY_PAGE_DOWN, .pageDown), (RK_KEY_HOME, .home), (RK_KEY_END, .end), (RK_KEY_ENTER, .enter),
      (RK_KEY_BACKSPACE, .backspace), (RK_KEY_BACK_TAB, .backTab), (RK_KEY_DELETE, .delete),
      (RK_KEY_FUNCTION + 1, .function(1)), (RK_KEY_FUNCTION + 12, .function(12)), (RK_KEY_FUNCTION, nil),
      (RK_KEY_FUNCTION + 64, nil), (RK_KEY_OTHER, nil), (9999, nil),
    ] as [(Int, Key?)])
  func keysWithoutACharacter(code: Int, key: Key?) {
    #expect(KeyDecoder.keys(from: [.special(UInt32(code))]) == [key].compactMap(\.self))
  }

  @Test(
    arguments: [
      ("abc", [.character("a"), .character("b"), .character("c")]),
      ("\u{1B}[1;5Cq", [.character("q")]),
      ("\u{1B}[I\u{1B}[Oq", [.character("q")]),
      ("\u{1B}[200~", []),
      ("\u{1B}[<0;10;20Mx", [.character("x")]),
      ("\u{1B}q", [.escape, .character("q")]),
      ("\u{1B}[", [.escape, .character("[")]),
      ("\u{1B}[12", [.escape, .character("["), .character("1"), .character("2")]),
      ("\u{1B}\u{1B}", [.escape, .escape]),
      ("\u{1B}[é", [.escape, .character("["), .character("é")]),
      ("", []),
    ] as [(String, [Key])])
  func partsOfUnknownSequencesAreNotKeys(typed: String, keys: [Key]) {
    #expect(KeyDecoder.keys(from: typed.unicodeScalars.map { .character($0.value) }) == keys)
  }
}
