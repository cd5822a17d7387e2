import FoundationEssentials
import Glibc

/// A broker asked by hand, in the words of its protocol: what is in it is told by nobody but itself.
package final class RawBroker {
  /// What it says of itself.
  package private(set) var info = ""
  private let connection: CInt
  private var buffer: [UInt8] = []

  /// Connects.
  package init(port: UInt16, login: String? = "{}") throws {
    connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = Self.loopback(port: port)
    let failure = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe connect(connection, pointer, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard failure == 0 else { throw NATSServer.Failure(description: "nobody listens on \(port)") }
    var patience = timeval(tv_sec: 10, tv_usec: 0)
    unsafe setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    unsafe setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    info = try line()
    if let login { try send("CONNECT \(login)\r\nSUB answer 1\r\n") }
  }

  deinit { close(connection) }

  /// Asks for something.
  ///
  /// - Returns: the answer.
  package func ask(_ subject: String, _ text: String = "") throws -> String {
    try send("PUB \(subject) answer \(text.utf8.count)\r\n\(text)\r\n")
    while true {
      let words = try line().split(separator: " ")
      guard words.first == "MSG", let count = words.last.flatMap({ Int($0) }) else { continue }
      while buffer.count < count + 2 { try read() }
      defer { buffer.removeFirst(count + 2) }
      return String(decoding: buffer.prefix(count), as: UTF8.self)
    }
  }

  /// Says something, so many times over.
  package func tell(_ subject: String, _ text: String, times: Int) throws {
    try send(String(repeating: "PUB \(subject) \(text.utf8.count)\r\n\(text)\r\n", count: times))
  }

  /// Listens on a subject from now on.
  package func listen(to subject: String) throws {
    try send("SUB \(subject) 2\r\nPING\r\n")
    while try line() != "PONG" {}
  }

  /// The next message that was listened for: where an answer to it is expected, empty where none is.
  package func nextReply() throws -> String {
    while true {
      let words = try line().split(separator: " ")
      guard words.first == "MSG" || words.first == "HMSG", let count = words.last.flatMap({ Int($0) }) else {
        continue
      }
      while buffer.count < count + 2 { try read() }
      buffer.removeFirst(count + 2)
      return words.count == (words[0] == "MSG" ? 5 : 6) ? String(words[3]) : ""
    }
  }

  /// The lines of a stream, with the subject and the id of each, in order.
  package func contents(of stream: String) throws -> [(subject: String, id: String, line: String)] {
    struct Facts: Decodable {
      struct State: Decodable { let last_seq: Int }
      /// Nil where there is no such stream.
      let state: State?
    }
    struct Answer: Decodable {
      struct Message: Decodable {
        let subject: String
        let hdrs: Data
        let data: Data
      }
      let message: Message
    }
    let facts = try ask("$JS.API.STREAM.INFO.\(stream)")
    let last = try JSONDecoder().decode(Facts.self, from: Data(facts.utf8)).state?.last_seq ?? 0
    return try (0..<last).map { index in
      let answer = try ask("$JS.API.STREAM.MSG.GET.\(stream)", #"{"seq":\#(index + 1)}"#)
      let message = try JSONDecoder().decode(Answer.self, from: Data(answer.utf8)).message
      let id = String(decoding: message.hdrs, as: UTF8.self).split(separator: "\r\n")
        .first { $0.hasPrefix("Nats-Msg-Id:") }
      return (
        message.subject, id.map { $0.dropFirst(12).trimmingPrefix(" ") }.map(String.init) ?? "",
        String(decoding: message.data, as: UTF8.self)
      )
    }
  }

  /// What a stream holds, as the file of a log.
  package func log(_ stream: String) throws -> String {
    try contents(of: stream).map { $0.line + "\n" }.joined()
  }

  private func send(_ text: String) throws {
    let bytes = Array(text.utf8)
    guard unsafe Glibc.send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
      throw NATSServer.Failure(description: "the broker takes nothing")
    }
  }

  private func line() throws -> String {
    while true {
      if let end = buffer.firstIndex(of: 10) {
        defer { buffer.removeFirst(end + 1) }
        return String(decoding: buffer[..<end].filter { $0 != 13 }, as: UTF8.self)
      }
      try read()
    }
  }

  private func read() throws {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe recv(connection, &bytes, bytes.count, 0)
    guard count > 0 else { throw NATSServer.Failure(description: "the broker says nothing more") }
    buffer += bytes.prefix(count)
  }

  static func loopback(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }
}
