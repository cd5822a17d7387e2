import Broker
import BrokerFixtures
import Feeds
import FoundationEssentials
import Operation
import ReplayFixtures
import Testing

/// A broker at the rink that is a leaf of another one: the snippets of the README.
@Suite(.serialized) struct LeafTests {
  private let scratch: Scratch
  private let hub: NATSServer
  private let rink: NATSServer
  private let journal: WrittenJournal

  init() throws {
    scratch = try Scratch()
    let port = FreePort.next()
    let hubFile = try scratch.file(
      "hub.conf",
      Data(
        """
        server_name: hub
        jetstream { domain: cloud, store_dir: "\(scratch.folder)/cloud" }
        leafnodes { port: \(port) }

        """.utf8))
    let rinkFile = try scratch.file(
      "rink.conf",
      Data(
        """
        server_name: rink
        jetstream { domain: rink, store_dir: "\(scratch.folder)/rink" }
        leafnodes {
          reconnect: 1
          remotes: [ { urls: ["nats-leaf://127.0.0.1:\(port)"] } ]
        }

        """.utf8))
    hub = try NATSServer("-c", hubFile, hasStreams: false)
    rink = try NATSServer("-c", rinkFile, hasStreams: false)
    journal = try WrittenJournal(Replays.text([#"{"type":"meet","format":1,"log":"m","name":"M"}"#]))
  }

  private func line(_ number: Int) -> String {
    #"{"seq":\#(number),"at":"2024-01-01T10:00:00Z","type":"message","text":"\#(number)"}"# + "\n"
  }

  /// The rink's stream, and a copy of it beyond that the viewers there take: whatever the line between them does.
  @Test func aMirrorBeyondTheLineGetsEverythingOnce() throws {
    let publisher = try Publisher(journal, rink.url())
    try publisher.wait(for: "NATS ok")
    let viewer = try Viewer(hub.url("/m"))
    let mirror =
      #"{"name":"m","mirror":{"name":"m","external":{"api":"$JS.rink.API"}},"storage":"file","num_replicas":1}"#
    #expect(try !RawBroker(port: hub.port).ask("$JS.API.STREAM.CREATE.m", mirror).contains(#""error""#))
    try viewer.wait("the log and a beat across the line") { $0.text == journal.text && !$0.beats.isEmpty }
    // Who names no log finds a mirror, too.
    let other = try Viewer(hub.url())
    try other.wait("the log") { $0.text == journal.text }
    // The rink's broker is killed: journal and mirror stay as they are, and come together again.
    rink.kill()
    for number in 2..<50 { try journal.add(line(number)) }
    try waitFor("an alert") { publisher.lamp().isAlert }
    try rink.start()
    try viewer.wait("all of it beyond") { $0.text == journal.text }
    #expect(viewer.starts == 0)
    try journal.add(line(50))
    try viewer.wait("what comes") { $0.text == journal.text }
    publisher.close()
  }

  /// Without a stream at the rink: the journal is what waits for the line.
  @Test func aStreamBeyondTheLineIsReachedByItsDomain() throws {
    let publisher = try Publisher(journal, rink.url()) { $0.domain = "cloud" }
    let viewer = try Viewer(rink.url("/m")) { $0.domain = "cloud" }
    try viewer.wait("the log") { $0.text == journal.text }
    #expect(try RawBroker(port: hub.port).log("m") == journal.text)
    hub.kill()
    try journal.add(line(2))
    // What answers there is the rink's own broker, which has none of that domain.
    try waitFor("an alert") { publisher.lamp().isAlert }
    try hub.start()
    try viewer.wait("all of it") { $0.text == journal.text }
    try waitFor("all of it beyond") { try RawBroker(port: hub.port).log("m") == journal.text }
    publisher.close()
  }
}
