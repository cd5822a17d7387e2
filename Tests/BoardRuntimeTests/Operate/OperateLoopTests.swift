import BoardRuntime
import CellGrid
import CursesScreen
import FoundationEssentials
import Journal
import Operation
import RaceLog
import Scoreboard
import Testing

/// The loop: everything that was done is in the journal when it ends, and the sheets stand beside it.
@Suite struct OperateLoopTests {
  private static func folder() throws -> String {
    let url = FileManager.default.temporaryDirectory.appending(path: "rinkside-loop-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url.path
  }

  private func run(
    _ script: [[TerminalEvent]], in folder: String, feeds: [String] = []
  ) throws -> (desk: Desk, ending: BoardLoop.Ending, saved: JournalState, frames: [String]) {
    let opened = try Journal.open(folder + "/m.ndjson")
    let programme = try OperateDesk().session.desk.log.bytes
    var log = EventLog(file: "m.ndjson", bytes: Data())
    try log.extend(with: opened.contents.isEmpty ? programme : opened.contents)
    if opened.contents.isEmpty { opened.journal.append(programme) }
    let desk = Desk(
      log, now: BootStamp(boot: "b", ticks: 0), wall: Instant(ticks: 17_698_896_000_000, zone: 3600))
    var session = OperateSession(
      desk, saved: opened.journal.news(), feeds: feeds, themes: [.monochrome])
    var loop = try OperateLoop(opened.journal, feeds: try feeds.map(FeedReader.init), base: folder + "/m")
    var terminal = ScriptedTerminal(script)
    let (ending, saved) = loop.run(&session, on: &terminal)
    return (session.desk, ending, saved, terminal.frames)
  }

  private func keys(_ text: String) -> [TerminalEvent] { text.map { .key(.character($0)) } }

  @Test func whatWasDoneIsInTheJournalAndTheSheetsBesideIt() throws {
    let folder = try Self.folder()
    let script: [[TerminalEvent]] = [
      [.key(.function(12)), .key(.function(12))], keys(">a "), keys(":split li 1000 75.00") + [.key(.enter)],
      keys(":official anyway") + [.key(.enter)], keys("q"), keys("q"),
    ]
    let result = try run(script, in: folder)
    #expect(result.ending == .quit)
    #expect(result.saved.unsavedLines == 0)
    let bytes = try Data(contentsOf: URL(filePath: folder + "/m.ndjson"))
    #expect(bytes == result.desk.log.bytes)
    #expect(result.desk.log.events.count == 10)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(files.sorted() == ["m-w.csv", "m-w.html", "m-w.json", "m-w.txt", "m.ndjson"])
    // The same command resumes.
    let again = try run([[.signal(.hangUp)]], in: folder)
    #expect(again.desk.log.bytes == bytes)
    #expect(again.desk.history == result.desk.history)
    #expect(again.ending == .signal(.hangUp))
  }

  @Test func aFeedThatIsAFileIsReadFromItsStartAndOnce() throws {
    let folder = try Self.folder()
    let feed = folder + "/feed.ndjson"
    let line = #"{"type":"impulse","device":"timy","lane":"inner","deviceTime":"100.0"}"# + "\n"
    try Data(String(repeating: line, count: 3).utf8).write(to: URL(filePath: feed))
    let result = try run([[], []], in: folder, feeds: [feed])
    #expect(result.desk.log.events.count == 9)
    let again = try run([[], []], in: folder, feeds: [feed])
    #expect(again.desk.log.events.count == 9)
    #expect(again.desk.feeds[feed]?.duplicates == 3)
  }
}
