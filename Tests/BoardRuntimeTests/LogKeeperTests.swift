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
    #expect(keeper.close().unsavedLines == 0)
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

  @Test func aFileThatCannotBeMadeIsRefused() throws {
    #expect(throws: JournalError.self) { try LogKeeper(scratch.folder + "/none/night") }
  }
}
