import Glibc
package import RaceLog

/// Why a log is not served.
package enum ServingError: Error, Hashable, Sendable {
  /// Another program listens there.
  case inUse(ListenAddress)
  /// The system does not listen there, with its reason.
  case notListening(ListenAddress, reason: String)
  /// The system gave no thread; the number says why.
  case noThread(errno: CInt)

  /// A file that is needed cannot be read: the file, what should be in it, and why.
  case unreadable(String, what: String, LogFileError)
  /// What stands there is no token.
  case badToken(String)

  /// What happened, where, and what to do now.
  package var sentence: String {
    switch self {
    case .inUse(let address):
      "\(address.text): another program listens there. Name another port, or 0 for any."
    case .notListening(let address, let reason):
      "\(address.text): cannot listen there (\(reason)). Name an address of this machine."
    case .unreadable(let file, let what, let error):
      switch error {
      case .notFound: "\(file): no such file. Name one that has \(what)."
      case .isDirectory: "\(file): a directory. Name a file that has \(what)."
      case .notReadable: "\(file): reading is not permitted. Ask its owner."
      default: error.sentence
      }
    case .badToken(let place): "\(place): no token. It is one word of visible ASCII signs, at most 1024."
    case .noThread(let number): "The system gives no thread (\(unsafe String(cString: strerror(number))))."
    }
  }
}
