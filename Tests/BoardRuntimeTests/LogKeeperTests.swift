import BoardRuntime
import Feeds
import FoundationEssentials
import Journal
import ReplayFixtures
import Testing

@Suite struct LogKeeperTests {
  private let scratch: Scratch
  private let text: String

  init() throws {
    scratch = try Scratch()
    text = try String(contentsOfFile: Replays.path(RecordingFinder.demoName), encoding: .utf8)
  }

  private func log(_ text: String, isComplete: Bool = true) -> FollowedLog {
    var log = FollowedLog(file: "x", clock: LogClock(wall: 0, now: 0))
    log.take(.bytes(Data(text.utf8)), isComplete: isComplete, now: 0)
    return log
  }

  @Test func whatComesIsKeptInWholeLines() throws {
    let keeper = try LogKeeper(scratch.folder + "/night.ndjson")
    var log = log(String(text.prefix(5000)))
    #expect(keeper.keep(log) == nil)
    #expect(keeper.status.text == "rec")
    log.take(.bytes(Data(text.dropFirst(5000).utf8)), isComplete: true, now: 0)
    #expect(keeper.keep(log) == nil)
    #expect(keeper.close() == nil)
    #expect(try scratch.text("night.ndjson") == text)
  }

  @Test func theSameFileGoesOn() throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let path = try scratch.file("night.ndjson", Data((lines[..<40].joined(separator: "\n") + "\n").utf8))
    let keeper = try LogKeeper(path)
    // The history comes in pieces, and is here already.
    #expect(keeper.keep(log(String(text.prefix(2000)), isComplete: false)) == nil)
    #expect(keeper.keep(log(text)) == nil)
    _ = keeper.close()
    #expect(try scratch.text("night.ndjson") == text)
    #expect(try scratch.names == ["night.ndjson"])
  }

  @Test func anotherLogIsLeftAlone() throws {
    let path = try scratch.file("night.ndjson", Data("{\"seq\":1}\n".utf8))
    _ = try scratch.file("night-2.ndjson", Data("mine\n".utf8))
    let keeper = try LogKeeper(path)
    let notice = keeper.keep(log(text))
    #expect(notice == "\(path) holds another log: recording to \(scratch.folder)/night-3.ndjson")
    _ = keeper.close()
    #expect(try scratch.text("night.ndjson") == "{\"seq\":1}\n")
    #expect(try scratch.text("night-2.ndjson") == "mine\n")
    #expect(try scratch.text("night-3.ndjson") == text)
  }

  @Test func theNextFileGoesOnToo() throws {
    let path = try scratch.file("night.ndjson", Data("other\n".utf8))
    _ = try scratch.file("night-2.ndjson", Data("mine\n".utf8))
    _ = try scratch.file("night-3.ndjson", Data("one\n".utf8))
    let keeper = try LogKeeper(path)
    #expect(keeper.keep(log("one\ntwo\n"))?.hasSuffix("night-3.ndjson") == true)
    #expect(keeper.close() == nil)
    #expect(try scratch.text("night-3.ndjson") == "one\ntwo\n")
    #expect(try scratch.names.count == 3)
  }

  @Test func aLogWrittenAnewGoesToAnotherFile() throws {
    let keeper = try LogKeeper(scratch.folder + "/night")
    var log = log(text)
    _ = keeper.keep(log)
    log.take(.replaced, isComplete: false, now: 0)
    #expect(keeper.keep(log) == nil)
    log.take(.bytes(Data("{\"other\":1}\n".utf8)), isComplete: true, now: 0)
    #expect(keeper.keep(log)?.hasSuffix("recording to \(scratch.folder)/night-2") == true)
    _ = keeper.close()
    #expect(try scratch.text("night") == text)
    #expect(try scratch.text("night-2") == "{\"other\":1}\n")
  }

  /// Whoever serves it was put back to less, and goes on otherwise.
  @Test func aFileThatHasMoreIsComparedWithAllThatComes() throws {
    let path = try scratch.file("night.ndjson", Data("one\ntwo\nlost\n".utf8))
    let keeper = try LogKeeper(path)
    var log = log("one\ntwo\n")
    #expect(keeper.keep(log) == nil)
    log.take(.bytes(Data("another\nfour\n".utf8)), isComplete: true, now: 0)
    #expect(keeper.keep(log) == "\(path) holds another log: recording to \(scratch.folder)/night-2.ndjson")
    #expect(keeper.close() == nil)
    #expect(try scratch.text("night.ndjson") == "one\ntwo\nlost\n")
    #expect(try scratch.text("night-2.ndjson") == "one\ntwo\nanother\nfour\n")
  }

  /// Half a line at its end is somebody's, too, until it is known to be half a line of this log.
  @Test(arguments: [("line one\nmy notes", false), ("notes", false), ("one\ntw", true)])
  func halfALineIsCutOffOnlyWhereItIsOfThisLog(before: String, isOurs: Bool) throws {
    let path = try scratch.file("notes.txt", Data(before.utf8))
    let keeper = try LogKeeper(path)
    #expect((keeper.keep(log("one\ntwo\n")) == nil) == isOurs)
    #expect(keeper.close() == nil)
    #expect(try scratch.text("notes.txt") == (isOurs ? "one\ntwo\n" : before))
    #expect(try isOurs || scratch.text("notes-2.txt") == "one\ntwo\n")
    #expect(try scratch.names.contains { $0.contains("torn") } == isOurs)
  }

  @Test func whereNoOtherFileCanBeMadeItIsSaid() throws {
    let folder = scratch.folder + "/closed"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    try Data("mine\n".utf8).write(to: URL(filePath: folder + "/night"))
    let keeper = try LogKeeper(folder + "/night")
    try FileManager.default.moveItem(atPath: folder, toPath: scratch.folder + "/gone")
    let said =
      "\(folder)/night-2: cannot be used as the journal (No such file or directory). Name a file on another disk."
    #expect(keeper.keep(log("one\n")) == said)
    #expect(keeper.status.text == "NOT RECORDED: \(said)")
    #expect(keeper.keep(log("one\ntwo\n")) == nil)
    #expect(keeper.close() == "\(folder)/night: not all of the log is recorded; 0 lines are lost. \(said)")
  }

  @Test func aFileThatCannotBeMadeIsRefused() throws {
    #expect(throws: JournalError.noFolder(scratch.folder + "/none/night")) {
      try LogKeeper(scratch.folder + "/none/night")
    }
    #expect(throws: JournalError.isDirectory(scratch.folder)) { try LogKeeper(scratch.folder) }
    #expect(throws: JournalError.notAFile("/dev/null")) { try LogKeeper("/dev/null") }
  }
}
