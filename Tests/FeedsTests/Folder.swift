import Glibc
import ReplayFixtures

/// A folder in which somebody writes files that grow, gone after the test.
struct Folder {
  private let scratch: Scratch
  var path: String { scratch.folder }

  init() throws { scratch = try Scratch() }

  func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// Adds to a file, which is made where there is none.
  func add(_ text: String, to name: String) throws {
    let file = unsafe open(self(name), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    try Self.write(text, to: file)
    close(file)
  }

  /// Writes a file whole, beside, and gives it the name.
  func replace(_ name: String, with text: String) throws {
    try add(text, to: name + ".new")
    guard unsafe rename(self(name + ".new"), self(name)) == 0 else { throw Failure(errno: errno) }
  }

  /// Cuts a file and writes into it.
  func rewrite(_ name: String, with text: String) throws {
    guard unsafe truncate(self(name), 0) == 0 else { throw Failure(errno: errno) }
    try add(text, to: name)
  }

  struct Failure: Error {
    let errno: CInt
  }

  static func write(_ text: String, to file: CInt) throws {
    let bytes = Array(text.utf8)
    guard unsafe bytes.withUnsafeBytes({ unsafe Glibc.write(file, $0.baseAddress, $0.count) }) == bytes.count
    else { throw Failure(errno: errno) }
  }
}

/// Whether a descriptor says that it is worth asking.
func isReadable(_ descriptor: CInt) -> Bool {
  var asked = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  return unsafe poll(&asked, 1, 0) > 0
}
