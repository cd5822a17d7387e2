import Glibc

/// A terminal made for a test: what a program writes to its slave side can be read here, and the other way.
final class PseudoTerminal {
  struct Failure: Error {
    let errno: CInt
  }

  let path: String
  private var master: CInt
  private let slave: CInt

  init(columns: UInt16, rows: UInt16) throws {
    var master: CInt = -1
    var slave: CInt = -1
    var name = [CChar](repeating: 0, count: 128)
    // The slave stays open here, or its settings would be forgotten between two programs.
    guard unsafe openpty(&master, &slave, &name, nil, nil) == 0, fcntl(master, F_SETFL, O_NONBLOCK) == 0
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
    hangUp()
  }

  /// Takes the terminal away, as closing its window does.
  func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// The settings of the line, one number after the other.
  var settings: [UInt32] {
    var now = termios()
    guard unsafe tcgetattr(slave, &now) == 0 else { return [] }
    return [now.c_iflag, now.c_oflag, now.c_cflag, now.c_lflag]
  }

  func type(_ text: String) {
    var bytes = Array(text.utf8)
    _ = unsafe write(master, &bytes, bytes.count)
  }

  /// What was written, read until `text` has come, or until nothing has for five seconds.
  func output(until text: String) -> String {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 4096)
    while !String(decoding: bytes, as: UTF8.self).contains(text) {
      guard Self.wait(for: master) else { break }
      let count = unsafe read(master, &block, block.count)
      guard count > 0 else { break }
      bytes += block.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Waits at most five seconds for something to read.
  static func wait(for descriptor: CInt) -> Bool {
    var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&state, 1, 5000) == 1
  }
}
