package import Feeds
import FoundationEssentials
import LongTrack
package import RaceLog
import Scoreboard

/// A log that somebody else writes, as far as it has come, and what is known of its age and its clock.
package struct FollowedLog: Sendable {
  /// The log and its state.
  package private(set) var live: LiveLog
  /// Counts the times that the log was not the one before, gone on with: positions in it then mean nothing.
  package private(set) var generation = 0
  /// Why nothing comes; nil where all is well.
  package private(set) var problem: FeedProblem?
  /// Whether there is no such log yet.
  package private(set) var isMissing = true
  /// Whether there will never be more of it.
  package private(set) var hasEnded = false

  private var clock: LogClock
  /// A log that was written anew, until it is read to its end: what is shown stays that long.
  private var next: LiveLog?
  /// Whether all that was there has come, so that what comes now comes live.
  package private(set) var hasCaughtUp = false

  /// A log of which nothing is known yet.
  package init(file: String, clock: LogClock) {
    live = LiveLog(file: file)
    self.clock = clock
  }

  /// What positions in the log are told with: its own id, or its file's name where it has none.
  package var name: String {
    for event in live.log.events.prefix(1) {
      if case .meet(let meet) = event.content, !meet.log.isEmpty { return meet.log }
    }
    return live.log.file.split(separator: "/").last.map(String.init) ?? live.log.file
  }

  /// Takes in what a source had.
  ///
  /// - Parameters:
  ///   - isComplete: whether the source has now given all that was there.
  ///   - now: the machine's clock, 1/10 000 s from anywhere.
  package mutating func take(_ news: LogNews, isComplete: Bool, now: Int64) {
    problem = nil
    isMissing = news == .missing
    switch news {
    case .missing, .nothing: break
    case .alive(let at):
      if let at { clock.take(beat: at, now: now) }
      clock.hear(now: now)
    case .connected(let at):
      if let at { clock.take(beat: at, now: now) }
    case .bytes(let bytes):
      let events = next?.take(bytes) ?? live.take(bytes)
      let log = next?.log ?? live.log
      for index in events { clock.take(at: log.events[index].at.ticks, isLive: hasCaughtUp, now: now) }
      if hasCaughtUp { clock.hear(now: now) }
    case .replaced:
      next = LiveLog(file: live.log.file)
      hasCaughtUp = false
      clock.startOver()
    case .ended: hasEnded = true
    }
    if isComplete { catchUp() }
  }

  /// Takes note of why it could not be read.
  package mutating func fail(_ problem: FeedProblem) { self.problem = problem }

  /// The moment on the log's clock.
  package func moment(at now: Int64) -> Int64 { hasEnded ? clock.last ?? 0 : clock.moment(at: now) }

  /// What time a sign of life says that it is.
  package func beat(wall: Instant, now: Int64) -> Instant { clock.beat(wall: wall, now: now) }

  /// Whether its clock stands: it has ended, or it did so long ago.
  package func stands(at now: Int64) -> Bool { hasEnded || clock.stands(at: now) }

  /// Whether the numbers may be older than they look: a race runs, or somebody who writes or serves the log was heard since
  /// it was opened, and now nothing comes.
  package func isStale(at now: Int64, race: String?) -> Bool {
    guard !hasEnded, age(at: now) ?? 0 > LogClock.patience else { return false }
    return clock.isHeard || live.meet.runningZero(in: live.log, race: race) != nil
  }

  /// `data 4 s old`, `12 min`, `3 h`, `2 days`: cut off.
  package func ageText(_ age: Int64) -> String {
    let seconds = age / RaceTime.ticksPerSecond
    let words =
      switch seconds {
      case ..<100: "\(seconds) s"
      case ..<6000: "\(seconds / 60) min"
      case ..<172_800: "\(seconds / 3600) h"
      default: "\(seconds / 86_400) days"
      }
    return "data \(words) old"
  }

  /// How long nothing was heard of it, 1/10 000 s; nil before there is any.
  package func age(at now: Int64) -> Int64? { clock.age(at: now) }

  /// How many bytes the whole lines take.
  package var wholeLines: Int { live.log.bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0 }

  private mutating func catchUp() {
    hasCaughtUp = true
    guard let next else { return }
    // A journal that moved away from a failing disk goes on where it was: whoever reads it need not start over.
    if !next.log.bytes.starts(with: live.log.bytes.prefix(wholeLines)) { generation += 1 }
    live = next
    self.next = nil
  }
}
