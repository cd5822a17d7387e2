import Broker
import BrokerFixtures
import FoundationEssentials
import Operation
import ReplayFixtures
import Testing

/// Whoever may write to the broker may write what only the broker should say.
@Suite(.serialized) struct ForgedAnswerTests {
  private static func line(_ number: Int) -> String {
    #"{"seq":\#(number),"at":"2024-01-01T10:00:00Z","type":"message","text":"\#(number)"}"# + "\n"
  }

  @Test func anAnswerToWhatWasNeverSentSaysNothing() throws {
    let server = try NATSServer()
    let journal = try WrittenJournal(Replays.text([#"{"type":"meet","format":1,"log":"m","name":"M"}"#]))
    let publisher = try Publisher(journal, server.url())
    try publisher.wait(for: "NATS ok")
    let raw = try RawBroker(port: server.port, login: #"{"headers":true}"#)
    try raw.listen(to: "m.>")
    try journal.add(Self.line(2))
    // Where the answers to this look at the stream go: INBOX.ROUND, and the place.
    let inbox = try raw.nextReply().split(separator: ".").dropLast().joined(separator: ".")
    for (place, text) in [
      ("-1", "ok"), ("0", "{}"), ("99", #"{"seq":99}"#), ("99999999999999999999", "{}"), ("x", "{}"),
      ("2", #"{"seq":18446744073709551615}"#), ("99", #"{"error":{"err_code":1}}"#),
    ] {
      try raw.tell("\(inbox).\(place)", text, times: 1)
    }
    // The line after the forgeries is answered after them.
    try journal.add(Self.line(3))
    _ = try raw.nextReply()
    try waitFor("all of it") { publisher.left == 0 }
    #expect(publisher.lamp() == Lamp("NATS ok"))
    server.kill()
    try publisher.wait(for: "NATS away: nobody answers at 127.0.0.1:\(server.port)")
    try journal.add(Self.line(4) + Self.line(5))
    publisher.close()
    // One more where the broker died before its answer to the last line was read: forged ones would make it none.
    #expect((2...3).contains(publisher.left))
  }
}
