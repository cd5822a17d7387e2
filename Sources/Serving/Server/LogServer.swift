import BoardRuntime
import Glibc
import Handover
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import RaceLog
import ServiceLifecycle
import UnixSignals

/// Serves a log over HTTP until it is told to stop.
package final class LogServer: Sendable {
  /// How long a request may take to come, and an answer to be taken.
  package struct Patience: Sendable {
    /// For the head of a request, and between two of them, in seconds.
    package var request = 10.0
    /// For an answer that is no stream, in seconds.
    package var answer = 30.0
    /// From one sign of life to the next, in seconds; nil where whoever has the hub gives them.
    package var beat: Double? = 1.0

    /// The usual times.
    package init() {}
  }

  private let group: ServiceGroup
  private let threads = OwnThread("rinkside.serving")
  private let address: ListenAddress

  /// A server of a hub's log.
  ///
  /// - Parameters:
  ///   - endsOnSignals: Whether SIGTERM and SIGINT end it.
  ///   - onListening: is told where it listens, once it does.
  package init(
    _ hub: LogHub, _ options: ServingOptions, patience: Patience = Patience(), endsOnSignals: Bool,
    clock: @escaping @Sendable () -> Int64 = { MachineClock().stamp.ticks },
    onListening: @escaping @Sendable (ListenAddress) -> Void
  ) throws(ServingError) {
    let address = options.address
    self.address = address
    let quiet = Logger(label: "rinkside") { _ in SwiftLogNoOpLogHandler() }
    // A request of thousands of headers is nobody's; the board needs some hundred bytes.
    let decoder = HTTP1Channel.Configuration.DecoderConfiguration(
      maxHeaderFieldSize: 8192, maxHeaderListSize: 16_384, maxHeaderFieldCount: 100)
    let answer = TimeAmount.milliseconds(Int64(patience.answer * 1000))
    let plain = HTTPServerBuilder.http1(
      configuration: HTTP1Channel.Configuration(
        additionalChannelHandlers: [ConnectionGuard(patience: answer)],
        idleTimeout: .milliseconds(Int64(patience.request * 1000)), httpDecoderConfiguration: decoder))
    let server =
      if let encryption = options.encryption {
        try Self.encrypted(plain, encryption)
      } else {
        plain
      }
    let application = Application(
      responder: LogResponder(hub: hub, posting: options.posting, cup: options.cup, clock: clock),
      server: server,
      configuration: ApplicationConfiguration(
        address: .hostname(address.host, port: address.port), backlog: 1024,
        // Some more than there are viewers, who are told that it is full; the others wait at the door.
        availableConnectionsDelegate: MaximumAvailableConnections(hub.places + 200, logger: quiet)),
      onServerRunning: { channel in
        onListening(ListenAddress(host: address.host, port: channel.localAddress?.port ?? address.port))
      },
      logger: quiet)
    // Told to end in the order from last to first: the streams before the server that waits for them.
    group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [
          .init(service: application),
          .init(service: Beats(hub: hub, interval: patience.beat), successTerminationBehavior: .ignore),
        ],
        gracefulShutdownSignals: endsOnSignals ? [.sigterm, .sigint] : [], logger: quiet))
  }

  private static func encrypted(
    _ plain: HTTPServerBuilder, _ encryption: Encryption
  ) throws(ServingError) -> HTTPServerBuilder {
    do { return try .tls(plain, tlsConfiguration: encryption.configuration) } catch {
      throw .notEncrypted(reason: "\(error)")
    }
  }

  /// Serves until it is told to stop.
  package func run() async throws(ServingError) {
    do {
      try await withTaskExecutorPreference(threads) { try await group.run() }
    } catch let error as IOError {
      if error.errnoCode == EADDRINUSE { throw .inUse(address) }
      throw .notListening(address, reason: unsafe String(cString: strerror(error.errnoCode)))
    } catch {
      throw .notListening(address, reason: "\(error)")
    }
  }

  /// Ends all streams, then the server.
  package func stop() async { await group.triggerGracefulShutdown() }
}

/// Gives everybody a sign of life each second, and ends the streams when it is told to end.
private struct Beats: Service {
  let hub: LogHub
  let interval: Double?

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        let clock = MachineClock()
        if interval != nil { hub.beat(at: clock.wall, now: clock.stamp.ticks) }
        do { try await Task.sleep(for: .seconds(interval ?? 3600)) } catch { break }
      }
    }
    hub.end()
    // A moment for the last lines; who does not take them is not waited for.
    for _ in 0..<20 where hub.viewerCount > 0 {
      do { try await Task.sleep(for: .milliseconds(50)) } catch { break }
    }
    hub.cutAll()
  }
}
