import FoundationEssentials
import Glibc
import ProgramFixtures
import ReplayFixtures
import TerminalHarness
import Testing

/// Clients in other languages, as the README has them.
@Suite(.timeLimit(.minutes(2)), .serialized) struct ForeignClientTests {
  private static let readme =
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/README.md"

  /// The script that follows, out of the README.
  private static func script() throws -> String {
    let text = try String(contentsOfFile: readme, encoding: .utf8)
    let start = try #require(text.firstRange(of: "```python\n"))
    let end = try #require(text[start.upperBound...].firstRange(of: "```\n"))
    return String(text[start.upperBound..<end.lowerBound])
  }

  @Test func theScriptOfTheReadmeHasEveryEventOnceThoughTheServerDies() async throws {
    try await onThread {
      let scratch = try Scratch()
      let path = try scratch.file("night.ndjson", Data((Growing.meet + "\n").utf8))
      let script = try scratch.file("follow.py", Data(try Self.script().utf8))
      let program = try ServingProgram(serving: path)
      let port = try program.portLine()
      let pid = try Tool.start("python3", [script, "http://127.0.0.1:\(port)/events"], in: scratch)
      defer { Spawn.kill(pid) }
      for seq in 2...20 { try program.add(Growing.message(seq)) }
      try Self.wait(for: 20, in: scratch)
      #expect(program.end(SIGKILL) == 128 + SIGKILL)
      try program.start()
      try program.portLine()
      for seq in 21...40 { try program.add(Growing.message(seq)) }
      try Self.wait(for: 40, in: scratch)
      let log = try scratch.text("night.ndjson")
      #expect(try scratch.text("out") == log)
      #expect(program.end(SIGTERM) == 0)
    }
  }

  private static func wait(for lines: Int, in scratch: Scratch) throws {
    let end = ContinuousClock.now + .seconds(60)
    while try scratch.text("out").split(separator: "\n").count < lines {
      guard ContinuousClock.now < end else {
        throw RawClient.Failure(what: try scratch.text("out") + (try scratch.text("errors")), errno: 0)
      }
      usleep(10_000)
    }
  }

  @Test func curlFollowsPostsAndReadsResults() async throws {
    try await onThread {
      let console = try ServedConsole(environment: ["RINKSIDE_TOKEN=sesame"])
      try console.wait(for: "0 viewers")
      let place = "http://127.0.0.1:\(console.port)"
      let beam = #"{"type":"impulse","device":"timy","channel":"C1","deviceTime":"10:00:18.3112"}"#
      let post = try Tool.run(
        "curl", "-sS", "-H", "Authorization: Bearer sesame", "--data-binary", "@-",
        place + "/events?feed=timy",
        input: beam + "\n")
      #expect(post.output == "{\"seq\":5}\n")
      let board = try Tool.run("curl", "-sS", place + "/board?size=60x14")
      #expect(board.output.split(separator: "\n", omittingEmptySubsequences: false).count == 15)
      let results = try Tool.run("curl", "-sS", "-H", "Accept: text/csv", place + "/results")
      #expect(results.output.hasPrefix("race,rank,pair,lane,"))
      let stream = try Tool.run("curl", "-sN", "--max-time", "2", place + "/events?from=4")
      #expect(Growing.seqs(stream.output) == [5])
      #expect(console.quit() == 0)
    }
  }
}
