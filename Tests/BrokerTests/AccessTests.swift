import Broker
import BrokerFixtures
import Feeds
import FoundationEssentials
import Glibc
import Operation
import ReplayFixtures
import TerminalHarness
import Testing

/// Who is let in, and what is said to who is not. No sentence has a password in it.
@Suite(.serialized) struct AccessTests {
  private let journal: WrittenJournal

  init() throws {
    journal = try WrittenJournal(Replays.text([#"{"type":"meet","format":1,"log":"m","name":"M"}"#]))
  }

  /// Publishes and watches.
  private func passes(_ url: String, _ change: (inout BrokerOptions) -> Void = { _ in }) throws {
    let publisher = try Publisher(journal, url, change)
    try publisher.wait(for: "NATS ok")
    let viewer = try Viewer(url + "/m", change)
    try viewer.wait("the log") { $0.text == journal.text }
    publisher.close()
    #expect(publisher.left == 0)
  }

  /// Publishes and watches, in vain.
  private func fails(
    _ url: String, _ reason: String, _ change: (inout BrokerOptions) -> Void = { _ in }
  ) throws {
    let publisher = try Publisher(journal, url, change)
    try publisher.wait(for: reason)
    #expect(publisher.lamp().isAlert)
    let viewer = try Viewer(url + "/m", change)
    try viewer.wait("the reason") { $0.problem != nil }
    let sentence = try #require(viewer.problem).sentence
    #expect(sentence.contains(reason.split(separator: ": ", maxSplits: 1)[1]))
    #expect(!sentence.contains("s3cret") && !publisher.lamp().text.contains("s3cret"))
    publisher.close()
    #expect(publisher.left == 1)
  }

  @Test func aUserWithAPassword() throws {
    let server = try NATSServer("--user", "ann", "--pass", "s3cret/@")
    try passes(server.url(secrets: "ann:s3cret%2F%40@"))
    let refused =
      "NATS away: 127.0.0.1:\(server.port) does not let us in (user, password, token or credentials)"
    try fails(server.url(secrets: "ann:s3cret@"), refused)
    try fails(server.url(), refused)
  }

  @Test func aToken() throws {
    let server = try NATSServer("--auth", "s3cret")
    try passes(server.url(secrets: "s3cret@"))
    try fails(
      server.url(secrets: "s3cret2@"),
      "NATS away: 127.0.0.1:\(server.port) does not let us in (user, password, token or credentials)")
  }

  @Test func aBrokerWithoutStreams() throws {
    let server = try NATSServer(hasStreams: false)
    try fails(server.url(), "NATS away: 127.0.0.1:\(server.port) has no JetStream (nats-server -js)")
  }

  @Test func aFileOfCredentialsThatIsMissingIsSaidAtOnce() throws {
    var options = BrokerOptions(try BrokerAddress("nats://127.0.0.1"))
    options.credentials = journal.scratch.folder + "/none.creds"
    #expect(throws: BrokerProblem.file(journal.scratch.folder + "/none.creds", errno: ENOENT)) {
      try options.checkFiles()
    }
    // One that was there when the program was started, and has no credentials in it.
    let server = try NATSServer()
    let empty = try journal.scratch.file("empty.creds", Data("none\n".utf8))
    let publisher = try Publisher(journal, server.url()) { $0.credentials = empty }
    try publisher.wait(
      for: "NATS away: 127.0.0.1:\(server.port) says: no nkey user seed found in '\(empty)'")
    publisher.close()
  }

  @Test func encryptedWithAnAuthorityOfOnesOwn() throws {
    let files = try Certificates()
    let server = try NATSServer(
      "--tls", "--tlscert", files["server.pem"], "--tlskey", files["server.key"])
    try passes(server.url(scheme: "tls")) { $0.authorities = files["ca.pem"] }
    let publisher = try Publisher(journal, server.url(scheme: "tls"))
    try publisher.wait(
      for: "NATS away: no TLS with 127.0.0.1:\(server.port) (SSL handshake error: "
        + "20:unable to get local issuer certificate:depth=0:cert=/CN=server:issuer=/CN=test)")
    publisher.close()
    // The broker wants TLS and gets it, asked for or not.
    try passes(server.url()) { $0.authorities = files["ca.pem"] }
    let other = try NATSServer(
      "--tls", "--tlscert", files["other.pem"], "--tlskey", files["other.key"])
    let misled = try Publisher(journal, other.url(scheme: "tls")) { $0.authorities = files["ca.pem"] }
    try misled.wait(
      for: "NATS away: no TLS with 127.0.0.1:\(other.port) (SSL handshake error: "
        + "64:IP address mismatch:depth=0:cert=/CN=other:issuer=/CN=test)")
    misled.close()
    let bare = try NATSServer()
    let vain = try Publisher(journal, bare.url(scheme: "tls")) { $0.authorities = files["ca.pem"] }
    try vain.wait(for: "NATS away: 127.0.0.1:\(bare.port) has no TLS (nats://)")
    vain.close()
  }

  @Test func aCertificateOfOnesOwn() throws {
    let files = try Certificates()
    let server = try NATSServer(
      "--tlsverify", "--tlscert", files["server.pem"], "--tlskey", files["server.key"], "--tlscacert",
      files["ca.pem"])
    try passes(server.url(scheme: "tls")) {
      $0.authorities = files["ca.pem"]
      $0.certificate = files["client.pem"]
      $0.key = files["client.key"]
    }
    let publisher = try Publisher(journal, server.url(scheme: "tls")) { $0.authorities = files["ca.pem"] }
    try publisher.wait(
      for: "NATS away: no TLS with 127.0.0.1:\(server.port) (it may want --nats-cert)")
    publisher.close()
    let bad = try Publisher(journal, server.url(scheme: "tls")) { $0.authorities = journal.path }
    try bad.wait(for: "NATS: \(journal.path): not what it has to hold (credentials, or certificates as PEM)")
    bad.close()
  }
}

/// Certificates as somebody makes them who has `openssl` and no authority.
struct Certificates {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try openssl("req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=test -keyout ca.key -out ca.pem")
    for (name, host) in [("server", "IP:127.0.0.1"), ("other", "DNS:elsewhere"), ("client", "DNS:client")] {
      try openssl("req -newkey rsa:2048 -nodes -subj /CN=\(name) -keyout \(name).key -out \(name).csr")
      _ = try scratch.file("\(name).ext", Data("subjectAltName=\(host)\n".utf8))
      try openssl(
        "x509 -req -days 2 -in \(name).csr -CA ca.pem -CAkey ca.key -CAcreateserial -extfile \(name).ext "
          + "-out \(name).pem")
    }
  }

  subscript(_ name: String) -> String { scratch.folder + "/" + name }

  private func openssl(_ arguments: String) throws {
    let words = arguments.split(separator: " ").map { word in
      word.contains(".") && !word.contains("=") ? scratch.folder + "/" + word : String(word)
    }
    let status = Spawn.end(of: try Spawn.start("openssl", words, streams: [2: .nothing]))
    guard status == 0 else { throw NATSServer.Failure(description: "openssl \(arguments): status \(status)") }
  }
}
