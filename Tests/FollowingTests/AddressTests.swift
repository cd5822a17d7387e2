import Following
import Testing

@Suite struct AddressTests {
  @Test(arguments: [
    ("http://rink:7400", "http://rink:7400"), ("HTTP://rink:7400/", "http://rink:7400"),
    ("https://rink.example", "https://rink.example"), ("https://rink:443/a/b/", "https://rink/a/b"),
    ("http://[::1]:7400/x", "http://[::1]:7400/x"), ("http://[2001:db8::1]", "http://[2001:db8::1]"),
    ("http://127.0.0.1:80", "http://127.0.0.1"), ("http://rink/events", "http://rink"),
    ("http://rink/meets/7/events/", "http://rink/meets/7"), ("https://rink:80", "https://rink:80"),
  ])
  func aServerIsHostPortAndWhatStandsBeforeEvents(text: String, address: String) throws {
    #expect(try HTTPAddress(text).text == address)
  }

  @Test(
    arguments: [
      ("http://me:secret@rink", .userInfo), ("http://me@rink:7400/x", .userInfo), ("http://", .host("")),
      ("http:///x", .host("")), ("http://::1:7400", .host("::1:7400")), ("http://[::1", .host("[::1")),
      ("http://[rink]", .host("[rink]")), ("http://[::1]x", .host("[::1]x")),
      ("http://ri nk", .host("ri nk")),
      ("http://eisl\u{E4}ufer", .host("eisl\u{E4}ufer")), ("http://rink:", .port("")),
      ("http://rink:0", .port("0")), ("http://rink:65536", .port("65536")), ("http://rink:+1", .port("+1")),
      ("http://rink/a?from=1", .path("/a?from=1")), ("http://rink#x", .path("#x")),
      ("http://rink/a b", .path("/a b")), ("http://rink/\r\nHost: x", .path("/\r\nHost: x")),
      ("ftp://rink", .scheme("ftp")),
    ] as [(String, AddressProblem)])
  func whatIsNoServerIsRefused(text: String, problem: AddressProblem) {
    #expect(throws: problem) { try HTTPAddress(text) }
  }

  @Test func anArgumentIsOneOfFourKinds() throws {
    #expect(try LogAddress("-") == .standardInput)
    #expect(try LogAddress("meet.ndjson") == .file("meet.ndjson"))
    #expect(try LogAddress("/logs/a:b//c.ndjson") == .file("/logs/a:b//c.ndjson"))
    #expect(try LogAddress("http:meet") == .file("http:meet"))
    #expect(try LogAddress("://x") == .file("://x"))
    #expect(try LogAddress("") == .file(""))
    #expect(try LogAddress("https://rink/x") == .http(HTTPAddress("https://rink/x")))
    #expect(try LogAddress("nats://rink:4222/night") == .nats("nats://rink:4222/night"))
    #expect(try LogAddress("TLS://rink/night") == .nats("TLS://rink/night"))
    #expect(throws: AddressProblem.scheme("file")) { try LogAddress("file:///x") }
  }

  @Test(
    arguments: [
      (
        .scheme("ftp"),
        "ftp://: a log is not followed that way. Write http://, https://, nats://, a path, or - for standard input."
      ),
      (
        .userInfo,
        "no user name or password belongs in an address: everybody on this machine can read it. Leave it out."
      ),
      (.host("a b"), "\"a b\": not a host. Write a name, 192.0.2.1, or [2001:db8::1] with the brackets."),
      (.port("x"), "\"x\": not a port. Write a number from 1 to 65535."),
      (
        .path("/?a"), "\"/?a\": not a path for a log. Write http://HOST:PORT, and what stands before /events."
      ),
    ] as [(AddressProblem, String)])
  func problemsAreSentences(problem: AddressProblem, sentence: String) {
    #expect(problem.sentence == sentence)
  }
}
