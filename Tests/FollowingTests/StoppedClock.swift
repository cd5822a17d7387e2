import Following
import Synchronization

/// A clock that stands until a test sets it on.
final class StoppedClock: Sendable {
  private struct State {
    var now = ContinuousClock.now
    var last = 0
    var sleepers: [Int: (until: ContinuousClock.Instant, wake: CheckedContinuation<Void, any Error>)] = [:]
    /// Who was cancelled before it slept.
    var cancelled: Set<Int> = []
  }

  private let state = Mutex(State())

  /// What tells the time by it.
  var timer: Pulse.Timer {
    Pulse.Timer(now: { self.state.withLock { $0.now } }, sleep: { try await self.sleep($0) })
  }

  /// Sets it on, and wakes whoever slept until then.
  func advance(_ time: Duration) {
    let woken = state.withLock { state in
      state.now += time
      let due = state.sleepers.filter { $0.value.until <= state.now }
      for id in due.keys { state.sleepers[id] = nil }
      return due.values.map(\.wake)
    }
    for wake in woken { wake.resume() }
  }

  private func sleep(_ until: ContinuousClock.Instant) async throws {
    let id = state.withLock { state in
      state.last += 1
      return state.last
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { wake in
        let isOver: Result<Void, any Error>? = state.withLock { state in
          if state.cancelled.remove(id) != nil { return .failure(CancellationError()) }
          if until <= state.now { return .success(()) }
          state.sleepers[id] = (until, wake)
          return nil
        }
        if let isOver { wake.resume(with: isOver) }
      }
    } onCancel: {
      let sleeper = state.withLock { state in
        let sleeper = state.sleepers.removeValue(forKey: id)
        if sleeper == nil { state.cancelled.insert(id) }
        return sleeper?.wake
      }
      sleeper?.resume(throwing: CancellationError())
    }
  }
}
