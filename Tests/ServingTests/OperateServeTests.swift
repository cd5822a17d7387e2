import FoundationEssentials
import Glibc
import ReplayFixtures
import Testing

/// A console that serves its journal while it is operated.
@Suite(.timeLimit(.minutes(2)), .serialized) struct OperateServeTests {
  @Test func viewersFollowTheConsoleAlsoToAnotherFile() async throws {
    try await onThread {
      let console = try ServedConsole()
      try console.wait(for: "0 viewers")
      let viewer = try RawClient(port: console.port)
      try viewer.get("/events")
      try viewer.read(until: "Miho Takagi")
      try console.wait(for: "1 viewer")
      console.type("\u{1B}[24~\u{1B}[24~")
      try console.wait(for: "UNLOCKED")
      console.type(":say hello\r")
      try viewer.read(until: "hello")
      console.type(":journal \(console.path("other.ndjson"))\r:say moved\r")
      let text = try viewer.read(until: "moved")
      let seqs = Growing.seqs(text)
      #expect(seqs == Array(1...(seqs.last ?? 0)))
      #expect(!text.contains("\r\n0\r\n"))
      console.type(":say last\r")
      #expect(console.quit() == 0)
      // What was on disk when it ended came, and then the end.
      let end = try viewer.readToEnd()
      let saved = try console.text(of: "other.ndjson")
      #expect(end.contains("last"), "\(saved.suffix(200)) \(console.text.suffix(500))")
      #expect(end.hasSuffix("0\r\n\r\n"))
    }
  }

  @Test func aPortThatIsTakenIsSaidBeforeTheScreenIs() async throws {
    try await onThread {
      let taken = try TakenPort()
      let console = try ServedConsole(port: taken.port)
      #expect(console.end() == 2)
      #expect(
        console.text
          == "rinkside: 127.0.0.1:\(taken.port): another program listens there. Name another port, or 0 for any.\r\n"
      )
    }
  }
}
