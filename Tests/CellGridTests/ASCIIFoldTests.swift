import CellGrid
import Testing

@Suite struct ASCIIFoldTests {
  @Test(arguments: [
    ("aZ09 ~", "aZ09 ~"),
    ("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ", "AAAAAAACEEEEIIIIDNOOOOOOUUUUYT"),
    ("àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿß", "aaaaaaaceeeeiiiidnoooooouuuuytys"),
    ("ĀāĂăĄąĆćČčĎďĐđĒēĘęĚěĞğĢģĪīĮįİıĶķ", "AaAaAaCcCcDdDdEeEeEeGgGgIiIiIiKk"),
    ("ĹĺĻļĽľŁłŃńŅņŇňŌōŐőŒœ", "LlLlLlLlNnNnNnOoOoOo"),
    ("ŔŕŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŴŵŶŷŸŹźŻżŽž", "RrRrSsSsSsTtTtUuUuUuUuWwYyYZzZzZz"),
    ("ȘșȚțǍǎơư", "SsTtAaou"), ("ẤấẼẽỄễỲỳẞ", "AaEeEeYyS"), ("e\u{301}", "e"),
    ("−–—‐", "----"), ("≈", "~"), ("▲▼↑↓", "^v^v"), ("×·…", "x.."), ("→←▶", "><>"), ("⏸‖", "\"\""),
    ("●○◆", "*o*"), ("█▀▄▌▐", "#####"), ("━─═╸╺", "--=--"), ("│┃", "||"), ("┌┐└┘├┤┬┴┼", "+++++++++"),
    ("高木한Жλ", "?????"), ("\u{FFFD}\u{1B}\u{9B}", "???"),
  ])
  func charactersFoldOneByOne(text: String, expected: String) {
    #expect(String(text.map(ASCIIFold.fold)) == expected)
  }

  @Test func nothingFoldsOutsideASCII() {
    for value in UInt32(0)...0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(ASCIIFold.fold(Character(scalar)).isASCII)
    }
  }

  @Test func lettersKeepTheirCase() {
    for value in UInt32(0xC0)..<0x180 {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
      let folded = ASCIIFold.fold(Character(scalar))
      #expect(folded.isLowercase == scalar.properties.isLowercase, "\(scalar)")
    }
  }
}
