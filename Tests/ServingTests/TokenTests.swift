import FoundationEssentials
import RaceLog
import ReplayFixtures
import Serving
import Testing

/// What a sender has to know.
@Suite struct TokenTests {
  @Test(arguments: [
    ("sesame", true), ("Sesame", false), ("sesam", false), ("sesamesesame", false), ("", false),
  ])
  func onlyTheSameIsTheSame(guess: String, matches: Bool) throws {
    #expect(try Token(" sesame\r\n", from: "here").matches(guess.utf8) == matches)
  }

  @Test(arguments: ["", " \n", "two words", "é", "a\u{1B}b"])
  func whatAHeaderCannotCarryIsNone(text: String) {
    let error = #expect(throws: ServingError.badToken("t.txt")) { try Token(text, from: "t.txt") }
    #expect(error?.sentence == "t.txt: no token. It is one word of visible ASCII signs, at most 1024.")
  }

  @Test func aFileThatIsNotThereIsSaid() throws {
    let scratch = try Scratch()
    let path = scratch.folder + "/t"
    let error = #expect(throws: ServingError.self) { try Token(file: path) }
    #expect(error?.sentence == "\(path): no such file. Name one that has a token.")
    let folder = #expect(throws: ServingError.self) { try Token(file: scratch.folder) }
    #expect(folder?.sentence == "\(scratch.folder): a directory. Name a file that has a token.")
  }
}
