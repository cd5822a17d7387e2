import Glibc

/// Why a server does not give its log, for now.
package enum RemoteProblem: Hashable, Sendable {
  /// Nobody knows the name.
  case noHost
  /// Nothing listens at that port.
  case refused
  /// The system cannot get there; its number says why.
  case unreachable(errno: CInt)
  /// It took too long to connect, or to answer.
  case noAnswer
  /// The connection stands, and nothing comes over it.
  case silent
  /// The connection ended.
  case lost
  /// Nobody that this machine trusts vouches for its certificate.
  case notTrusted
  /// Its certificate is that of another server.
  case otherName
  /// It does not speak TLS at all.
  case noTLS
  /// It speaks TLS, but not with this program.
  case badTLS
  /// What was named as authority for certificates is none: the place is a file.
  case noAuthority
  /// It answers, but has no log there: the status of HTTP.
  case notRinkside(status: Int)
  /// It answers with something else than events.
  case notEvents
  /// It takes nobody now.
  case busy
  /// It refuses: the status of HTTP.
  case refusal(status: Int)
  /// It sends what is far too long for an event.
  case overlong
  /// It cannot read the log itself; its words.
  case trouble(String)

  /// What happened and what to do now; what it happened to stands before it.
  var words: String {
    switch self {
    case .noHost: "no such host is known here. Check the name, and this machine's network."
    case .refused: "nothing listens there. Check host and port, and that rinkside serves there."
    case .unreachable(let number):
      "cannot be reached (\(unsafe String(cString: strerror(number)))). Check this machine's network."
    case .noAnswer: "no answer. Check host and port, and this machine's network."
    case .silent: "nothing comes any more, not even a sign of life. Connecting again."
    case .lost: "the connection ended. Connecting again."
    case .notTrusted: "its certificate is not trusted. If it is a private one, name it with --ca FILE."
    case .otherName: "its certificate is for another name. Write the name that it is for."
    case .noTLS: "no TLS is spoken there. Write http://, where you trust the network."
    case .badTLS: "no secure connection comes about. Ask whoever runs it for TLS 1.2 or newer."
    case .noAuthority: "no certificate in it. Name a file in PEM format with --ca."
    case .notRinkside(let status): "no log is served there (\(status)). Check host, port and path."
    case .notEvents: "something else than a log is served there. Check host, port and path."
    case .busy: "no place for another viewer, or no log yet (503). Trying again by itself."
    case .refusal(let status):
      "the log is not given (\(status)). Ask whoever runs it. Trying again by itself."
    case .trouble(let words): "its log cannot be read there: \(words)"
    case .overlong: "sends an event of more than 1 MiB, which no log has. Ask whoever runs it."
    }
  }
}
