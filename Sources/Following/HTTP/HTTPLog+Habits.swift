extension HTTPLog {
  /// How long to wait for what, and by which clock.
  package struct Habits: Sendable {
    /// For a connection and the answer to a request.
    package var connect = Duration.seconds(10)
    /// For anything at all on a connection: a server sends a sign of life each second.
    package var silence = Duration.seconds(5)
    /// What those times are told by.
    package var timer = Pulse.Timer.machine
    /// Waits before connecting again.
    package var pause: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    /// From 0 up to 1, other each time, so that a server that comes back is not asked by everybody at once.
    package var chance: @Sendable () -> Double = { Double.random(in: 0..<1) }

    /// The usual ones.
    package init() {}
  }
}
