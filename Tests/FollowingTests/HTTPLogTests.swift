import Dispatch
import Feeds
import Following
import FoundationEssentials
import RaceLog
import Synchronization
import Testing

/// What becomes of a log whose server does what it should not.
@Suite(.serialized, .timeLimit(.minutes(1))) struct HTTPLogTests {
  private static let beat = "event: heartbeat\ndata: {\"at\":\"1970-01-01T00:00:01Z\",\"seq\":9}\n\n"

  private static func event(_ seq: Int, _ data: String = "{}", log: String = "night") -> String {
    "id: \(log):\(seq)\ndata: \(data)\n\n"
  }

  private static func answer(_ status: String, _ headers: String..., body: String = "no\n") -> String {
    "HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\n"
      + headers.map { $0 + "\r\n" }.joined() + "\r\n" + body
  }

  @Test func historyComesFirstThenWhatIsNew() async throws {
    let server = try ScriptedServer { connection, _ in
      connection.sendHead()
      connection.send(Self.event(1, "a") + Self.event(2, "b") + Self.beat + Self.event(3, "c") + Self.beat)
      connection.waitForEnd()
    }
    defer { server.stop() }
    try await Follower.following(server.port, path: "/meets/7/") { follower in
      #expect(!follower.log.hasCaughtUp)
      try follower.read { $0.text == "a\nb\nc\n" && $0.news.last == .alive(at: 10_000) }
      #expect(follower.log.hasCaughtUp)
      #expect(follower.problems == [])
      #expect(follower.log.name == "http://127.0.0.1:\(server.port)/meets/7")
    }
    let request = try #require(server.requests.first)
    #expect(request.hasPrefix("GET /meets/7/events HTTP/1.1\r\n"))
    #expect(!request.contains("Last-Event-ID"))
    #expect(!request.lowercased().contains("accept-encoding"))
  }

  @Test func linesEndAsTheyLikeAndCharactersComeInPieces() async throws {
    let server = try ScriptedServer { connection, _ in
      connection.sendHead()
      let text = Self.event(1, "{\"name\":\"Ri\u{E9} \u{1F3C1}\"}") + Self.beat
      for byte in text.utf8 { connection.send(byte == 10 ? [13, 10] : [byte]) }
      connection.waitForEnd()
    }
    defer { server.stop() }
    try await Follower.following(server.port) { follower in
      try follower.read { $0.log.hasCaughtUp }
      #expect(follower.text == "{\"name\":\"Ri\u{E9} \u{1F3C1}\"}\n")
    }
  }

  @Test func whatComesTwiceIsGivenOnceAndAGapIsPassedOn() async throws {
    let server = try ScriptedServer { connection, number in
      connection.sendHead()
      connection.send(
        Self.event(1, "a") + Self.event(2, "b") + (number == 0 ? "" : Self.event(7, "c") + Self.beat))
      if number > 0 { connection.waitForEnd() }
    }
    defer { server.stop() }
    try await Follower.following(server.port) { follower in
      try follower.read { $0.log.hasCaughtUp }
      #expect(follower.text == "a\nb\nc\n")
    }
    #expect(server.resumed == [nil, "night:2"])
  }

  @Test func brokenUTF8AndForeignEventsHarmNothing() async throws {
    let server = try ScriptedServer { connection, _ in
      connection.sendHead()
      connection.send(
        Array("id: night:1\ndata: {\"a\":\"".utf8) + [0xFF, 0xC3, 0x28] + Array("\"}\n\n".utf8))
      connection.send("data: without id\n\nid: x\ndata: bad id\n\nevent: other\nid: night:5\ndata: {}\n\n")
      connection.send("id: night:2\ndata: {\ndata: }\n\n" + Self.beat)
      connection.waitForEnd()
    }
    defer { server.stop() }
    try await Follower.following(server.port) { follower in
      try follower.read { $0.log.hasCaughtUp }
      #expect(follower.bytes == Data("{\"a\":\"".utf8) + [0xFF, 0xC3, 0x28] + Data("\"}\n{ }\n".utf8))
    }
  }

  @Test func anotherLogMakesItStartOver() async throws {
    let server = try ScriptedServer { connection, number in
      switch number {
      case 0:
        connection.sendHead()
        connection.send(Self.event(1, "a") + Self.beat)
      case 1: connection.send(Self.answer("409 Conflict"))
      case 2:
        connection.sendHead()
        connection.send(Self.event(1, "b", log: "other") + Self.event(2, "c", log: "third"))
      default:
        connection.sendHead()
        connection.send(Self.event(1, "d", log: "third") + Self.beat)
        connection.waitForEnd()
      }
    }
    defer { server.stop() }
    try await Follower.following(server.port) { follower in
      try follower.read { $0.news.last == .replaced }
      #expect(!follower.log.hasCaughtUp)
      try follower.read { $0.text == "d\n" && $0.log.hasCaughtUp }
      #expect(follower.news.count { $0 == .replaced } == 2)
    }
    #expect(server.resumed == [nil, "night:1", nil, nil])
  }

  @Test(
    arguments: [
      ("404 Not Found", .notRinkside(status: 404)), ("301 Moved Permanently", .notRinkside(status: 301)),
      ("503 Service Unavailable", .busy), ("409 Conflict", .refusal(status: 409)),
      ("500 Internal Server Error", .refusal(status: 500)), ("401 Unauthorized", .refusal(status: 401)),
      ("200 OK", .notEvents),
    ] as [(String, RemoteProblem)])
  func answersThatBringNoLogAreProblemsUntilOneDoes(status: String, problem: RemoteProblem) async throws {
    let server = try ScriptedServer { connection, number in
      if number == 0 {
        connection.send(Self.answer(status, "Content-Type: text/html", "Location: http://127.0.0.1:1/"))
      } else {
        connection.sendHead()
        connection.send(Self.event(1, "a") + Self.beat)
        connection.waitForEnd()
      }
    }
    defer { server.stop() }
    // What is better at once need not have been seen: it comes back only when it was.
    let gate = Gate()
    try await Follower.following(server.port, habits: .after(gate)) { follower in
      follower.onProblem = gate.open
      let problem = FeedProblem.remote(problem, at: "http://127.0.0.1:\(server.port)")
      try follower.read { $0.log.hasCaughtUp }
      #expect(follower.problems == [problem])
      #expect(try follower.log.read() == .nothing)
    }
  }

  @Test func whatIsNoHTTPIsNoLog() async throws {
    let server = try ScriptedServer { connection, _ in connection.send("SSH-2.0-OpenSSH_9.6\r\n") }
    defer { server.stop() }
    try await Follower.following(server.port) { follower in
      try follower.read { !$0.problems.isEmpty }
      #expect(follower.problems.first == .remote(.notEvents, at: follower.log.name))
    }
  }

  @Test func nobodyThereIsSaidAndKeptSaying() async throws {
    let server = try ScriptedServer { _, _ in }
    server.stop()
    // The port is free again once the server's thread has seen it: its first connections may still be taken.
    try await Follower.following(server.port) { follower in
      let refused = FeedProblem.remote(.refused, at: follower.log.name)
      try follower.read { $0.problems.last == refused }
      #expect(throws: refused) { try follower.log.read() }
      #expect(throws: refused) { try follower.log.read() }
    }
    try await Follower.following(HTTPAddress("http://no-such-host.invalid")) { follower in
      try follower.read { !$0.problems.isEmpty }
      #expect(follower.problems == [.remote(.noHost, at: "http://no-such-host.invalid")])
    }
  }

  @Test func aConnectionOverWhichNothingComesIsCut() async throws {
    let clock = StoppedClock()
    let server = try ScriptedServer { connection, number in
      guard number > 0 else {
        clock.advance(.seconds(10))
        return connection.waitForEnd()
      }
      connection.sendHead()
      connection.send(number == 1 ? Self.event(1, "a") : Self.event(2, "b") + Self.beat)
      connection.waitForEnd()
    }
    defer { server.stop() }
    let gate = Gate()
    var habits = HTTPLog.Habits.after(gate)
    habits.timer = clock.timer
    let problems = try await Follower.following(server.port, habits: habits) { follower in
      follower.onProblem = gate.open
      try follower.read { $0.text == "a\n" }
      clock.advance(.seconds(5))
      try follower.read { $0.text == "a\nb\n" }
      return follower.problems
    }
    let address = "http://127.0.0.1:\(server.port)"
    #expect(problems == [.remote(.noAnswer, at: address), .remote(.silent, at: address)])
    #expect(server.resumed == [nil, nil, "night:1"])
  }

  @Test func anEventOfTenMegabytesIsNotTaken() async throws {
    let server = try ScriptedServer { connection, number in
      connection.sendHead()
      connection.send(Self.event(number + 1, "a") + (number > 0 ? Self.beat : ""))
      guard number == 0 else { return connection.waitForEnd() }
      connection.send("id: night:2\ndata: ")
      connection.send(repeatElement(UInt8(ascii: "x"), count: 10_000_000))
      connection.send("\n\n")
    }
    defer { server.stop() }
    let gate = Gate()
    var habits = HTTPLog.Habits.after(gate)
    // As long as a busy machine takes to make so many.
    habits.silence = .seconds(60)
    try await Follower.following(server.port, habits: habits) { follower in
      follower.onProblem = gate.open
      try follower.read { $0.text == "a\na\n" }
      #expect(follower.problems == [.remote(.overlong, at: follower.log.name)])
    }
  }

  @Test func aFloodWaitsForWhoReads() async throws {
    let line = String(repeating: "x", count: 50_000)
    let stands = DispatchSemaphore(value: 0)
    let sent = Mutex(0)
    let server = try ScriptedServer { connection, _ in
      connection.sendHead()
      for seq in 1...1000 {
        connection.send(Self.event(seq, line).utf8) { stands.signal() }
        sent.withLock { $0 = seq }
      }
      stands.signal()
      connection.send(Self.beat)
      connection.waitForEnd()
    }
    defer { server.stop() }
    try await Follower.following(server.port) { follower in
      // Nothing is read, so what it sends gets no further than here and into the buffers of the sockets.
      try #require(stands.wait(timeout: .now() + 60) == .success, "the server never waited for the viewer")
      #expect(sent.withLock { $0 } * line.utf8.count < 30_000_000)
      try follower.read { $0.log.hasCaughtUp }
      #expect(follower.bytes.count == 1000 * (line.utf8.count + 1))
      #expect(follower.longest < 2 << 20)
    }
  }

  @Test func waitsGrowUntilSomethingComesAndTheServersWishIsHeeded() async throws {
    let waits = Mutex<[Duration]>([])
    var habits = HTTPLog.Habits.eager
    habits.pause = { wait in waits.withLock { $0.append(wait) } }
    habits.chance = { 0 }
    let server = try ScriptedServer { connection, number in
      switch number {
      case 0, 1: connection.send(Self.answer("500 Internal Server Error"))
      case 2: connection.send(Self.answer("503 Service Unavailable", "Retry-After: 7"))
      case 3: connection.send(Self.answer("503 Service Unavailable", "Retry-After: soon"))
      case 4:
        connection.sendHead()
        connection.send("retry: 100\n\n" + Self.event(1))
      default:
        connection.sendHead()
        connection.send(Self.beat)
        connection.waitForEnd()
      }
    }
    defer { server.stop() }
    try await Follower.following(server.port, habits: habits) { follower in
      try follower.read { $0.log.hasCaughtUp }
    }
    // 7 s is what this answer asked for, not what the next one does.
    #expect(waits.withLock { $0 } == [250, 500, 7000, 2000, 250].map { Duration.milliseconds($0) })
  }
}
