import Glibc

/// The least client of a NATS server: its text protocol on a bare socket.
final class NATSClient {
  let socket: Socket
  private var buffer: [UInt8] = []

  /// Connects and, where a subject is given, subscribes to it.
  init(port: UInt16, subject: String? = nil) throws {
    socket = try Socket(port: port)
    socket.send("CONNECT {\"verbose\":false,\"pedantic\":false}\r\n")
    if let subject { socket.send("SUB \(subject) 1\r\n") }
    socket.send("PING\r\n")
    // Whatever was asked before is in force once this is answered.
    while !String(decoding: buffer, as: UTF8.self).contains("PONG\r\n") {
      let more = socket.receive()
      guard !more.isEmpty else { break }
      buffer += more
    }
    buffer = []
  }

  func publish(_ text: String, to subject: String) {
    socket.send("PUB \(subject) \(text.utf8.count)\r\n\(text)\r\n")
  }

  /// What came next, as it came; nil at the end. A ping of the server is answered.
  func next() -> [UInt8]? {
    let bytes = socket.receive()
    guard !bytes.isEmpty else { return nil }
    if bytes.starts(with: Array("PING".utf8)) { socket.send("PONG\r\n") }
    return bytes
  }
}
