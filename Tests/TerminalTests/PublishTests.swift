import BrokerFixtures
import FoundationEssentials
import Glibc
import ProgramFixtures
import ReplayFixtures
import Testing

/// The operator's console with a broker beside it: a lamp, and nothing else, whatever becomes of the broker.
@Suite(.serialized) struct PublishTests {
  private let scratch: Scratch
  private let journal: String
  private let startList: String

  init() throws {
    scratch = try Scratch()
    journal = scratch.folder + "/meet.ndjson"
    startList = try scratch.file("start.csv", Data(RaceScript.startList.utf8))
  }

  private func start(_ options: String...) throws -> OperatorConsole {
    try OperatorConsole(journal, ["--start-list", startList] + options, columns: 160)
  }

  /// The name of the journal's log.
  private func log() throws -> String {
    let first = try scratch.text("meet.ndjson").split(separator: "\n")[0]
    let name = first.split(separator: #""log":""#).dropFirst().first?.prefix { $0 != "\"" }
    return String(try #require(name))
  }

  /// Waits until the stream is the journal.
  private func expectPublished(_ server: NATSServer) throws {
    try waitFor("the journal in the stream") {
      try RawBroker(port: server.port).log(try log()) == scratch.text("meet.ndjson")
    }
  }

  @Test func aBrokerThatIsKilledAndComesBackIsALampToTheOperator() throws {
    let server = try NATSServer()
    let console = try start("--publish", server.url())
    try console.wait(for: "NATS ok")
    try expectPublished(server)
    console.enter("unlock", "call 1", "arm", "gun")
    try console.wait(for: "saved 24")
    try expectPublished(server)
    server.kill()
    try console.wait(for: "NATS away: nobody answers at 127.0.0.1:\(server.port)")
    console.press("i")
    try console.wait(for: "saved 25")
    console.enter("say 1 while it is away", "say 2", "say 3")
    try console.wait(for: "saved 28")
    try server.start()
    try console.wait(for: "NATS ok")
    try expectPublished(server)
    console.enter("say the last word")
    console.press("qq")
    #expect(console.end() == 0)
    // What was said just before leaving has arrived, too.
    #expect(try RawBroker(port: server.port).log(try log()) == scratch.text("meet.ndjson"))
    #expect(try scratch.text("meet.ndjson").split(separator: "\n").count == 29)
  }

  @Test func leavingWhileItIsAwaySaysWhatIsLeftAndTheSameCommandPublishesIt() throws {
    let server = try NATSServer(isRunning: false)
    let console = try start("--publish", server.url())
    try console.wait(for: "NATS away: nobody answers at 127.0.0.1:\(server.port)")
    console.press("qq")
    #expect(console.end() == 0)
    let said = String(decoding: console.written, as: UTF8.self)
    #expect(
      said.hasSuffix(
        "rinkside: 22 events not on the broker yet; the same command again publishes what is left.\r\n"))
    try server.start()
    let again = try start("--publish", server.url())
    try again.wait(for: "NATS ok")
    again.press("qq")
    #expect(again.end() == 0)
    #expect(!String(decoding: again.written, as: UTF8.self).contains("not on the broker"))
    try expectPublished(server)
  }

  /// Killed at any moment, the console goes on publishing where it was.
  @Test func aConsoleThatIsKilledDoublesNothing() throws {
    var chance = SplitMix64(seed: 7)
    let server = try NATSServer()
    for round in 0..<12 {
      let console = try start("--publish", server.url())
      try console.wait("the first frame") { $0.frames > 0 }
      console.enter("unlock", "say \(round)", "say \(round) again", "say \(round) once more")
      console.watch(milliseconds: Int(chance.next() % 150))
      console.kill()
    }
    let console = try start("--publish", server.url())
    try console.wait(for: "NATS ok")
    console.press("qq")
    #expect(console.end() == 0)
    try expectPublished(server)
  }

  @Test func aJournalThatMovesIsPublishedFromWhereItIs() throws {
    let server = try NATSServer()
    let console = try start("--publish", server.url())
    try console.wait(for: "NATS ok")
    console.enter("unlock", "journal \(scratch.folder)/elsewhere.ndjson", "say from elsewhere")
    try console.wait(for: "saved 23")
    try waitFor("the journal in the stream") {
      try RawBroker(port: server.port).log(try log()) == scratch.text("elsewhere.ndjson")
    }
    #expect(try scratch.text("elsewhere.ndjson").contains("from elsewhere"))
    console.press("qq")
    #expect(console.end() == 0)
  }

  @Test func aScriptPublishesWhatItDid() throws {
    let server = try NATSServer()
    let script = try scratch.file("script", Data("call 1\nsay done\n".utf8))
    let result = try Program.run(
      ["operate", journal, "--start-list", startList, "--script", script, "--publish", server.url()])
    #expect(result.status == 0, "\(result.errors)")
    #expect(try RawBroker(port: server.port).log(try log()) == scratch.text("meet.ndjson"))
    server.kill()
    let more = try Program.run(["operate", journal, "--script", script, "--publish", server.url()])
    #expect(more.status == 0)
    #expect(
      more.errors.hasSuffix("events not on the broker yet; the same command again publishes what is left.\n"),
      "\(more.errors)")
  }

  @Test(
    arguments: [
      (
        ["--publish", "rink:4222"],
        "rinkside: rink:4222: not an address of a broker. Write nats://HOST:PORT or tls://HOST:PORT.\n"
      ),
      (
        ["--publish", "nats://ann:s3cret@rink:x"],
        "rinkside: nats://…@rink:x: its port is none. Write 1 to 65535, or nothing for 4222.\n"
      ),
      (
        ["--publish", "nats://rink", "--nats-creds", "/nowhere/ann.creds"],
        "rinkside: /nowhere/ann.creds: cannot be read (No such file or directory).\n"
      ),
    ])
  func whatCannotBeIsSaidBeforeAnythingIsCreated(options: [String], sentence: String) throws {
    let result = try Program.run(["operate", journal, "--start-list", startList] + options)
    #expect(result.status == 2)
    #expect(result.errors == sentence)
    #expect(try scratch.names == ["start.csv"])
  }
}
