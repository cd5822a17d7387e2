package import FoundationEssentials
import Glibc
import RaceLog

/// Lines from standard input, a pipe, or a file that grows. Reading never waits.
///
/// A file is read from its start. A named pipe never ends: the next writer may open it.
package final class LineSource {
  /// What a source gave.
  package enum Item: Hashable, Sendable {
    /// A line without its end. A last line without LF is waited for.
    case line(Data)
    /// The beginning of a line that is longer than 64 KiB; the rest of it is left out.
    case tooLong(Data)
    /// A file was written anew: the lines that follow are from its start.
    case replaced
    /// There is no more, told once.
    case ended
  }

  /// How often to ask where nothing tells, in 1/10 000 s.
  package static let interval = FileFollower.interval
  /// The most that one call reads, in bytes.
  package static let most = 1 << 16

  /// What to call it: its path, or `standard input`.
  package let name: String
  /// Whether the last call left something to read.
  package var hasMore: Bool { pipe < 0 && follower?.hasMore == true }
  /// Readable when it is worth asking; -1, which `poll` skips, where nothing tells, and after the end.
  package var descriptor: CInt { pipe >= 0 ? pipe : follower?.descriptor ?? -1 }
  /// Whether ``read()`` has to be called every ``interval`` too: a file may grow without a word.
  package var needsAsking: Bool { pipe < 0 && follower != nil }

  private var pipe: CInt = -1
  private var follower: FileFollower?
  private var cutter = LineCutter()

  /// A source by its path; `-` is standard input. A path that nothing has yet is waited for.
  ///
  /// - Throws: why nothing can ever come from it.
  package init(_ path: String) throws(FeedProblem) {
    if path == "-" {
      name = "standard input"
      guard isatty(STDIN_FILENO) == 0 else { throw .terminal }
      pipe = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
      guard pipe >= 0 else { throw .failed(name, errno: errno) }
    } else {
      name = path
      if try !openPipe() { follower = FileFollower(path, syncs: false) }
    }
  }

  deinit {
    if pipe >= 0 { close(pipe) }
  }

  /// What came since the last time, oldest first.
  ///
  /// - Throws: why it cannot be read. Asked again, it tries again.
  package func read() throws(FeedProblem) -> [Item] {
    if pipe >= 0 { return try readPipe() }
    guard let follower else { return [] }
    do {
      switch try follower.read() {
      case .missing, .nothing, .alive, .connected, .ended: return []
      case .bytes(let bytes): return lines(bytes)
      case .replaced:
        cutter = LineCutter()
        return [.replaced]
      }
    } catch .notAFile(let path) {
      // A pipe that was made only now.
      guard try openPipe() else { throw .notAFile(path) }
      self.follower = nil
      return try readPipe()
    }
  }

  /// Opens what is no file but gives bytes: a pipe, a serial line.
  private func openPipe() throws(FeedProblem) -> Bool {
    var facts = stat()
    guard unsafe stat(name, &facts) == 0 else { return false }
    let kind = facts.st_mode & S_IFMT
    guard kind == S_IFIFO || kind == S_IFCHR else { return false }
    // Open for writing too, a named pipe does not end with its writer.
    let flags = (kind == S_IFIFO ? O_RDWR : O_RDONLY) | O_NONBLOCK | O_CLOEXEC | O_NOCTTY
    pipe = unsafe open(name, flags)
    guard pipe >= 0 else { throw .opening(name, errno) }
    return true
  }

  private func readPipe() throws(FeedProblem) -> [Item] {
    // Standard input may be shared with other programs, so that it must not be made non-blocking: asked first.
    var asked = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&asked, 1, 0) > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: Self.most)
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe Glibc.read(pipe, $0.baseAddress, $0.count) }
    if count > 0 { return lines(bytes.prefix(count)) }
    if count < 0 {
      guard errno != EINTR, errno != EAGAIN else { return [] }
      let problem = FeedProblem.failed(name, errno: errno)
      end()
      throw problem
    }
    end()
    return [.ended]
  }

  private func end() {
    close(pipe)
    pipe = -1
  }

  private func lines(_ bytes: some Sequence<UInt8>) -> [Item] {
    cutter.take(bytes).map { line in
      switch line {
      case .whole(let bytes): .line(bytes)
      case .tooLong(let bytes): .tooLong(bytes)
      }
    }
  }
}
