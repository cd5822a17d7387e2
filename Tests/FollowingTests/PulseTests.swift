import Following
import Synchronization
import Testing

@Suite struct PulseTests {
  /// A clock that jumps to where somebody sleeps until.
  private final class Jumps: Sendable {
    let start = ContinuousClock.now
    private let state: Mutex<(now: ContinuousClock.Instant, slept: [Duration])>

    init() { state = Mutex((start, [])) }

    var slept: [Duration] { state.withLock { $0.slept } }

    /// - Parameter onSleep: is called for each sleep, with how many came before it, at half of it.
    func timer(_ onSleep: @escaping @Sendable (Int) throws -> Void = { _ in }) -> Pulse.Timer {
      Pulse.Timer(
        now: { self.state.withLock { $0.now } },
        sleep: { moment in
          let count = self.state.withLock { state in
            state.slept.append(moment - self.start)
            state.now += (moment - state.now) / 2
            return state.slept.count - 1
          }
          try onSleep(count)
          self.state.withLock { $0.now = moment }
        })
    }
  }

  @Test func itStopsWhenNothingIsHeardForTooLong() async {
    let clock = Jumps()
    await Pulse(connect: .seconds(10), silence: .seconds(4), timer: clock.timer()).waitForSilence()
    #expect(clock.slept == [4, 8, 10].map { Duration.seconds($0) })
  }

  @Test func whatIsHeardPutsThatOff() async {
    let clock = Jumps()
    let heard = Mutex<Pulse?>(nil)
    let pulse = Pulse(
      connect: .seconds(10), silence: .seconds(6),
      timer: clock.timer { if $0 < 2 { heard.withLock { $0 }?.beat() } })
    heard.withLock { $0 = pulse }
    await pulse.waitForSilence()
    #expect(clock.slept == [.seconds(6), .seconds(9), .milliseconds(13_500)])
    heard.withLock { $0 = nil }
  }

  /// What counts from the answer on is the silence after it, not what was left of the time for the answer.
  @Test func afterTheAnswerSilenceIsNoticedInItsOwnTime() async {
    let clock = Jumps()
    let heard = Mutex<Pulse?>(nil)
    let pulse = Pulse(
      connect: .seconds(10), silence: .seconds(5),
      timer: clock.timer { if $0 == 0 { heard.withLock { $0 }?.beat() } })
    heard.withLock { $0 = pulse }
    await pulse.waitForSilence()
    #expect(clock.slept == [.seconds(5), .milliseconds(7500)])
    heard.withLock { $0 = nil }
  }

  @Test func whoDoesNotListenDoesNotMissIt() async {
    let clock = Jumps()
    let pulse = Pulse(
      connect: .seconds(10), silence: .seconds(5),
      timer: clock.timer { if $0 == 3 { throw CancellationError() } })
    await pulse.rest { await pulse.waitForSilence() }
    #expect(clock.slept == [5, 10, 15, 20].map { Duration.seconds($0) })
  }
}
