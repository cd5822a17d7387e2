import BoardRuntime
import Feeds
import FoundationEssentials
import Glibc
import RaceLog
import ReplayFixtures
import Serving
import Testing

/// The server, as a client without any library sees it.
@Suite(.timeLimit(.minutes(1)), .serialized) struct LogServerTests {
  @Test func aStreamHasTheHistoryThenWhatComesAndGoesOnAfterTheLastId() async throws {
    let log = Growing(to: 2)
    try await serving(log) { port in
      let first = try RawClient(port: port)
      try first.get("/events")
      let text = try first.read(until: "id: night:2\ndata: \(Growing.message(2))\n\n")
      #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n"))
      #expect(text.contains("text/event-stream"))
      log.add([Growing.message(3)])
      try first.read(until: "id: night:3\n")
      let second = try RawClient(port: port)
      try second.get("/events", "Last-Event-ID: night:2")
      #expect(Growing.seqs(try second.read(until: "id: night:3\n")) == [3])
      #expect(try second.read(until: "\r\n\r\n").lowercased().contains("rinkside-digest: "))
      let third = try RawClient(port: port)
      try third.get("/events?from=1")
      #expect(Growing.seqs(try third.read(until: "id: night:3\n")) == [2, 3])
    }
  }

  @Test func aHeartbeatComesWithoutAnythingElse() async throws {
    try await serving(Growing(to: 1)) { port in
      let viewer = try RawClient(port: port)
      try viewer.get("/events")
      #expect(try viewer.read(until: "event: heartbeat\n").contains("retry: 1000\n\n"))
    }
  }

  @Test(arguments: [
    ("/events", "Last-Event-ID: day:1", 409, "you have events of day"),
    ("/events", "Last-Event-ID: night:9", 409, "The log night ends with 2"),
    ("/events", "Last-Event-ID: nonsense", 400, "nonsense: not a place in a log"),
    ("/events?from=-1", "X: y", 400, "-1: not a place in a log"),
    ("/events?from=9", "X: y", 409, "you have events up to 9"),
    ("/nothing", "X: y", 404, "/nothing: nothing is here"),
    ("/board?size=9", "X: y", 400, "9: not a size"),
    ("/board?size=401x20", "X: y", 400, "401x20: not a size"),
    ("/board?screen=tv", "X: y", 400, "tv: no such screen"),
    ("/results?race=x", "X: y", 404, "No race \"x\" in this log"),
    ("/results", "Accept: image/png", 406, "image/png: there are application/json and text/csv"),
    ("/log", "Content-Length: 3", 413, "This request has a body"),
  ])
  func whatCannotBeIsRefusedInASentence(
    path: String, header: String, status: Int, sentence: String
  ) async throws {
    try await serving(Growing(to: 2)) { port in
      let answer = try RawClient.ask(path, header, port: port)
      #expect(answer.status == status)
      #expect(answer.body.contains(sentence), "\(answer.body)")
    }
  }

  @Test func onlyReadingIsPossible() async throws {
    try await serving(Growing(to: 1)) { port in
      for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        let answer = try RawClient.ask("/log", method: method, port: port)
        #expect(answer.status == 405)
        #expect(answer.head.contains("allow: get, head\r\n"))
        #expect(answer.body == "\(method): this cannot be done here. There are GET, HEAD.\n")
      }
      #expect(try RawClient.ask("/log", method: "HEAD", port: port).body == "")
    }
  }

  @Test func atADeskEventsTakePostAndNothingElseDoes() async throws {
    var options = ServingOptions(ListenAddress(host: "127.0.0.1", port: 0))
    options.posting = Posting(try Inbox(), access: .everybodyHere)
    try await serving(Growing(to: 1), options) { port in
      let put = try RawClient.ask("/events", method: "PUT", port: port)
      #expect(put.status == 405)
      #expect(put.head.contains("allow: get, head, post\r\n"))
      #expect(put.body == "PUT: this cannot be done here. There are GET, HEAD, POST.\n")
      let log = try RawClient.ask("/log", method: "POST", port: port)
      #expect(log.head.contains("allow: get, head\r\n"))
    }
  }

  @Test(arguments: [
    ("POST", "/nothing", 404), ("GET", "/nothing", 404), ("PUT", "/log", 405), ("GET", "/log", 413),
  ])
  func aBodyThatNobodyReadsIsTheEndOfTheConnection(
    method: String, path: String, status: Int
  ) async throws {
    try await serving(Growing(to: 1)) { port in
      for header in ["Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", "Content-Length: 9999\r\n\r\nhello"]
      {
        let client = try RawClient(port: port)
        try client.send("\(method) \(path) HTTP/1.1\r\nHost: rink\r\n" + header)
        let answer = try client.readToEnd()
        #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
        #expect(answer.lowercased().contains("\r\nconnection: close\r\n"))
      }
    }
  }

  @Test func anOldClientGetsNoChunksAndTheEndOfTheConnection() async throws {
    let log = Growing(to: 2)
    try await serving(log) { port in
      let viewer = try RawClient(port: port)
      try viewer.send("GET /events HTTP/1.0\r\n\r\n")
      let text = try viewer.read(until: "id: night:2\ndata: \(Growing.message(2))\n\n")
      #expect(text.hasPrefix("HTTP/1.0 200 OK\r\n"))
      #expect(!text.lowercased().contains("transfer-encoding"))
      #expect(text.contains("\r\n\r\nretry: 1000\n\nid: night:1\n"))
      for path in ["/health", "/board", "/log"] {
        let client = try RawClient(port: port)
        try client.send("GET \(path) HTTP/1.0\r\n\r\n")
        #expect(try client.readToEnd().hasPrefix("HTTP/1.0 200 OK\r\n"))
      }
    }
  }

  @Test func aHeadIsThatOfTheAnswer() async throws {
    try await serving(Growing(to: 2)) { port in
      #expect(try RawClient.ask("/events", method: "HEAD", port: port).head.contains("text/event-stream"))
      for path in ["/log", "/results", "/board", "/health"] {
        let answer = try RawClient.ask(path, method: "HEAD", port: port)
        #expect(answer.status == 200)
        #expect(answer.body == "")
        let length = try RawClient.ask(path, port: port).body.utf8.count
        #expect(answer.head.contains("content-length: \(length)\r\n"))
      }
    }
  }

  @Test func theLogComesAsItIsInWholeLines() async throws {
    let text = try String(contentsOfFile: Replays.path(try #require(Replays.names.first)), encoding: .utf8)
    let log = Growing()
    log.hub.take(.bytes(Data((text + "{\"seq\":").utf8)), now: 0)
    try await serving(log) { port in
      let answer = try RawClient.ask("/log", port: port)
      #expect(answer.head.contains("application/x-ndjson"))
      #expect(answer.body == text)
    }
  }

  @Test func theBoardAndTheResultsAreThoseOfTheProgram() async throws {
    let log = Growing()
    let text = try String(contentsOfFile: Replays.path(try #require(Replays.names.first)), encoding: .utf8)
    log.hub.take(.bytes(Data(text.utf8)), now: 0)
    try await serving(log) { port in
      let board = try RawClient.ask("/board?size=100x30&screen=standings", port: port)
      #expect(board.status == 200)
      #expect(board.body.split(separator: "\n", omittingEmptySubsequences: false).count == 31)
      #expect(try RawClient.ask("/results", port: port).body.hasPrefix("[\n"))
      let csv = try RawClient.ask("/results", "Accept: application/json;q=0.5, text/csv", port: port)
      #expect(csv.head.contains("text/csv"))
      #expect(!csv.body.hasPrefix("["))
    }
  }

  @Test func healthSaysHowItIs() async throws {
    let log = Growing(to: 2)
    log.add([Growing.message(3)], now: 0)
    try await serving(log, now: 25_000) { port in
      let body = try RawClient.ask("/health", port: port).body
      #expect(
        body
          == #"{"age":2.5,"errors":0,"events":3,"log":"night","places":10,"seq":3,"viewers":0}"# + "\n")
    }
  }

  @Test func theOneTooManyIsToldWhenToComeBack() async throws {
    let log = Growing(viewers: 1, [Growing.meet])
    try await serving(log) { port in
      let first = try RawClient(port: port)
      try first.get("/events")
      try first.read(until: "id: night:1\n")
      let answer = try RawClient.ask("/events", port: port)
      #expect(answer.status == 503)
      #expect(answer.head.contains("retry-after: 10"))
      #expect(answer.body.contains("All 1 places for viewers are taken"))
      #expect(try RawClient.ask("/health", port: port).body.contains("\"viewers\":1"))
    }
  }

  @Test func aPlaceIsFreeWhenTheAnswerOrTheConnectionEnds() async throws {
    let log = Growing(to: 1)
    try await serving(log) { port in
      do {
        let viewer = try RawClient(port: port)
        for _ in 0..<3 { try viewer.get("/log") }
        try viewer.get("/events")
        try viewer.read(until: "id: night:1\n")
        #expect(log.hub.viewerCount == 1)
      }
      try waitFor("the free place") { log.hub.viewerCount == 0 }
    }
  }

  @Test func whoSendsHeadersSlowlyOrTooManyIsCutOff() async throws {
    var patience = LogServer.Patience()
    patience.request = 0.1
    try await serving(Growing(to: 1), patience: patience) { port in
      let slow = try RawClient(port: port)
      try slow.send("GET /log HTTP/1.1\r\nHost: ri")
      #expect(try slow.readToEnd() == "")
    }
    try await serving(Growing(to: 1)) { port in
      let large = try RawClient(port: port)
      try large.get("/log", "X: " + String(repeating: "x", count: 20_000))
      #expect(try large.readToEnd().hasPrefix("HTTP/1.1 400"))
    }
  }

  @Test func aViewerWhoDoesNotReadIsCutOffAndDelaysNobody() async throws {
    let log = Growing(to: 20_000)
    let at = try #require(Instant("2024-01-01T10:00:05Z"))
    var patience = LogServer.Patience()
    patience.beat = nil
    try await serving(log, patience: patience) { port in
      let stuck = try RawClient(port: port, receiveBuffer: 4096)
      try stuck.get("/events")
      let quick = try RawClient(port: port)
      try quick.get("/events")
      try quick.read(until: "id: night:20000\n")
      // The quick one waits for something new; the other one has taken some of it at most, and time passes.
      try waitFor("the one who has not read all") { log.hub.busyViewers == 1 }
      log.hub.beat(at: at, now: LogHub.patience + 1)
      #expect(!Growing.seqs(try stuck.readToEnd()).contains(20_000))
      log.add([Growing.message(20_001)])
      try quick.read(until: "id: night:20001\n")
    }
  }

  @Test func aPortThatIsTakenIsSaidInASentence() async throws {
    let taken = try TakenPort()
    let address = ListenAddress(host: "127.0.0.1", port: taken.port)
    let server = try LogServer(Growing().hub, ServingOptions(address), endsOnSignals: false) { _ in }
    let error = await #expect(throws: ServingError.inUse(address)) { try await server.run() }
    #expect(
      error?.sentence
        == "\(address.text): another program listens there. Name another port, or 0 for any."
    )
  }
}
