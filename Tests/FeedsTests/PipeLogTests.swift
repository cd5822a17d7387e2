import Feeds
import FoundationEssentials
import Glibc
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
    write("last", to: ends[1])
    close(ends[1])
    #expect(try log.read() == .bytes(Data("last".utf8)))
    #expect(log.hasMore)
    #expect(try log.read() == .ended)
    #expect(log.descriptor == -1 && log.hasCaughtUp && !log.hasMore)
    #expect(try log.read() == .nothing)
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
