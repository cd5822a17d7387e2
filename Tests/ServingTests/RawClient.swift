import Glibc

/// A viewer that writes and reads bytes over a socket, as `curl` does. It blocks the thread it is used on: see ``onThread(_:)``.
final class RawClient {
  struct Failure: Error, CustomStringConvertible {
    let what: String
    let errno: CInt

    /// Some megabytes of a stream tell nobody anything.
    var description: String {
      let cut = what.count > 300 ? "\(what.prefix(150)) … \(what.suffix(150))" : what
      return errno == 0 ? cut : "\(cut) (\(unsafe String(cString: strerror(errno))))"
    }
  }

  private let socket: CInt
  private var received: [UInt8] = []

  init(port: Int, receiveBuffer: CInt? = nil) throws {
    socket = Glibc.socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    if var size = receiveBuffer {
      unsafe setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<CInt>.size))
    }
    // A test that waits for what never comes fails, it does not hang.
    var limit = timeval(tv_sec: 60, tv_usec: 0)
    unsafe setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    unsafe setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let code = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard code == 0 else { throw Failure(what: "connect", errno: errno) }
  }

  deinit { close(socket) }

  func send(_ text: String) throws { try send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) throws {
    let count = unsafe bytes.withUnsafeBytes {
      unsafe Glibc.send(socket, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
    }
    guard count == bytes.count else { throw Failure(what: "send", errno: errno) }
  }

  /// Sends as much as is taken before the other side closes.
  func sendWhatIsTaken(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.send(socket, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// The seqs of the whole events that came.
  var wholeSeqs: [Int] {
    let text = String(decoding: received, as: UTF8.self)
    let end = text.ranges(of: "\n\n").last?.upperBound ?? text.startIndex
    return Growing.seqs(String(text[..<end]))
  }

  /// Asks for a path.
  func get(_ path: String, _ headers: String..., method: String = "GET") throws {
    try send(
      "\(method) \(path) HTTP/1.1\r\nHost: rink\r\n" + headers.map { $0 + "\r\n" }.joined() + "\r\n")
  }

  /// Reads until what came has a text.
  @discardableResult
  func read(until text: String) throws -> String {
    while true {
      let all = String(decoding: received, as: UTF8.self)
      if all.contains(text) { return all }
      guard try more() else { throw Failure(what: "closed before \(text): \(all)", errno: 0) }
    }
  }

  /// Reads to the end of the connection.
  @discardableResult
  func readToEnd() throws -> String {
    while try more() {}
    return String(decoding: received, as: UTF8.self)
  }

  private func more() throws -> Bool {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe recv(socket, $0.baseAddress, $0.count, 0) }
    if count < 0, errno == ECONNRESET { return false }
    guard count >= 0 else { throw Failure(what: "recv", errno: errno) }
    received += bytes.prefix(count)
    return count > 0
  }

  /// The status of an answer to one request, its head and what it says.
  static func ask(
    _ path: String, _ headers: String..., method: String = "GET", port: Int
  ) throws -> (status: Int, head: String, body: String) {
    let client = try RawClient(port: port)
    try client.send(
      "\(method) \(path) HTTP/1.1\r\nHost: rink\r\nConnection: close\r\n"
        + headers.map { $0 + "\r\n" }.joined() + "\r\n")
    return try client.answer()
  }

  /// Posts lines: the status of the answer, its head and what it says.
  static func post(
    _ body: String, to path: String = "/events", _ headers: String..., port: Int
  ) throws -> (status: Int, head: String, body: String) {
    let client = try RawClient(port: port)
    try client.send(
      "POST \(path) HTTP/1.1\r\nHost: rink\r\nConnection: close\r\nContent-Length: \(body.utf8.count)\r\n"
        + headers.map { $0 + "\r\n" }.joined() + "\r\n" + body)
    return try client.answer()
  }

  private func answer() throws -> (status: Int, head: String, body: String) {
    let parts = try readToEnd().split(separator: "\r\n\r\n", maxSplits: 1)
    let head = parts.first.map(String.init) ?? ""
    let status = head.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return (status, head.lowercased(), parts.count > 1 ? String(parts[1]) : "")
  }
}
