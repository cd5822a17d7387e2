import FoundationEssentials
import Glibc
import ReplayFixtures
import Testing

/// The same command again resumes, whatever the journal looks like.
@Suite struct ResumeTests {
  private let scratch: Scratch
  private let journal: String
  private let startList: String

  init() throws {
    scratch = try Scratch()
    journal = scratch.folder + "/meet.ndjson"
    startList = try scratch.file("start.csv", Data(RaceScript.startList.utf8))
  }

  /// Wide, for notices with the names of files in them.
  private func start() throws -> OperatorConsole {
    try OperatorConsole(journal, "--start-list", startList, columns: 240)
  }

  private func save(_ text: some StringProtocol) throws {
    _ = try scratch.file("meet.ndjson", Data(text.utf8))
  }

  /// What a new journal begins with.
  private func programme() throws -> String {
    let console = try start()
    try console.wait(for: "saved 22")
    console.kill()
    return try scratch.text("meet.ndjson")
  }

  @Test func aStartListThatWasCutShortIsEnteredToItsEnd() throws {
    let whole = try programme()
    let lines = whole.split(separator: "\n")
    for count in [1, 2, 13, 21] {
      try save(lines.prefix(count).joined(separator: "\n") + "\n")
      let console = try start()
      try console.wait(for: "resumed: \(count) event")
      console.press("\u{1B}")
      try console.wait(for: "The start list in the journal was not complete; the rest is entered.")
      try console.wait(for: "saved 22")
      console.kill()
      #expect(try scratch.text("meet.ndjson") == whole, "after \(count) lines")
    }
  }

  @Test func aCompleteStartListIsNotReadAgain() throws {
    let whole = try programme()
    _ = try scratch.file(
      "start.csv", Data((RaceScript.startList + "1000,11,inner,new,Somebody New,NED\n").utf8))
    try save(whole + #"{"seq":23,"at":"2026-01-10T14:00:00Z","type":"message","text":"Hello"}"# + "\n")
    let console = try start()
    try console.wait(for: "resumed: 23 events")
    console.press("\u{1B}")
    try console.wait(for: "The journal has its start list already; the option is not read again.")
    console.kill()
    #expect(try scratch.text("meet.ndjson").split(separator: "\n").count == 23)
  }

  @Test func sheetsThatADeadProgramOwedAreWritten() throws {
    try save(
      programme() + #"{"seq":23,"at":"2026-01-10T14:00:00Z","type":"official","race":"r1000","pair":1}"#
        + "\n"
    )
    let console = try start()
    try console.wait(for: "resumed: 23 events")
    console.press("\u{1B}")
    try console.wait(for: "The journal has its start list already")
    console.press("\u{1B}")
    try console.wait(for: "written: meet-r1000.txt, meet-r1000.csv, meet-r1000.json, meet-r1000.html")
    console.press("qq")
    #expect(console.end() == 0)
    #expect(try scratch.text("meet-r1000.csv").contains("Skater"))
  }

  @Test func aTornLastLineIsSavedBesideTheJournalAndSaid() throws {
    let whole = try programme()
    let torn = #"{"seq":23,"at":"2026-01-10T14:00:00+01:00","type":"call","#
    try save(whole + torn)
    let console = try start()
    try console.wait(
      for:
        "\(journal): the last line had no end (a writer died). Its \(torn.utf8.count) bytes are saved in \(journal).torn-1"
    )
    #expect(console.acknowledged == 22)
    #expect(try scratch.text("meet.ndjson") == whole)
    #expect(try scratch.text("meet.ndjson.torn-1") == torn)
    console.enter("unlock", "call 1")
    try console.wait(for: "saved 23")
    console.press("qq")
    #expect(console.end() == 0)
    #expect(try scratch.text("meet.ndjson").hasPrefix(whole + #"{"seq":23,"#))
  }

  @Test func quitTypedTwiceLeavesAndAnythingBetweenDoesNot() throws {
    let console = try start()
    try console.wait(for: "saved 22")
    console.enter("quit", "unlock", "quit")
    try console.wait("unlocked and asked") {
      $0.text.contains("UNLOCKED") && $0.text.contains("Quit? The same key again leaves")
    }
    // Two, for the question does not wait for long.
    console.enter("quit", "quit")
    #expect(console.end() == 0)
  }

  @Test func aSecondOperatorIsRefusedAndTheFirstGoesOn() throws {
    let first = try start()
    try first.wait(for: "saved 22")
    let second = try start()
    #expect(second.end() == 2)
    let said = String(decoding: second.written, as: UTF8.self)
    #expect(
      said
        == "rinkside: \(journal): process \(first.pid) writes this journal already. End that one first, or name "
        + "another journal.\r\n")
    first.enter("unlock", "call 1")
    try first.wait(for: "saved 23")
    first.press("qq")
    #expect(first.end() == 0)
    #expect(try scratch.text("meet.ndjson").split(separator: "\n").count == 23)
  }
}
