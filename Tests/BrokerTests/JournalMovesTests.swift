import Broker
import BrokerFixtures
import FoundationEssentials
import Glibc
import Operation
import ReplayFixtures
import Testing

/// What becomes of the stream when the journal is another file, or another log.
@Suite(.serialized) struct JournalMovesTests {
  let server: NATSServer
  let journal: WrittenJournal
  let publisher: Publisher
  let lines: [String]

  init() throws {
    lines = Replays.text(
      [#"{"type":"meet","format":1,"log":"m","name":"M"}"#]
        + (0..<9).map { #"{"type":"message","text":"\#($0)"}"# }
    ).split(separator: "\n").map { $0 + "\n" }
    server = try NATSServer()
    journal = try WrittenJournal(lines.prefix(5).joined())
    publisher = try Publisher(journal, server.url())
    try all()
  }

  /// Waits until all that there is has been published.
  private func all() throws {
    try waitFor("everything") { publisher.left == 0 && publisher.lamp().text == "NATS ok" }
  }

  private func log() throws -> String { try RawBroker(port: server.port).log("m") }

  /// Another file takes the journal's name, as it does when its disk fails.
  private func replace(with text: String) throws {
    let other = try journal.scratch.file("other", Data(text.utf8))
    #expect(unsafe rename(other, journal.path) == 0)
  }

  @Test func aFileThatHasTheSameLogIsGoneOnWith() throws {
    try replace(with: lines.prefix(7).joined())
    try waitFor("the new lines") { try log() == lines.prefix(7).joined() }
    try journal.add(lines[7])
    try waitFor("the next line") { try log() == lines.prefix(8).joined() }
    #expect(publisher.lamp() == Lamp("NATS ok"))
    publisher.close()
  }

  @Test func aJournalThatMovesIsFollowed() throws {
    let other = try journal.scratch.file("elsewhere", Data(lines.prefix(8).joined().utf8))
    publisher.follow(other)
    try waitFor("the new lines") { try log() == lines.prefix(8).joined() }
    publisher.follow(other)
    publisher.close()
    #expect(publisher.left == 0)
    #expect(try log() == lines.prefix(8).joined())
  }

  @Test func anotherLogUnderTheSameNameIsAnAlertAndPublishesNothing() throws {
    let other = Replays.text(
      [#"{"type":"meet","format":1,"log":"m","name":"M"}"#]
        + (0..<9).map { #"{"type":"message","text":"other \#($0)"}"# })
    try replace(with: other)
    try publisher.wait(for: "NATS: its stream m has another event at 5 than the journal")
    #expect(publisher.lamp().isAlert)
    publisher.close()
    #expect(publisher.left == 10)
    #expect(try log() == lines.prefix(5).joined())
  }

  @Test func aChangeInTheMiddleIsNoticedUntilTheRightFileIsBack() throws {
    var other = lines
    other[2] = other[2].replacing("\"text\"", with: "\"by\":\"me\",\"text\"")
    try replace(with: other.prefix(7).joined())
    try publisher.wait(for: "NATS: its stream m has another event at 3 than the journal")
    #expect(try log() == lines.prefix(5).joined())
    try replace(with: lines.prefix(8).joined())
    try waitFor("the rest") { try log() == lines.prefix(8).joined() }
    publisher.close()
  }

  @Test func aChangeInTheMiddleIsNoticedWhenTheBrokerIsBack() throws {
    server.kill()
    try publisher.wait(for: "NATS away: nobody answers at 127.0.0.1:\(server.port)")
    var other = lines
    other[2] = other[2].replacing("\"text\"", with: "\"by\":\"me\",\"text\"")
    try replace(with: other.prefix(7).joined())
    try server.start()
    try publisher.wait(for: "NATS: its stream m has another event at 3 than the journal")
    #expect(try log() == lines.prefix(5).joined())
    publisher.close()
  }

  @Test func aJournalThatIsNoLogIsAnAlertUntilTheRightFileIsBack() throws {
    let newer = Replays.text([#"{"type":"meet","format":2,"log":"m","name":"M"}"#])
    try replace(with: newer)
    let alert = Lamp(
      "NATS: \(journal.path):1: format 2 is newer than this program, which reads format 1; a newer rinkside will "
        + "read it.", isAlert: true)
    try publisher.wait(for: alert.text)
    #expect(publisher.lamp() == alert)
    try replace(with: lines.prefix(7).joined())
    try waitFor("the new lines") { try log() == lines.prefix(7).joined() }
    try publisher.wait(for: "NATS ok")
    publisher.close()
  }

  @Test func anOlderCopyIsAnAlertUntilItHasCaughtUp() throws {
    try replace(with: lines.prefix(3).joined())
    try publisher.wait(for: "NATS: its stream m has 5 events, the journal 3")
    #expect(publisher.lamp().isAlert)
    try journal.add(lines[3..<8].joined())
    try all()
    #expect(try log() == lines.prefix(8).joined())
    publisher.close()
  }

  @Test func anotherLogByAnotherNameGetsItsOwnStream() throws {
    let other = Replays.text([#"{"type":"meet","format":1,"log":"other","name":"O"}"#])
    try replace(with: other)
    try waitFor("the other stream") {
      try RawBroker(port: server.port).ask("$JS.API.STREAM.NAMES").contains(#""other""#)
    }
    try all()
    #expect(try RawBroker(port: server.port).log("other") == other)
    #expect(try log() == lines.prefix(5).joined())
    publisher.close()
  }

  @Test func aStreamOfSomebodyElseIsLeftAlone() throws {
    let raw = try RawBroker(port: server.port)
    _ = try raw.ask(
      "$JS.API.STREAM.CREATE.taken", #"{"name":"taken","subjects":["orders.*"],"storage":"file"}"#)
    let other = try WrittenJournal(
      Replays.text([#"{"type":"meet","format":1,"log":"taken","name":"T"}"#]))
    let second = try Publisher(other, server.url())
    try second.wait(for: "NATS: its stream taken takes orders.* and not taken.>")
    second.close()
    #expect(second.left == 1)
    publisher.close()
  }

  @Test func anAddressThatNamesAnotherLogIsAnAlert() throws {
    let second = try Publisher(journal, server.url("/n"))
    try second.wait(for: "NATS: the address names n, the journal is m")
    second.close()
    let third = try Publisher(journal, server.url("/m"))
    try third.wait(for: "NATS ok")
    third.close()
    publisher.close()
  }

  @Test func closingWhileTheBrokerIsAwayTellsWhatIsLeft() throws {
    server.kill()
    try publisher.wait(for: "NATS away: nobody answers at 127.0.0.1:\(server.port)")
    try journal.add(lines[5..<8].joined())
    publisher.close()
    #expect(publisher.left == 3)
  }
}
