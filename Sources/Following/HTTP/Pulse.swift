import Synchronization

/// When something was heard over a connection last.
final class Pulse: Sendable {
  private struct State {
    var last = ContinuousClock.now
    var limit: Duration
    var isResting = false
  }

  private let state: Mutex<State>

  /// A connection that is about to be made.
  ///
  /// - Parameter limit: how long nothing may be heard.
  init(limit: Duration) { state = Mutex(State(limit: limit)) }

  /// Something was heard.
  ///
  /// - Parameter limit: how long nothing may be heard from now on; nil leaves it.
  func beat(limit: Duration? = nil) {
    state.withLock { state in
      state.last = .now
      state.limit = limit ?? state.limit
    }
  }

  /// Nobody listens meanwhile.
  func rest(during work: () async -> Void) async {
    state.withLock { $0.isResting = true }
    await work()
    state.withLock { state in
      state.last = .now
      state.isResting = false
    }
  }

  /// Waits until nothing was heard for too long, or until the task is cancelled.
  func stop() async {
    while true {
      let deadline = state.withLock { ($0.isResting ? .now : $0.last) + $0.limit }
      guard deadline > .now else { return }
      do { try await Task.sleep(until: deadline, clock: .continuous) } catch { return }
    }
  }
}
