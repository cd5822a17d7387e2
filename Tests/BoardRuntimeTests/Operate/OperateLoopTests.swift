import BoardRuntime
import CellGrid
import CursesScreen
import FoundationEssentials
import Journal
import Operation
import RaceLog
import ReplayFixtures
import Scoreboard
import Testing

/// The loop: everything that was done is in the journal when it ends, and the sheets stand beside it.
@Suite struct OperateLoopTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func run(
    _ script: [[TerminalEvent]], feeds: [String] = []
  ) throws -> (desk: Desk, ending: BoardLoop.Ending, saved: JournalState, frames: [String]) {
    let opened = try Journal.open(scratch.folder + "/m.ndjson")
    let programme = try OperateDesk().session.desk.log.bytes
    var log = EventLog(file: "m.ndjson", bytes: Data())
    try log.extend(with: opened.contents.isEmpty ? programme : opened.contents)
    if opened.contents.isEmpty { opened.journal.append(programme) }
    let desk = Desk(
      log, now: BootStamp(boot: "b", ticks: 0), wall: Instant(ticks: 17_698_896_000_000, zone: 3600))
    var session = OperateSession(
      desk, saved: opened.journal.news(), feeds: feeds, themes: [.monochrome])
    var loop = try OperateLoop(
      opened.journal, feeds: try feeds.map(FeedReader.init), base: scratch.folder + "/m")
    var terminal = ScriptedTerminal(script)
    let (ending, saved) = loop.run(&session, on: &terminal)
    return (session.desk, ending, saved, terminal.frames)
  }

  private func keys(_ text: String) -> [TerminalEvent] { text.map { .key(.character($0)) } }

  @Test func whatWasDoneIsInTheJournalAndTheSheetsBesideIt() throws {
    let script: [[TerminalEvent]] = [
      [.key(.function(12)), .key(.function(12))], keys(">a "), keys(":split li 1000 75.00") + [.key(.enter)],
      keys(":official anyway") + [.key(.enter)], keys("q"), keys("q"),
    ]
    let result = try run(script)
    #expect(result.ending == .quit)
    #expect(result.saved.unsavedLines == 0)
    let bytes = try Data(contentsOf: URL(filePath: scratch.folder + "/m.ndjson"))
    #expect(bytes == result.desk.log.bytes)
    #expect(result.desk.log.events.count == 10)
    #expect(try scratch.names == ["m-w.csv", "m-w.html", "m-w.json", "m-w.txt", "m.ndjson"])
    // The same command resumes.
    let again = try run([[.signal(.hangUp)]])
    #expect(again.desk.log.bytes == bytes)
    #expect(again.desk.history == result.desk.history)
    #expect(again.ending == .signal(.hangUp))
  }

  @Test func aFeedThatIsAFileIsReadFromItsStartAndOnce() throws {
    let line = #"{"type":"impulse","device":"timy","lane":"inner","deviceTime":"100.0"}"# + "\n"
    let feed = try scratch.file("feed.ndjson", Data(String(repeating: line, count: 3).utf8))
    let result = try run([[], []], feeds: [feed])
    #expect(result.desk.log.events.count == 9)
    let again = try run([[], []], feeds: [feed])
    #expect(again.desk.log.events.count == 9)
    #expect(again.desk.feeds[feed]?.duplicates == 3)
  }
}
