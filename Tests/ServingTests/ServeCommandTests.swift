import Glibc
import ProgramFixtures
import ReplayFixtures
import Serving
import Testing

/// The real program, and a client without any library.
@Suite(.timeLimit(.minutes(1)), .serialized) struct ServeCommandTests {
  @Test(arguments: [SIGTERM, SIGINT])
  func itSaysWhereItListensServesWhatGrowsAndEndsOnASignal(signal: CInt) async throws {
    try await onThread { try Self.serve(until: signal) }
  }

  private static func serve(until signal: CInt) throws {
    let program = try ServingProgram(Growing.meet + "\n")
    let line = try program.line()
    let start = "rinkside: serving \(program.log) on http://127.0.0.1:"
    #expect(line.hasPrefix(start))
    let port = try #require(Int(line.dropFirst(start.count)))
    let viewer = try RawClient(port: port)
    try viewer.get("/events")
    try viewer.read(until: "id: night:1\n")
    try program.add(Growing.message(2))
    try viewer.read(until: "id: night:2\n")
    try viewer.read(until: "event: heartbeat\n")
    #expect(try RawClient.ask("/board?size=60x14", port: port).body.utf8.count { $0 == 10 } == 14)
    #expect(try RawClient.ask("/health", port: port).body.contains("\"seq\":2,\"viewers\":1"))
    #expect(program.end(signal) == 0)
    // The stream has its end: nobody takes it for one that was cut.
    #expect(try viewer.readToEnd().hasSuffix("0\r\n\r\n"))
  }

  @Test func aSecondServerOnTheSamePortEndsWithASentence() async throws {
    try await onThread {
      let taken = try TakenPort()
      let place = "127.0.0.1:\(taken.port)"
      let program = try ServingProgram(Growing.meet + "\n", "--listen", place)
      #expect(
        try program.line()
          == "rinkside: \(place): another program listens there. Name another port, or 0 for any."
      )
      #expect(program.end(0) == 2)
    }
  }

  @Test(arguments: [
    ("127.0.0.1:7400", "127.0.0.1:7400"), ("[::1]:0", "[::1]:0"), ("rink:80", "rink:80"),
    ("::1:80", nil), ("7400", nil), (":7400", nil), ("rink:65536", nil), ("rink:+1", nil), ("rink:", nil),
  ])
  func addressesAreHostAndPort(text: String, read: String?) {
    #expect(ListenAddress(text)?.text == read)
  }
}
