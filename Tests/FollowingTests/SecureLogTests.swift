import Feeds
import Following
import FoundationEssentials
import ReplayFixtures
import Testing

/// A log over TLS.
@Suite(.serialized, .timeLimit(.minutes(1))) struct SecureLogTests {
  private static let answer =
    Connection.head + "id: night:1\ndata: {}\n\nevent: heartbeat\ndata: {\"at\":\"1970-01-01T00:00:01Z\"}\n\n"

  @Test func aPrivateCertificateIsTrustedWhereItIsNamed() async throws {
    let scratch = try Scratch()
    let server = try SecureServer(in: scratch, name: "IP:127.0.0.1,DNS:localhost", answer: Self.answer)
    for host in ["127.0.0.1", "localhost"] {
      let address = try HTTPAddress("https://\(host):\(server.port)")
      try await Follower.following(address, authority: server.authority) { follower in
        try follower.read { $0.log.hasCaughtUp }
        #expect(follower.text == "{}\n")
      }
    }
  }

  @Test func aCertificateThatNobodyKnowsIsNot() async throws {
    let scratch = try Scratch()
    let server = try SecureServer(in: scratch, name: "IP:127.0.0.1", answer: Self.answer)
    let address = try HTTPAddress("https://127.0.0.1:\(server.port)")
    try await Follower.following(address) { follower in
      try follower.read { !$0.problems.isEmpty }
      #expect(follower.problems == [.remote(.notTrusted, at: address.text)])
    }
  }

  @Test func aCertificateForAnotherNameIsNot() async throws {
    let scratch = try Scratch()
    let server = try SecureServer(in: scratch, name: "DNS:rink.example", answer: Self.answer)
    let address = try HTTPAddress("https://127.0.0.1:\(server.port)")
    try await Follower.following(address, authority: server.authority) { follower in
      try follower.read { !$0.problems.isEmpty }
      #expect(follower.problems == [.remote(.otherName, at: address.text)])
    }
  }

  @Test func aServerWithoutTLSIsSaidToHaveNone() async throws {
    let plain = try ScriptedServer(greeting: "HTTP/1.1 400 Bad Request\r\n\r\n")
    defer { plain.stop() }
    let address = try HTTPAddress("https://127.0.0.1:\(plain.port)")
    try await Follower.following(address) { follower in
      try follower.read { !$0.problems.isEmpty }
      #expect(follower.problems == [.remote(.noTLS, at: address.text)])
    }
  }

  @Test func anAuthorityHasToBeOne() async throws {
    let scratch = try Scratch()
    let address = try HTTPAddress("https://rink")
    for path in [
      scratch.folder + "/none", try scratch.file("empty", Data()), try scratch.file("no", Data("x".utf8)),
    ] {
      #expect(throws: FeedProblem.remote(.noAuthority, at: path)) { try HTTPLog(address, authority: path) }
    }
  }
}
