import Broker
import BrokerFixtures
import Feeds
import FoundationEssentials
import Glibc
import Operation
import ReplayFixtures
import Testing

/// A broker that is there and does nothing, and one that comes and goes all day.
@Suite(.serialized) struct HangingTests {
  let server: NATSServer
  let journal: WrittenJournal

  init() throws {
    server = try NATSServer()
    journal = try WrittenJournal(Replays.text([#"{"type":"meet","format":1,"log":"m","name":"M"}"#]))
  }

  private func line(_ number: Int) -> String {
    #"{"seq":\#(number),"at":"2024-01-01T10:00:00Z","type":"message","text":"\#(number)"}"# + "\n"
  }

  @Test func aBrokerThatHangsIsAwayAndNothingIsLost() throws {
    let publisher = try Publisher(journal, server.url())
    try publisher.wait(for: "NATS ok")
    let viewer = try Viewer(server.url("/m"))
    try viewer.wait("the log") { $0.text == journal.text }
    kill(server.pid, SIGSTOP)
    try journal.add(line(2) + line(3))
    let away = "127.0.0.1:\(server.port) does not answer"
    try publisher.wait(for: "NATS away: " + away)
    #expect(publisher.left == 2)
    try viewer.wait("the reason") { $0.problem == .brokerAway(viewer.log.name, reason: away) }
    kill(server.pid, SIGCONT)
    try viewer.wait("all of it") { $0.text == journal.text }
    #expect(viewer.starts == 0)
    try publisher.wait(for: "NATS ok")
    #expect(try RawBroker(port: server.port).log("m") == journal.text)
    publisher.close()
  }

  @Test func leavingABrokerThatHangsEndsAndSaysWhatIsLeft() throws {
    let publisher = try Publisher(journal, server.url())
    try publisher.wait(for: "NATS ok")
    kill(server.pid, SIGSTOP)
    try journal.add(line(2))
    publisher.close()
    #expect(publisher.left == 1)
    kill(server.pid, SIGCONT)
  }

  /// Each connection gives back its descriptors and its threads.
  @Test func comingAndGoingLeavesNothingBehind() throws {
    let publisher = try Publisher(journal, server.url())
    let viewer = try Viewer(server.url("/m"))
    func all() throws {
      try viewer.wait("all of it") { $0.text == journal.text && $0.problem == nil }
      try publisher.wait(for: "NATS ok")
    }
    try all()
    let mine = Process()
    for number in 2..<27 {
      server.kill()
      try journal.add(line(number))
      try server.start()
      try all()
    }
    // Other tests of this process come and go meanwhile, but not by dozens.
    try waitFor("what there was before (now \(Process()), then \(mine))") {
      let now = Process()
      return now.descriptors < mine.descriptors + 20 && now.threads < mine.threads + 20
    }
    #expect(try RawBroker(port: server.port).log("m") == journal.text)
    publisher.close()
  }
}

/// What this process has of the system.
private struct Process {
  let descriptors: Int
  let threads: Int

  init() {
    descriptors = Self.count("/proc/self/fd")
    threads = Self.count("/proc/self/task")
  }

  private static func count(_ folder: String) -> Int {
    do { return try FileManager.default.contentsOfDirectory(atPath: folder).count } catch { return 0 }
  }
}
