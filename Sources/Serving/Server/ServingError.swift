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

  /// There is no certificate in a file.
  case noCertificate(String)
  /// There is no key in a file.
  case noKey(String)
  /// The key is that of another certificate.
  case keyDoesNotFit(String, certificate: String)

  /// TLS cannot be set up, with its reason.
  case notEncrypted(reason: String)

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
    case .noCertificate(let file):
      "\(file): no certificate. Name a PEM file with the certificate, then those that signed it."
    case .noKey(let file):
      "\(file): no private key, or one under a passphrase. Name a PEM file with the key as it is."
    case .keyDoesNotFit(let file, let certificate):
      "\(file): not the key of the certificate in \(certificate). Name the one that it was made with."
    case .notEncrypted(let reason): "TLS cannot be set up (\(reason))."
    case .noThread(let number): "The system gives no thread (\(unsafe String(cString: strerror(number))))."
    }
  }
}
