import Synchronization

/// When something was heard over a connection last.
package final class Pulse: Sendable {
  /// What it tells the time by.
  package struct Timer: Sendable {
    /// This moment.
    package let now: @Sendable () -> ContinuousClock.Instant
    /// Waits until a moment; throws when the task is cancelled.
    package let sleep: @Sendable (_ until: ContinuousClock.Instant) async throws -> Void

    /// A timer of its own.
    package init(
      now: @escaping @Sendable () -> ContinuousClock.Instant,
      sleep: @escaping @Sendable (_ until: ContinuousClock.Instant) async throws -> Void
    ) {
      self.now = now
      self.sleep = sleep
    }

    /// The machine's.
    package static let machine = Timer(
      now: { .now }, sleep: { try await Task.sleep(until: $0, clock: .continuous) })
  }

  private struct State {
    var last: ContinuousClock.Instant
    var limit: Duration
    var isResting = false
  }

  private let timer: Timer
  private let silence: Duration
  private let state: Mutex<State>

  /// A connection that is about to be made.
  ///
  /// - Parameters:
  ///   - connect: how long nothing may be heard before the first beat.
  ///   - silence: how long after one.
  package init(connect: Duration, silence: Duration, timer: Timer = .machine) {
    self.timer = timer
    self.silence = silence
    state = Mutex(State(last: timer.now(), limit: connect))
  }

  /// Something was heard.
  package func beat() {
    let now = timer.now()
    state.withLock { state in
      state.last = now
      state.limit = silence
    }
  }

  /// Nobody listens meanwhile, so nothing can be heard.
  package func rest(during work: () async -> Void) async {
    state.withLock { $0.isResting = true }
    await work()
    let now = timer.now()
    state.withLock { state in
      state.last = now
      state.isResting = false
    }
  }

  /// Waits until nothing was heard for too long, or until the task is cancelled.
  package func waitForSilence() async {
    while true {
      let now = timer.now()
      let deadline = state.withLock { ($0.isResting ? now : $0.last) + $0.limit }
      guard deadline > now else { return }
      // The first beat may make the deadline an earlier one than is slept to, but never earlier than this.
      do { try await timer.sleep(min(deadline, now + silence)) } catch { return }
    }
  }
}
