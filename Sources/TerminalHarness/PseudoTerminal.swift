package import Glibc

/// A terminal without a screen: what a program writes to it can be read and counted, keys can be sent. For
/// the benchmark and for tests of the real program.
package final class PseudoTerminal {
  /// A call of the system that failed.
  package struct Failure: Error {
    /// The system's error number.
    package let errno: CInt

    /// A call that failed with this error number.
    package init(errno: CInt) { self.errno = errno }
  }

  /// The file of the terminal, for a program that opens it itself.
  package let path: String
  private var master: CInt
  private let slave: CInt

  /// A terminal of a size.
  package init(columns: UInt16, rows: UInt16) throws {
    var master: CInt = -1
    var slave: CInt = -1
    var name = [CChar](repeating: 0, count: 128)
    // The slave stays open here, or its settings would be forgotten between two programs.
    guard unsafe openpty(&master, &slave, &name, nil, nil) == 0, fcntl(master, F_SETFL, O_NONBLOCK) == 0,
      fcntl(master, F_SETFD, FD_CLOEXEC) == 0, fcntl(slave, F_SETFD, FD_CLOEXEC) == 0
    else {
      throw Failure(errno: errno)
    }
    self.master = master
    self.slave = slave
    path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    resize(columns: columns, rows: rows)
  }

  deinit {
    close(slave)
    if master >= 0 { close(master) }
  }

  /// Takes the terminal away, as closing its window does, and waits until that has happened: whatever is being started
  /// just now by another thread has all that is open here until it runs.
  package func hangUp() {
    guard master >= 0 else { return }
    close(master)
    master = -1
    // It is told without being asked for.
    var state = pollfd(fd: slave, events: 0, revents: 0)
    _ = unsafe poll(&state, 1, 5000)
  }

  /// Gives it another size, which its programs are told.
  package func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// The settings of the line, one number after the other.
  package var settings: [UInt32] {
    var now = termios()
    guard unsafe tcgetattr(slave, &now) == 0 else { return [] }
    return [now.c_iflag, now.c_oflag, now.c_cflag, now.c_lflag]
  }

  /// Presses keys.
  package func type(_ text: String) {
    var bytes = Array(text.utf8)
    _ = unsafe write(master, &bytes, bytes.count)
  }

  /// What was written, read until `text` has come, or until nothing has for five seconds.
  package func output(until text: String) -> String {
    let wanted = Array(text.utf8)
    var bytes: [UInt8] = []
    while !bytes.contains(wanted), wait(milliseconds: 5000) {
      let more = read()
      if more.isEmpty { break }
      bytes += more
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What is there to read now; empty at the end.
  package func read() -> [UInt8] {
    var block = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe Glibc.read(master, &block, block.count)
    return count > 0 ? Array(block.prefix(count)) : []
  }

  /// Waits for something to read, at most so long.
  package func wait(milliseconds: Int) -> Bool { Self.wait(for: master, milliseconds: milliseconds) }

  /// Waits for something to read here or at another descriptor, at most so long.
  package func wait(orFor other: CInt, milliseconds: Int) -> Bool {
    var states = [master, other].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    return unsafe poll(&states, 2, CInt(clamping: milliseconds)) > 0
  }

  /// Waits for something to read anywhere, at most so long.
  package static func wait(for descriptor: CInt, milliseconds: Int = 5000) -> Bool {
    var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&state, 1, CInt(clamping: milliseconds)) == 1
  }

  /// Starts a program with this as its controlling terminal and all three streams.
  ///
  /// - Returns: its process id.
  package func spawn(_ program: String, _ arguments: [String], environment: [String]) throws -> pid_t {
    // The first terminal that the leader of a new session opens becomes its controlling one.
    try Spawn.start(
      program, arguments, environment: environment,
      streams: [0: .file(path, O_RDWR), 1: .copy(0), 2: .copy(0)], ownSession: true)
  }

  /// Waits for the end of a program that has this terminal.
  ///
  /// - Parameter read: takes some of what it said, and says whether there was any.
  /// - Returns: its exit status as a shell tells it.
  package func end(of pid: pid_t, reading read: () -> Bool) -> CInt {
    // A program waits at its end until the terminal took all it said.
    let status = Spawn.end(of: pid) { if wait(milliseconds: 5) { _ = read() } }
    while read() {}
    return status
  }
}

extension Array where Element == UInt8 {
  /// Whether these bytes stand somewhere in a row.
  fileprivate func contains(_ part: [UInt8]) -> Bool {
    guard count >= part.count else { return false }
    return (0...(count - part.count)).contains { start in self[start..<start + part.count].elementsEqual(part)
    }
  }
}
