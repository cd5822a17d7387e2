import BoardRuntime
import FoundationEssentials
import Glibc
import Serving
import Testing

/// Senders that do wrong, or too much.
@Suite(.timeLimit(.minutes(3)), .serialized) struct PostFaultTests {
  private static let beam =
    #"{"type":"impulse","device":"timy","channel":"C1","deviceTime":"10:00:18.3112"}"#

  @Test func whatIsNotUTF8IsTheSendersToMend() async throws {
    try await onThread {
      let console = try ServedConsole()
      try console.wait(for: "0 viewers")
      let client = try RawClient(port: console.port)
      let line = Array(#"{"type":"message","text":""#.utf8) + [0xC3, 0x28, 0x22, 0x7D, 0x0A]
      try client.send(
        "POST /events HTTP/1.1\r\nHost: rink\r\nConnection: close\r\nContent-Length: \(line.count)\r\n\r\n")
      try client.send(line)
      #expect(
        try client.readToEnd().contains(
          #"{"error":"Not logged: not UTF-8 at byte 27; the line is left out."}"#))
      #expect(console.quit() == 0)
      let saved = try console.saved
      #expect(saved.split(separator: "\n").count == 4)
    }
  }

  @Test(arguments: [
    "Content-Length: 500\r\n\r\n\(beam)\n", "Transfer-Encoding: chunked\r\n\r\n1F4\r\n\(beam)\n",
    "Transfer-Encoding: chunked\r\n\r\n\(String(beam.utf8.count + 1, radix: 16))\r\n\(beam)\n\r\n",
  ])
  func ofABodyThatIsCutNothingIsTaken(request: String) async throws {
    try await onThread {
      let console = try ServedConsole()
      try console.wait(for: "0 viewers")
      do {
        let client = try RawClient(port: console.port)
        try client.send("POST /events HTTP/1.1\r\nHost: rink\r\n" + request)
      }
      // The one after it is the first.
      #expect(try RawClient.post(Self.beam, port: console.port).body == "{\"seq\":5}\n")
      #expect(console.quit() == 0)
      let saved = try console.saved
      #expect(saved.split(separator: "\n").count == 5)
    }
  }

  @Test func tenMegabytesAreRefusedAndTheNextIsServed() async throws {
    try await onThread {
      let console = try ServedConsole()
      try console.wait(for: "0 viewers")
      let line = [UInt8](repeating: 0x78, count: 10_000_000)
      for header in ["Content-Length: 10000000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n989680\r\n"] {
        let client = try RawClient(port: console.port)
        try client.send("POST /events HTTP/1.1\r\nHost: rink\r\n" + header)
        client.sendWhatIsTaken(line)
        let answer = try client.readToEnd()
        #expect(answer.hasPrefix("HTTP/1.1 413"), "\(answer.prefix(300))")
        #expect(answer.contains("At most 1048576 bytes at once."))
      }
      let long = String(repeating: "x", count: 70_000) + "\n" + Self.beam
      #expect(
        try RawClient.post(long, port: console.port).body
          == "{\"error\":\"Not logged: longer than 64 KiB.\"}\n{\"seq\":5}\n")
      #expect(console.quit() == 0)
    }
  }

  @Test func whoSendsABodySlowlyIsCutOff() async throws {
    var options = ServingOptions(ListenAddress(host: "127.0.0.1", port: 0))
    options.posting = Posting(try Inbox(), access: .everybodyHere, patience: 0.1)
    try await serving(Growing(to: 1), options) { port in
      let client = try RawClient(port: port)
      try client.send("POST /events HTTP/1.1\r\nHost: rink\r\nContent-Length: 100\r\n\r\n{\"type\"")
      let answer = try client.readToEnd()
      #expect(!answer.contains("200 OK"))
    }
  }

  @Test func aFloodIsAnsweredAndTheDeskLives() async throws {
    let console = try await onThread { try Shared(ServedConsole()) }
    try await onThread { try console.value.wait(for: "0 viewers") }
    let port = console.value.port
    let body = String(repeating: Self.beam + "\n", count: 500)
    let statuses = try await withThrowingTaskGroup(of: [Int].self) { group in
      for _ in 0..<4 {
        group.addTask {
          try await onThread { try (0..<5).map { _ in try RawClient.post(body, port: port).status } }
        }
      }
      try await onThread {
        console.value.type("\u{1B}[24~\u{1B}[24~")
        try console.value.wait(for: "UNLOCKED")
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(Set(statuses).subtracting([200, 503]) == [])
    #expect(statuses.contains(200))
    try await onThread {
      let taken = statuses.count { $0 == 200 } * 500
      let answer = try RawClient.post(Self.beam, port: port)
      #expect(answer.body == "{\"seq\":\(taken + 5)}\n")
      #expect(console.value.quit() == 0)
    }
  }

  /// Used by one thread after the other.
  private final class Shared: @unchecked Sendable {
    let value: ServedConsole

    init(_ value: ServedConsole) { self.value = value }
  }
}
