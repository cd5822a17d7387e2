import AsyncHTTPClient
package import Feeds
import FoundationEssentials
import Handover
import NIOCore
import NIOPosix
import NIOSSL

/// A log that `rinkside serve` serves, followed from its start and for ever: a connection that ends is made anew.
///
/// The network is on threads of its own; whoever reads never waits for it.
package final class HTTPLog: LogSource {
  /// Its address.
  package let name: String
  /// Readable when it is worth asking.
  package var descriptor: CInt { mailbox.descriptor }
  /// Whether the last call left something to read.
  package private(set) var hasMore = false
  /// Whether a sign of life has been given since the log began: the server sends none before all there was.
  package private(set) var hasCaughtUp = false

  private let mailbox: Mailbox
  private let work: Task<Void, Never>

  /// Begins to follow a log.
  ///
  /// - Parameters:
  ///   - authority: A file with the certificates that are trusted instead of the system's, in PEM format.
  ///   - habits: how long to wait for what.
  /// - Throws: why nothing can ever come from it.
  package init(_ address: HTTPAddress, authority: String? = nil, habits: Habits = Habits())
    throws(FeedProblem)
  {
    name = address.text
    let configuration = try Self.configuration(authority: authority, habits: habits)
    do throws(SystemFault) { mailbox = try Mailbox() } catch {
      throw .remote(.unreachable(errno: error.code), at: address.text)
    }
    let group = withoutSignals { MultiThreadedEventLoopGroup(numberOfThreads: 1) }
    let client = HTTPClient(eventLoopGroupProvider: .shared(group), configuration: configuration)
    let stream = LogStream(address: address, client: client, mailbox: mailbox, habits: habits)
    work = Task(executorPreference: OwnThread("rinkside.following")) {
      await stream.run()
      // Whatever they have to say of it, it is over.
      do { try await client.shutdown() } catch {}
      do { try await group.shutdownGracefully() } catch {}
    }
  }

  deinit { close() }

  /// What is new, about 1 MiB of it at most.
  ///
  /// - Throws: why nothing comes, each time until something does. It is tried again without being asked.
  package func read() throws(FeedProblem) -> LogNews {
    let taken = mailbox.take()
    hasMore = taken.hasMore
    switch taken.item {
    case .lines(let lines): return .bytes(lines)
    case .alive(let at):
      hasCaughtUp = true
      return .alive(at: at)
    case .connected(let at):
      hasCaughtUp = true
      // Told first, it is not hidden by the signs of life that come with it.
      if let problem = taken.problem, !taken.hasMore { throw problem }
      return .connected(at: at)
    case .replaced:
      hasCaughtUp = false
      return .replaced
    case nil:
      if let problem = taken.problem { throw problem }
      return .nothing
    }
  }

  /// Lets go of the server. Nothing comes any more.
  package func close() {
    work.cancel()
    mailbox.close()
  }

  private static func configuration(
    authority: String?, habits: Habits
  ) throws(FeedProblem) -> HTTPClient.Configuration {
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.minimumTLSVersion = .tlsv12
    if let authority {
      let certificates: [NIOSSLCertificate]
      do { certificates = try NIOSSLCertificate.fromPEMFile(authority) } catch {
        throw .remote(.noAuthority, at: authority)
      }
      guard !certificates.isEmpty else { throw .remote(.noAuthority, at: authority) }
      tls.trustRoots = .certificates(certificates)
    }
    // A log does not lead elsewhere: where it went is for the viewer to say.
    var configuration = HTTPClient.Configuration(
      tlsConfiguration: tls, redirectConfiguration: .disallow,
      timeout: .init(connect: .nanoseconds(habits.connect.nanoseconds)), decompression: .disabled)
    configuration.httpVersion = .http1Only
    // Coming back is done here, where it can be said why nothing comes.
    configuration.connectionPool.retryConnectionEstablishment = false
    // One that came about too late is of no more use.
    configuration.connectionPool.idleTimeout = .seconds(1)
    return configuration
  }
}

extension Duration {
  /// As whole nanoseconds, at most some 292 years.
  fileprivate var nanoseconds: Int64 {
    let (seconds, attoseconds) = components
    let (whole, isTooLong) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    return isTooLong ? .max : whole.addingReportingOverflow(attoseconds / 1_000_000_000).partialValue
  }
}
