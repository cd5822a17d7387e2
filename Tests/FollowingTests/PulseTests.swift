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
    await Pulse(limit: .seconds(10), timer: clock.timer()).stop()
    #expect(clock.slept == [.seconds(10)])
  }

  @Test func whatIsHeardPutsThatOff() async {
    let clock = Jumps()
    let heard = Mutex<Pulse?>(nil)
    let pulse = Pulse(
      limit: .seconds(10),
      timer: clock.timer { if $0 < 2 { heard.withLock { $0 }?.beat(limit: .seconds(6)) } })
    heard.withLock { $0 = pulse }
    await pulse.stop()
    #expect(clock.slept == [.seconds(10), .seconds(11), .milliseconds(16_500)])
    heard.withLock { $0 = nil }
  }

  @Test func whoDoesNotListenDoesNotMissIt() async {
    let clock = Jumps()
    let pulse = Pulse(
      limit: .seconds(10), timer: clock.timer { if $0 == 3 { throw CancellationError() } })
    await pulse.rest { await pulse.stop() }
    #expect(clock.slept == [10, 20, 30, 40].map { Duration.seconds($0) })
  }
}
