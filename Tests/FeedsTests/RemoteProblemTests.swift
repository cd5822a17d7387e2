import Feeds
import Glibc
import Testing

@Suite struct RemoteProblemTests {
  @Test(
    arguments: [
      (.noHost, "no such host is known here. Check the name, and this machine's network."),
      (.refused, "nothing listens there. Check host and port, and that rinkside serves there."),
      (
        .unreachable(errno: ENETUNREACH),
        "cannot be reached (Network is unreachable). Check this machine's network."
      ),
      (.noAnswer, "no answer. Check host and port, and this machine's network."),
      (.silent, "nothing comes any more, not even a sign of life. Connecting again."),
      (.lost, "the connection ended. Connecting again."),
      (.notTrusted, "its certificate is not trusted. If it is a private one, name it with --ca FILE."),
      (.otherName, "its certificate is for another name. Write the name that it is for."),
      (.noTLS, "no TLS is spoken there. Write http://, where you trust the network."),
      (.badTLS, "no secure connection comes about. Ask whoever runs it for TLS 1.2 or newer."),
      (.noAuthority, "no certificate in it. Name a file in PEM format with --ca."),
      (.notRinkside(status: 404), "no log is served there (404). Check host, port and path."),
      (.notEvents, "something else than a log is served there. Check host, port and path."),
      (.busy, "no place for another viewer, or no log yet (503). Trying again by itself."),
      (.refusal(status: 500), "the log is not given (500). Ask whoever runs it. Trying again by itself."),
      (.overlong, "sends an event of more than 1 MiB, which no log has. Ask whoever runs it."),
    ] as [(RemoteProblem, String)])
  func problemsAreSentences(problem: RemoteProblem, words: String) {
    #expect(FeedProblem.remote(problem, at: "http://rink:7400").sentence == "http://rink:7400: " + words)
  }
}
