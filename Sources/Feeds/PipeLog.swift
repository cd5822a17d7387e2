import FoundationEssentials
import Glibc
import RaceLog

/// A log that comes through standard input, until its end.
package final class PipeLog: LogSource {
  /// What to call it.
  package let name = "standard input"
  /// Readable when there is more; -1 after the end.
  package private(set) var descriptor: CInt
  /// Whether the last call left something to read.
  package private(set) var hasMore = false
  /// Whether there was a moment at which nothing was left to read.
  package private(set) var hasCaughtUp = false

  /// The beginning of a line whose end has not come.
  private var rest = Data()
  /// A heartbeat that came with the lines given last.
  private var beat: LogNews?

  /// Standard input.
  ///
  /// - Throws: where it is the terminal that keys come from, or cannot be kept open.
  package convenience init() throws(FeedProblem) {
    guard isatty(STDIN_FILENO) == 0 else { throw .terminal }
    let own = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
    guard own >= 0 else { throw .failed("standard input", errno: errno) }
    self.init(descriptor: own)
  }

  /// The end of a pipe, which is closed with this.
  package init(descriptor: CInt) { self.descriptor = descriptor }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// What is new.
  ///
  /// - Throws: why there is no more.
  package func read() throws(FeedProblem) -> LogNews {
    hasMore = false
    if let news = beat {
      beat = nil
      return news
    }
    guard descriptor >= 0 else { return .nothing }
    var bytes = Data()
    while bytes.count < FileFollower.most, isReadable {
      let (part, number) = readPart()
      if number == EINTR || number == EAGAIN { break }
      guard number == 0 else {
        end()
        throw .failed(name, errno: number)
      }
      guard !part.isEmpty else {
        // What came before the end is given first.
        bytes = lines(bytes) + rest
        rest = Data()
        hasMore = !bytes.isEmpty
        if bytes.isEmpty { end() }
        return bytes.isEmpty ? .ended : .bytes(bytes)
      }
      bytes.append(contentsOf: part)
    }
    hasMore = bytes.count >= FileFollower.most
    if !hasMore { hasCaughtUp = true }
    bytes = lines(bytes)
    if bytes.isEmpty, let news = beat {
      beat = nil
      return news
    }
    if beat != nil { hasMore = true }
    return bytes.isEmpty ? .nothing : .bytes(bytes)
  }

  /// The whole lines, without heartbeats, which are no part of a log.
  private func lines(_ bytes: Data) -> Data {
    rest.append(bytes)
    guard let last = rest.lastIndex(of: UInt8(ascii: "\n")) else {
      // Nobody waits for the end of what can be no line.
      defer { if rest.count > LineScanner.limit { rest = Data() } }
      return rest.count > LineScanner.limit ? rest : Data()
    }
    let whole = Data(rest[...last])
    rest = Data(rest[(last + 1)...])
    guard whole.firstRange(of: Data("\"heartbeat\"".utf8)) != nil else { return whole }
    var kept = Data()
    for line in whole.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
      if Heartbeat.isOne(Data(line)) {
        beat = .alive(at: Heartbeat.moment(Data(line)))
      } else {
        kept.append(line)
        kept.append(UInt8(ascii: "\n"))
      }
    }
    return kept
  }

  /// It may be shared with other programs, so that it must not be made non-blocking: asked first.
  private var isReadable: Bool {
    var asked = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&asked, 1, 0) > 0
  }

  private func readPart() -> (ArraySlice<UInt8>, CInt) {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe bytes.withUnsafeMutableBytes {
      unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
    }
    return count < 0 ? ([], errno) : (bytes.prefix(count), 0)
  }

  private func end() {
    close(descriptor)
    descriptor = -1
    hasCaughtUp = true
  }
}
