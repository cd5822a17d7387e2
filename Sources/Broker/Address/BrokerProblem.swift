import Glibc

/// Why a broker does not take or give what it should.
package enum BrokerProblem: Error, Hashable, Sendable {
  /// Nobody answers there.
  case unreachable(String)
  /// It does not let us in.
  case refused(String)
  /// It wants TLS and was asked without, or the other way round.
  case wantsTLS(String)
  /// It has no TLS.
  case hasNoTLS(String)
  /// TLS does not come about; the client says why.
  case noTLS(String, reason: String)
  /// It answers, but keeps no streams.
  case noJetStream(String)
  /// The connection was cut.
  case lost(String)
  /// It is connected and does not answer.
  case silent(String)
  /// It said no; its own words.
  case said(String, reason: String)
  /// A file with credentials or certificates that cannot be read.
  case file(String, errno: CInt)
  /// A file with credentials or certificates that is none.
  case badFile(String)
  /// A stream of that name takes something else.
  case foreignStream(String, subjects: String)
  /// The stream has another event under a seq than the journal.
  case otherEvent(stream: String, sequence: UInt64)
  /// The stream has more than the journal.
  case ahead(stream: String, sequence: UInt64, journal: Int)
  /// The address names another log than the journal is.
  case otherLog(String, asked: String)

  /// Whether it may be over by itself: nothing is wrong with what is published.
  package var isAway: Bool {
    switch self {
    case .foreignStream, .otherEvent, .ahead, .otherLog, .badFile, .file: false
    default: true
    }
  }

  /// What is wrong, in a few words.
  package var reason: String {
    switch self {
    case .unreachable(let place): "nobody answers at \(place)"
    case .refused(let place): "\(place) does not let us in (user, password, token or credentials)"
    case .wantsTLS(let place): "\(place) wants TLS (tls://)"
    case .hasNoTLS(let place): "\(place) has no TLS (nats://)"
    case .noTLS(let place, let reason): "no TLS with \(place) (\(reason))"
    case .noJetStream(let place): "\(place) has no JetStream (nats-server -js)"
    case .lost(let place): "the connection to \(place) is cut"
    case .silent(let place): "\(place) does not answer"
    case .said(let place, let reason): "\(place) says: \(reason)"
    case .file(let path, let number): "\(path): cannot be read (\(Self.words(number)))"
    case .badFile(let path): "\(path): not what it has to hold (credentials, or certificates as PEM)"
    case .foreignStream(let stream, let subjects):
      "its stream \(stream) takes \(subjects.isEmpty ? "nothing" : subjects) and not \(stream).>"
    case .otherEvent(let stream, let sequence):
      "its stream \(stream) has another event at \(sequence) than the journal"
    case .ahead(let stream, let sequence, let journal):
      "its stream \(stream) has \(sequence) events, the journal \(journal)"
    case .otherLog(let log, let asked): "the address names \(asked), the journal is \(log)"
    }
  }

  /// What is wrong, and what to do now.
  package var sentence: String {
    switch self {
    case .foreignStream(let stream, _):
      "The broker: \(reason). Delete it, or name the log otherwise than \(stream)."
    case .otherEvent, .ahead:
      "The broker: \(reason). Nothing is published over it: publish the right journal, or delete the stream."
    case .otherLog(let log, _): "The broker: \(reason). Write …/\(log), or leave the path out."
    case .file, .badFile: "\(reason)."
    default: "The broker is away: \(reason). It is tried again."
    }
  }

  private static func words(_ number: CInt) -> String { unsafe String(cString: strerror(number)) }
}
