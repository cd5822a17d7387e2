import AsyncHTTPClient
import Feeds
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

extension RemoteProblem {
  /// What an error of the network means to somebody who wants to see a log.
  init(network error: any Error) {
    switch error {
    case let error as NIOConnectionError: self = Self.connecting(error)
    case let error as IOError: self.init(number: error.errnoCode)
    case let error as HTTPClientError: self = Self.client(error)
    case let error as NIOSSLExtraError:
      self =
        error == .failedToValidateHostname || error == .serverHostnameImpossibleToMatch ? .otherName : .badTLS
    case let error as NIOSSLError: self = Self.secure(error)
    case is BoringSSLError: self = .badTLS
    case is HTTPParserError: self = .notEvents
    case ChannelError.connectTimeout: self = .noAnswer
    default: self = .lost
    }
  }

  private init(number: CInt) {
    switch number {
    case ECONNREFUSED: self = .refused
    case ETIMEDOUT: self = .noAnswer
    case ECONNRESET, EPIPE: self = .lost
    default: self = .unreachable(errno: number)
    }
  }

  private static func connecting(_ error: NIOConnectionError) -> RemoteProblem {
    // With several addresses, one that refuses says more than one that there is no way to.
    let problems = error.connectionErrors.map { RemoteProblem(network: $0.error) }
    if problems.contains(.refused) { return .refused }
    return problems.last ?? .noHost
  }

  private static func client(_ error: HTTPClientError) -> RemoteProblem {
    switch error {
    case .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout, .deadlineExceeded: .noAnswer
    default: .lost
    }
  }

  private static func secure(_ error: NIOSSLError) -> RemoteProblem {
    guard case .handshakeFailed(let reason) = error else { return .lost }
    // The library tells its reasons as text only.
    let text = String(describing: reason)
    if text.contains("CERTIFICATE_VERIFY_FAILED") { return .notTrusted }
    return text.contains("WRONG_VERSION_NUMBER") || text.contains("HTTP_REQUEST") ? .noTLS : .badTLS
  }
}
