import Glibc

/// Why a log is not served.
package enum ServingError: Error, Hashable, Sendable {
  /// Another program listens there.
  case inUse(ListenAddress)
  /// The system does not listen there, with its reason.
  case notListening(ListenAddress, reason: String)
  /// The system gave no thread; the number says why.
  case noThread(errno: CInt)

  /// What happened, where, and what to do now.
  package var sentence: String {
    switch self {
    case .inUse(let address):
      "\(address.text): another program listens there. Name another port, or 0 for any."
    case .notListening(let address, let reason):
      "\(address.text): cannot listen there (\(reason)). Name an address of this machine."
    case .noThread(let number): "The system gives no thread (\(unsafe String(cString: strerror(number))))."
    }
  }
}
