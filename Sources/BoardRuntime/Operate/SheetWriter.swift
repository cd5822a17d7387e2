import Journal
import Operation
import RaceLog
import Scoreboard
import Synchronization

/// Writes result sheets beside the console: a slow disk must not hold up the keys.
final class SheetWriter: Sendable {
  /// What became of the sheets of a race.
  struct Outcome: Sendable {
    let text: String
    let isProblem: Bool
  }

  private struct Work {
    var running = 0
    var done: [Outcome] = []
  }

  /// Set when there are outcomes.
  let signal: Signal
  private let work = Mutex(Work())

  init() throws(StorageFault) { signal = try Signal() }

  /// Begins to write the sheets of a race.
  func write(_ meet: Meet, race: Race, asOf: Instant, base: String) {
    work.withLock { $0.running += 1 }
    Task.detached { self.finish(Self.outcome(meet, race: race, asOf: asOf, base: base)) }
  }

  /// The outcomes since the last time, and whether more are to come.
  func take() -> (outcomes: [Outcome], isBusy: Bool) {
    signal.clear()
    return work.withLock { work in
      defer { work.done = [] }
      return (work.done, work.running > 0)
    }
  }

  private func finish(_ outcome: Outcome) {
    work.withLock { work in
      work.running -= 1
      work.done.append(outcome)
    }
    signal.set()
  }

  private static func outcome(_ meet: Meet, race: Race, asOf: Instant, base: String) -> Outcome {
    do {
      let paths = try OfficialSheets.write(meet, race, asOf: asOf, to: base)
      let names = paths.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
      return Outcome(text: "written: \(names.joined(separator: ", "))", isProblem: false)
    } catch { return Outcome(text: error.sentence, isProblem: true) }
  }
}
