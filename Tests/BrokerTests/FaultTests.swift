import Broker
import BrokerFixtures
import Feeds
import FoundationEssentials
import Glibc
import Operation
import ReplayFixtures
import Testing

/// Whatever happens to broker, publisher and viewer: each line arrives once, in order.
@Suite(.serialized) struct FaultTests {
  private static let demo = "2020-heerenveen-women-1000m.ndjson"
  private static let stream = "2020-heerenveen-w1000"

  /// The lines of a long race, each with its end.
  private static func lines() throws -> [String] {
    String(decoding: try Data(contentsOf: URL(filePath: Replays.path(demo))), as: UTF8.self)
      .split(separator: "\n").map { $0 + "\n" }
  }

  /// Waits until the stream is the journal.
  private func published(_ journal: WrittenJournal, _ server: NATSServer) throws {
    try waitFor("all of the journal in the stream") {
      try RawBroker(port: server.port).log(Self.stream) == journal.text
    }
  }

  private static func pause(milliseconds: UInt64) {
    var nothing: [pollfd] = []
    _ = unsafe poll(&nothing, 0, CInt(milliseconds))
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func aBrokerKilledInMidRaceLosesAndDoublesNothing(seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    let lines = try Self.lines()
    let server = try NATSServer()
    let journal = try WrittenJournal()
    let publisher = try Publisher(journal, server.url())
    defer { publisher.close() }
    let viewer = try Viewer(server.url("/" + Self.stream))
    var written = 0
    var kills = 0
    while written < lines.count {
      let count = min(Int(chance.next() % 30) + 1, lines.count - written)
      for line in lines[written..<written + count] { try journal.add(line) }
      written += count
      Self.pause(milliseconds: chance.next() % 40)
      viewer.read()
      if chance.next() % 6 == 0, kills < 8 {
        kills += 1
        server.kill()
        if chance.next() % 2 == 0, written < lines.count {
          try journal.add(lines[written])
          written += 1
        }
        try server.start()
      }
    }
    #expect(kills > 2)
    try viewer.wait("the whole race") { $0.bytes.count >= journal.text.utf8.count }
    #expect(viewer.text == journal.text)
    #expect(viewer.starts == 0)
    try publisher.wait(for: "NATS ok")
    #expect(try RawBroker(port: server.port).log(Self.stream) == journal.text)
  }

  @Test func aBrokerThatComesLaterGetsEverythingOnce() throws {
    let lines = try Self.lines()
    let server = try NATSServer(isRunning: false)
    let journal = try WrittenJournal(lines.prefix(100).joined())
    let publisher = try Publisher(journal, server.url())
    defer { publisher.close() }
    let viewer = try Viewer(server.url("/" + Self.stream))
    let away = "nobody answers at 127.0.0.1:\(server.port)"
    try publisher.wait(for: "NATS away: " + away)
    #expect(publisher.lamp().isAlert)
    try viewer.wait("the reason") {
      $0.problem == .brokerAway("nats://127.0.0.1:\(server.port)/\(Self.stream)", reason: away)
    }
    try journal.add(lines.dropFirst(100).joined())
    try server.start()
    try viewer.wait("everything") { $0.text == journal.text }
    try publisher.wait(for: "NATS ok")
    #expect(!publisher.lamp().isAlert)
    #expect(try RawBroker(port: server.port).log(Self.stream) == journal.text)
  }

  @Test func aPublisherThatIsStartedAnewGoesOn() throws {
    let lines = try Self.lines()
    let server = try NATSServer()
    let journal = try WrittenJournal()
    for part in stride(from: 0, to: lines.count, by: 100) {
      let publisher = try Publisher(journal, server.url())
      try journal.add(lines[part..<min(part + 100, lines.count)].joined())
      publisher.close()
      #expect(publisher.left == 0)
    }
    #expect(try RawBroker(port: server.port).log(Self.stream) == journal.text)
  }

  /// Each takes the other's events for its own, and a broker that is killed between them changes nothing.
  @Test func twoPublishersOfOneJournalDoubleNothing() throws {
    let lines = try Self.lines()
    let server = try NATSServer()
    let journal = try WrittenJournal()
    let publishers = try (0..<2).map { _ in try Publisher(journal, server.url()) }
    defer { publishers.forEach { $0.close() } }
    for (number, line) in lines.enumerated() {
      try journal.add(line)
      if number % 200 == 199 {
        server.kill()
        try server.start()
      }
    }
    try published(journal, server)
    for publisher in publishers {
      try waitFor("everything") { publisher.left == 0 && publisher.lamp().text == "NATS ok" }
    }
    #expect(try RawBroker(port: server.port).log(Self.stream) == journal.text)
  }

  @Test func aLongBacklogGoesAndComesWhole() throws {
    let server = try NATSServer()
    let lines =
      [#"{"type":"meet","format":1,"log":"m","name":"M"}"#]
      + (0..<20_000).map { #"{"type":"message","text":"line \#($0) of a log that is long"}"# }
    let journal = try WrittenJournal(Replays.text(lines))
    let publisher = try Publisher(journal, server.url())
    defer { publisher.close() }
    // Nobody reads meanwhile: what lies in the viewer's memory is bounded, and the rest waits in the stream.
    let viewer = try Viewer(server.url())
    try waitFor("all of it published") { publisher.left == 0 && publisher.lamp().text == "NATS ok" }
    try viewer.wait("all of it") { $0.bytes.count >= journal.text.utf8.count }
    #expect(viewer.text == journal.text)
    #expect(viewer.starts == 0)
    #expect(try RawBroker(port: server.port).ask("$JS.API.STREAM.INFO.m").contains(#""messages":20001,"#))
  }

  /// A broker that was started anew knows no ids older than its window for doubles, not even that of its last message.
  @Test func aBrokerThatForgotItsIdsIsGoneOnWith() throws {
    let lines = try Self.lines()
    let server = try NATSServer()
    _ = try RawBroker(port: server.port).ask(
      "$JS.API.STREAM.CREATE.\(Self.stream)",
      #"{"name":"\#(Self.stream)","subjects":["\#(Self.stream).>"],"storage":"file","duplicate_window":100000000}"#
    )
    let journal = try WrittenJournal(lines.prefix(50).joined())
    let publisher = try Publisher(journal, server.url())
    defer { publisher.close() }
    for part in 1..<4 {
      try published(journal, server)
      server.kill()
      Self.pause(milliseconds: 200)
      try server.start()
      try journal.add(lines[part * 50..<part * 50 + 50].joined())
    }
    try published(journal, server)
  }

  /// Somebody gave the stream a limit, and all that was in it has gone: the journal goes on after it.
  @Test func aStreamWhoseMessagesHaveExpiredIsGoneOnWith() throws {
    let lines = try Self.lines()
    let server = try NATSServer()
    let raw = try RawBroker(port: server.port)
    _ = try raw.ask(
      "$JS.API.STREAM.CREATE.\(Self.stream)",
      #"{"name":"\#(Self.stream)","subjects":["\#(Self.stream).>"],"storage":"file","max_age":100000000,"#
        + #""duplicate_window":100000000}"#)
    let journal = try WrittenJournal()
    for (new, all) in [(10, 10), (0, 10), (10, 20)] {
      try journal.add(lines[all - new..<all].joined())
      let publisher = try Publisher(journal, server.url())
      try publisher.wait(for: "NATS ok")
      try waitFor("a stream that had it all and has nothing") {
        let state = try raw.ask("$JS.API.STREAM.INFO.\(Self.stream)")
        return state.contains(#""messages":0,"#) && state.contains(#""last_seq":\#(all),"#)
      }
      publisher.close()
      #expect(publisher.left == 0)
    }
  }

  @Test func aStreamThatIsDeletedIsMadeAnew() throws {
    let lines = try Self.lines()
    let server = try NATSServer()
    let journal = try WrittenJournal(lines.prefix(100).joined())
    let publisher = try Publisher(journal, server.url())
    defer { publisher.close() }
    let viewer = try Viewer(server.url("/" + Self.stream))
    try viewer.wait("the first lines") { $0.text == journal.text }
    let raw = try RawBroker(port: server.port)
    #expect(try raw.ask("$JS.API.STREAM.DELETE.\(Self.stream)").contains(#""success":true"#))
    try journal.add(lines[100])
    try viewer.wait("all of it from the start") { $0.text == journal.text && $0.starts == 1 }
    #expect(try raw.log(Self.stream) == journal.text)
    // Without a new line it is noticed, too.
    #expect(try raw.ask("$JS.API.STREAM.DELETE.\(Self.stream)").contains(#""success":true"#))
    try viewer.wait("all of it once more") { $0.text == journal.text && $0.starts == 2 }
  }

  @Test func messagesOfAStreamCannotBeDeleted() throws {
    let server = try NATSServer()
    let journal = try WrittenJournal(try Self.lines().prefix(10).joined())
    let publisher = try Publisher(journal, server.url())
    publisher.close()
    let raw = try RawBroker(port: server.port)
    for (request, text) in [("MSG.DELETE", #"{"seq":3}"#), ("PURGE", "")] {
      #expect(try raw.ask("$JS.API.STREAM.\(request).\(Self.stream)", text).contains(#""error""#))
    }
    #expect(try raw.log(Self.stream) == journal.text)
  }

  /// Somebody else's stream, from which something was deleted: the rest comes.
  @Test func aPlaceThatTheStreamHasNotIsPassedOver() throws {
    let server = try NATSServer()
    let raw = try RawBroker(port: server.port)
    _ = try raw.ask("$JS.API.STREAM.CREATE.m", #"{"name":"m","subjects":["m.>"],"storage":"file"}"#)
    for text in ["one", "two", "three", "four"] { _ = try raw.ask("m.meet", text) }
    #expect(try raw.ask("$JS.API.STREAM.MSG.DELETE.m", #"{"seq":2}"#).contains(#""success":true"#))
    let viewer = try Viewer(server.url("/m"))
    try viewer.wait("the rest") { $0.text == "one\nthree\nfour\n" && $0.log.hasCaughtUp }
    _ = try raw.ask("m.meet", "five")
    try viewer.wait("what comes") { $0.text == "one\nthree\nfour\nfive\n" }
  }
}
