import Serving

/// A server of a log on a free port, for as long as a test takes.
func serving(
  _ log: Growing, patience: LogServer.Patience = LogServer.Patience(), now: Int64 = 0,
  _ body: @escaping @Sendable (Int) async throws -> Void
) async throws {
  let (ports, port) = AsyncStream<Int>.makeStream()
  let server = LogServer(
    log.hub, on: ListenAddress(host: "127.0.0.1", port: 0), patience: patience, endsOnSignals: false,
    clock: { now }, onListening: { port.yield($0.port) })
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask {
      defer { port.finish() }
      try await server.run()
    }
    do {
      for await port in ports {
        try await body(port)
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
