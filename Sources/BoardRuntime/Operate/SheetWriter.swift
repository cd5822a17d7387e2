import Handover
import LongTrack
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

  /// The sheets of a race as they are to be.
  private struct Job: Sendable {
    let meet: Meet
    let race: Race
    let asOf: Instant
    let base: String
  }

  private struct Work {
    /// What waits, oldest first: of a race only the newest.
    var waiting: [Job] = []
    var isRunning = false
    var done: [Outcome] = []
  }

  /// Set when there are outcomes.
  let signal: Signal
  private let work = Mutex(Work())
  private let ladders: PointsLadders

  /// Nothing to write yet.
  ///
  /// - Parameter ladders: what ranks are worth.
  init(ladders: PointsLadders = PointsLadders()) throws(SystemFault) {
    self.ladders = ladders
    signal = try Signal()
  }

  /// Has the sheets of a race written. One at a time, and in order: two at once could leave the older ones.
  func write(_ meet: Meet, race: Race, asOf: Instant, base: String) {
    let starts = work.withLock { work in
      work.waiting.removeAll { $0.race.id == race.id }
      work.waiting.append(Job(meet: meet, race: race, asOf: asOf, base: base))
      defer { work.isRunning = true }
      return !work.isRunning
    }
    if starts { Task.detached { self.run() } }
  }

  /// The outcomes since the last time, and whether more are to come.
  func take() -> (outcomes: [Outcome], isBusy: Bool) {
    signal.clear()
    return work.withLock { work in
      defer { work.done = [] }
      return (work.done, work.isRunning)
    }
  }

  private func run() {
    while let job = next() {
      let outcome = outcome(job.meet, race: job.race, asOf: job.asOf, base: job.base)
      work.withLock { $0.done.append(outcome) }
      signal.set()
    }
    signal.set()
  }

  private func next() -> Job? {
    work.withLock { work in
      guard !work.waiting.isEmpty else {
        work.isRunning = false
        return nil
      }
      return work.waiting.removeFirst()
    }
  }

  private func outcome(_ meet: Meet, race: Race, asOf: Instant, base: String) -> Outcome {
    do {
      let paths = try OfficialSheets.write(meet, race, asOf: asOf, ladders: ladders, to: base)
      let names = paths.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
      return Outcome(text: "written: \(names.joined(separator: ", "))", isProblem: false)
    } catch { return Outcome(text: error.sentence, isProblem: true) }
  }
}
