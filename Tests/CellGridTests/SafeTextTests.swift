import CellGrid
import Testing

@Suite struct SafeTextTests {
  /// Controls (CSI and OSC among them), format and zero width, reading direction, line breaks and joiners,
  /// interlinear, private use, never characters, unassigned and tags, flags and skin tones.
  static let dangerous: [UInt32] = [
    0x00, 0x07, 0x08, 0x09, 0x0A, 0x0D, 0x1B, 0x7F, 0x80, 0x85, 0x9B, 0x9D,
    0xAD, 0x600, 0x61C, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F,
    0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069,
    0x2028, 0x2029, 0x2060, 0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB,
    0xE000, 0xF8FF, 0xF0000, 0x10FFFD, 0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF,
    0x378, 0xE0001, 0xE0041, 0xE007F, 0x1F1E6, 0x1F1FF, 0x1F3FB, 0x1F3FF,
  ]

  @Test(arguments: dangerous)
  func dangerousScalarsAreReplaced(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    var text = String.UnicodeScalarView("a".unicodeScalars)
    text.append(scalar)
    text.append("b")
    let clean = SafeText.clean(String(text))
    #expect(Array(clean.unicodeScalars) == ["a", "\u{FFFD}", "b"])
  }

  @Test(arguments: [
    "TAKAGI Miho", "Ragne Wiklund ~", "Håvard Holmefjord Lorentzen", "e\u{301}a\u{308}", "高木 美帆", "김민선",
    "Ижевск", "−0.01 ≈17.94 ▲▼ ●○ …", "█▀▄▌▐━─═│┃┌┐└┘╸╺", "\u{A0}x", "",
  ])
  func ordinaryTextStaysAsItIs(text: String) {
    #expect(Array(SafeText.clean(text).unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test func variationSelectorsAreLeftOut() {
    #expect(SafeText.clean("葛\u{E0100}城") == "葛城")
    #expect(SafeText.clean("▶\u{FE0F}") == "▶")
  }

  @Test func aMarkWithNothingBeforeItIsReplaced() {
    #expect(SafeText.clean("\u{301}a") == "\u{FFFD}a")
  }

  @Test func cleanTextIsCleanAgain() {
    let dirty = "\u{301}\u{1B}]0;x\u{7}👩\u{200D}🚀\r\n"
    let clean = SafeText.clean(dirty)
    #expect(SafeText.clean(clean) == clean)
    #expect(clean == "\u{FFFD}\u{FFFD}]0;x\u{FFFD}👩\u{FFFD}🚀\u{FFFD}\u{FFFD}")
  }
}
