import Glibc
import Handover
import Serving

/// Does what blocks on a thread of its own: the few threads of Swift's own pool are needed by whoever is waited for.
func onThread<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
  try await withTaskExecutorPreference(OwnThread("test")) { try work() }
}

/// Waits until something is so. The limit is there for servers that hang.
func waitFor(_ what: String, until isSo: () -> Bool) throws {
  let end = ContinuousClock.now + .seconds(60)
  while !isSo() {
    guard ContinuousClock.now < end else { throw RawClient.Failure(what: "\(what) never came", errno: 0) }
    usleep(1000)
  }
}

/// A server of a log on a free port, for as long as a test takes, which runs on a thread of its own.
func serving(
  _ log: Growing, _ options: ServingOptions = ServingOptions(ListenAddress(host: "127.0.0.1", port: 0)),
  patience: LogServer.Patience = LogServer.Patience(), now: Int64 = 0,
  _ body: @escaping @Sendable (Int) throws -> Void
) async throws {
  let (ports, port) = AsyncStream<Int>.makeStream()
  let server = try LogServer(
    log.hub, options, patience: patience,
    endsOnSignals: false,
    clock: { now }, onListening: { port.yield($0.port) })
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask {
      defer { port.finish() }
      try await server.run()
    }
    do {
      for await port in ports {
        try await onThread { try body(port) }
        break
      }
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
    try await group.waitForAll()
  }
}
