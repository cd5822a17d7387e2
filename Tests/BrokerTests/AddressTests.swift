import Broker
import Feeds
import Glibc
import Testing

@Suite struct AddressTests {
  @Test(
    arguments: [
      ("nats://rink", "nats://rink:4222", nil),
      ("nats://rink:4223/", "nats://rink:4223", nil),
      ("tls://rink.example.org/2023-beijing", "tls://rink.example.org:4222/2023-beijing", "2023-beijing"),
      ("NATS://10.0.0.7:1/a.b_c", "nats://10.0.0.7:1/a.b_c", "a.b_c"),
      ("nats://[::1]:4222/m", "nats://[::1]:4222/m", "m"),
      ("nats://[fe80::1%eth0]", "nats://[fe80::1%eth0]:4222", nil),
      ("nats://ann:s3cret@rink/m", "nats://rink:4222/m", "m"),
      ("nats://ann:a/b:c@d@rink/m", "nats://rink:4222/m", "m"),
      ("nats://t0ken@rink", "nats://rink:4222", nil),
      ("nats://@rink", "nats://rink:4222", nil),
    ] as [(String, String, String?)])
  func anAddressIsReadAndNamedWithoutItsSecrets(text: String, name: String, log: String?) throws {
    let address = try BrokerAddress(text)
    #expect(address.name == name)
    #expect(address.log == log)
  }

  @Test(
    arguments: [
      ("rink:4222", "rink:4222: not an address of a broker. Write nats://HOST:PORT or tls://HOST:PORT."),
      ("http://rink", "http://rink: not an address of a broker. Write nats://HOST:PORT or tls://HOST:PORT."),
      ("ann:s3cret@rink", "…@rink: not an address of a broker. Write nats://HOST:PORT or tls://HOST:PORT."),
      ("nats://", "nats://: no host in it. Write nats://HOST:PORT, an IPv6 address in brackets."),
      ("nats://a b", "nats://a b: no host in it. Write nats://HOST:PORT, an IPv6 address in brackets."),
      ("nats://[::1", "nats://[::1: no host in it. Write nats://HOST:PORT, an IPv6 address in brackets."),
      ("nats://rink:0", "nats://rink:0: its port is none. Write 1 to 65535, or nothing for 4222."),
      ("nats://rink:", "nats://rink:: its port is none. Write 1 to 65535, or nothing for 4222."),
      ("nats://rink:99999", "nats://rink:99999: its port is none. Write 1 to 65535, or nothing for 4222."),
      (
        "nats://ann:s3cret@rink:x",
        "nats://…@rink:x: its port is none. Write 1 to 65535, or nothing for 4222."
      ),
      (
        "nats://rink/a/b",
        "nats://rink/a/b: its path is no name of a log. Those have letters, digits, dots, hyphens and underscores."
      ),
      (
        "nats://ann:100%@rink",
        "nats://…@rink: user or password cannot be read. Write signs like % / : @ in them as %25 %2F %3A %40."
      ),
      (
        "nats://ann:%C3@rink",
        "nats://…@rink: user or password cannot be read. Write signs like % / : @ in them as %25 %2F %3A %40."
      ),
    ])
  func whatIsNoneSaysSoWithoutItsSecrets(text: String, sentence: String) {
    do {
      _ = try BrokerAddress(text)
      Issue.record("\(text) was taken")
    } catch { #expect(error.sentence == sentence) }
  }

  @Test(
    arguments: [
      (
        .brokerAway("nats://rink:4222/m", reason: "nobody answers at rink:4222"),
        "nats://rink:4222/m: nobody answers at rink:4222. It is tried again."
      ),
      (
        .brokerHasNoLog("nats://rink:4222/m"),
        "nats://rink:4222/m: the broker has no such log yet. It is waited for."
      ),
      (
        .brokerHasLogs("nats://rink:4222", ["a", "b"]),
        "nats://rink:4222: the broker has several logs. Name one: nats://rink:4222/a, nats://rink:4222/b."
      ),
    ] as [(FeedProblem, String)])
  func whyNothingComesIsASentence(problem: FeedProblem, sentence: String) {
    #expect(problem.sentence == sentence)
  }

  @Test(
    arguments: [
      (.unreachable("rink:4222"), "nobody answers at rink:4222"),
      (.refused("rink:4222"), "rink:4222 does not let us in (user, password, token or credentials)"),
      (.wantsTLS("rink:4222"), "rink:4222 wants TLS (tls://)"),
      (.hasNoTLS("rink:4222"), "rink:4222 has no TLS (nats://)"),
      (.noTLS("rink:4222", reason: "bad"), "no TLS with rink:4222 (bad)"),
      (.noJetStream("rink:4222"), "rink:4222 has no JetStream (nats-server -js)"),
      (.lost("rink:4222"), "the connection to rink:4222 is cut"),
      (.silent("rink:4222"), "rink:4222 does not answer"),
      (.said("rink:4222", reason: "no space"), "rink:4222 says: no space"),
    ] as [(BrokerProblem, String)])
  func whatMayPassIsAwayAndTriedAgain(problem: BrokerProblem, reason: String) {
    #expect(problem.isAway)
    #expect(problem.reason == reason)
    #expect(problem.sentence == "The broker is away: \(reason). It is tried again.")
  }

  @Test(
    arguments: [
      (
        .foreignStream("m", subjects: "orders.*"),
        "The broker: its stream m takes orders.* and not m.>. Delete it, or name the log otherwise than m."
      ),
      (
        .foreignStream("m", subjects: ""),
        "The broker: its stream m takes nothing and not m.>. Delete it, or name the log otherwise than m."
      ),
      (
        .otherEvent(stream: "m", sequence: 7),
        "The broker: its stream m has another event at 7 than the journal. Nothing is published over it: publish the "
          + "right journal, or delete the stream."
      ),
      (
        .ahead(stream: "m", sequence: 7, journal: 5),
        "The broker: its stream m has 7 events, the journal 5. Nothing is published over it: publish the right "
          + "journal, or delete the stream."
      ),
      (
        .otherLog("m", asked: "n"),
        "The broker: the address names n, the journal is m. Write …/m, or leave the path out."
      ),
      (.file("ca.pem", errno: ENOENT), "ca.pem: cannot be read (No such file or directory)."),
      (.badFile("ca.pem"), "ca.pem: not what it has to hold (credentials, or certificates as PEM)."),
    ] as [(BrokerProblem, String)])
  func whatDoesNotPassByItselfSaysWhatToDo(problem: BrokerProblem, sentence: String) {
    #expect(!problem.isAway)
    #expect(problem.sentence == sentence)
  }
}
