import Feeds
import FoundationEssentials
import Glibc
import RaceLog
import Testing

@Suite struct PipeLogTests {
  @Test func itGivesWhatCameAndThenItsEnd() throws {
    var ends: [CInt] = [-1, -1]
    #expect(unsafe pipe(&ends) == 0)
    let log = PipeLog(descriptor: ends[0])
    #expect(!log.hasCaughtUp)
    #expect(try log.read() == .nothing)
    #expect(log.hasCaughtUp)
    write("one\ntw", to: ends[1])
    write("o\n", to: ends[1])
    #expect(isReadable(log.descriptor))
    #expect(try log.read() == .bytes(Data("one\ntwo\n".utf8)))
    #expect(!log.hasMore)
    // Whole lines only.
    write("ha", to: ends[1])
    #expect(try log.read() == .nothing)
    write("lf\n", to: ends[1])
    #expect(try log.read() == .bytes(Data("half\n".utf8)))
    write("last", to: ends[1])
    close(ends[1])
    #expect(try log.read() == .bytes(Data("last".utf8)))
    #expect(log.hasMore)
    #expect(try log.read() == .ended)
    #expect(log.descriptor == -1 && log.hasCaughtUp && !log.hasMore)
    #expect(try log.read() == .nothing)
  }

  @Test func heartbeatsAreSignsOfLifeAndNoLines() throws {
    var ends: [CInt] = [-1, -1]
    #expect(unsafe pipe(&ends) == 0)
    let log = PipeLog(descriptor: ends[0])
    let at = try #require(Instant("2026-01-31T17:00:05+01:00"))
    write(Heartbeat.line(at: at, last: 7) + "\n", to: ends[1])
    #expect(try log.read() == .alive(at: at.ticks))
    let message = #"{"seq":8,"type":"message","text":"a \"heartbeat\""}"#
    write("one\n{\"type\":\"heartbeat\"}\n\n\(message)\n", to: ends[1])
    #expect(try log.read() == .bytes(Data("one\n\n\(message)\n".utf8)))
    #expect(log.hasMore)
    #expect(try log.read() == .alive(at: nil))
    #expect(try log.read() == .nothing)
    close(ends[1])
  }

  @Test func whatIsNoPipeIsAProblem() throws {
    let folder = unsafe open("/", O_RDONLY | O_CLOEXEC)
    let log = PipeLog(descriptor: folder)
    #expect(throws: FeedProblem.failed("standard input", errno: EISDIR)) { try log.read() }
    #expect(log.descriptor == -1)
  }

  private func write(_ text: String, to descriptor: CInt) {
    _ = unsafe text.withCString { unsafe Glibc.write(descriptor, $0, text.utf8.count) }
  }
}
