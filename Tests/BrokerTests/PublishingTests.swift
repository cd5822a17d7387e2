import Broker
import BrokerFixtures
import Feeds
import FoundationEssentials
import Operation
import RaceLog
import ReplayFixtures
import Testing

@Suite(.serialized) struct PublishingTests {
  private static func recording(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: Replays.path(name))), as: UTF8.self)
  }

  @Test(arguments: Replays.names)
  func aRecordingArrivesByteForByte(name: String) throws {
    let journal = try WrittenJournal(try Self.recording(name))
    let server = try NATSServer()
    let publisher = try Publisher(journal, server.url())
    defer { publisher.close() }
    let viewer = try Viewer(server.url())
    try viewer.wait("the recording") { $0.text == journal.text && $0.log.hasCaughtUp }
    #expect(viewer.starts == 0)
    try publisher.wait(for: "NATS ok")
    let log = try EventLog(reading: Data(journal.text.utf8), file: name)
    let names = BrokerNames(log: try #require(log.logID))
    let contents = try RawBroker(port: server.port).contents(of: names.stream)
    #expect(contents.map(\.line) == journal.text.split(separator: "\n").map(String.init))
    #expect(contents.map(\.id) == log.events.map { names.message(seq: $0.seq) })
    #expect(contents.map(\.subject) == log.events.map { names.subject(race: $0.content.raceID) })
  }

  @Test func aViewerWhoIsThereFirstSeesTheFirstLine() throws {
    let server = try NATSServer()
    let viewer = try Viewer(server.url("/m"))
    try viewer.wait("the news that there is none") {
      $0.problem == .brokerHasNoLog("nats://127.0.0.1:\(server.port)/m")
    }
    let lines = Replays.text([#"{"type":"meet","format":1,"log":"m","name":"M"}"#])
    let journal = try WrittenJournal()
    let publisher = try Publisher(journal, server.url())
    defer { publisher.close() }
    try journal.add(lines)
    try viewer.wait("the line and a beat") { $0.text == lines && $0.problem == nil && !$0.beats.isEmpty }
  }

  @Test func oneOfSeveralLogsHasToBeNamed() throws {
    let server = try NATSServer()
    for log in ["b", "a"] {
      let journal = try WrittenJournal(
        Replays.text([#"{"type":"meet","format":1,"log":"\#(log)","name":"M"}"#]))
      let publisher = try Publisher(journal, server.url())
      publisher.close()
      #expect(publisher.left == 0)
    }
    // Somebody else's stream is no log.
    _ = try RawBroker(port: server.port).ask(
      "$JS.API.STREAM.CREATE.orders", #"{"name":"orders","subjects":["orders.new"],"storage":"file"}"#)
    let viewer = try Viewer(server.url())
    try viewer.wait("the question") { $0.problem == .brokerHasLogs(viewer.log.name, ["a", "b"]) }
    let named = try Viewer(server.url("/b"))
    try named.wait("the log") { $0.text.contains(#""log":"b""#) }
  }

  /// Neither the heartbeats nor the broker's answers go into a stream, nor one log into that of another.
  @Test(arguments: ["rinkside", "_INBOX", "a.b", "..", "2023.beijing_w-1"])
  func aLogMayHaveAnyName(log: String) throws {
    let server = try NATSServer()
    let journals = try [log, "a_b"].map {
      try WrittenJournal(
        Replays.text([
          #"{"type":"meet","format":1,"log":"\#($0)","name":"M"}"#,
          #"{"type":"message","text":"of a race","race":"meet"}"#,
        ]))
    }
    let publishers = try journals.map { try Publisher($0, server.url()) }
    defer { publishers.forEach { $0.close() } }
    for publisher in publishers { try publisher.wait(for: "NATS ok") }
    let viewer = try Viewer(server.url("/" + log))
    try viewer.wait("the log and three beats") {
      $0.text == journals[0].text && $0.beats.count >= 3
    }
    #expect(viewer.starts == 0)
    let unnamed = try Viewer(server.url())
    try unnamed.wait("the question") {
      $0.problem == .brokerHasLogs(unnamed.log.name, [log, "a_b"].sorted())
    }
    let names = BrokerNames(log: log)
    let contents = try RawBroker(port: server.port).contents(of: names.stream)
    #expect(contents.map { $0.line + "\n" }.joined() == journals[0].text)
    #expect(contents.map(\.subject) == [names.subject(race: nil), names.subject(race: "meet")])
  }

  /// Anybody may send beats: they hold nothing up.
  @Test func aFloodOfBeatsHoldsNothingUp() throws {
    let server = try NATSServer()
    let journal = try WrittenJournal(Replays.text([#"{"type":"meet","format":1,"log":"m","name":"M"}"#]))
    let publisher = try Publisher(journal, server.url())
    defer { publisher.close() }
    let viewer = try Viewer(server.url("/m"))
    try viewer.wait("the log") { $0.text == journal.text }
    let raw = try RawBroker(port: server.port)
    for _ in 0..<20 { try raw.tell("rinkside:heartbeat.m", "\u{1B}[31m{", times: 1000) }
    try journal.add(#"{"seq":2,"at":"2024-01-01T10:00:00Z","type":"message","text":"through"}"# + "\n")
    try viewer.wait("the line") { $0.text == journal.text }
  }

  @Test func halfALineIsWaitedFor() throws {
    let server = try NATSServer()
    let lines = Replays.text([
      #"{"type":"meet","format":1,"log":"m","name":"M"}"#, #"{"type":"message","text":"é"}"#,
    ])
    let journal = try WrittenJournal(String(lines.dropLast(5)))
    let publisher = try Publisher(journal, server.url())
    defer { publisher.close() }
    let viewer = try Viewer(server.url("/m"))
    try viewer.wait("the first line") { $0.text == lines.split(separator: "\n")[0] + "\n" }
    try journal.add(String(lines.suffix(5)))
    try viewer.wait("the second line") { $0.text == lines }
  }
}

extension EventLog {
  /// The log's own id.
  var logID: String? {
    guard case .meet(let meet) = events.first?.content else { return nil }
    return meet.log
  }
}
