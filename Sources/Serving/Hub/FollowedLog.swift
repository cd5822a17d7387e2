import BoardRuntime
import Feeds
import FoundationEssentials
import RaceLog

/// The log that is served, as far as it is known to be on disk, and what is known of its age.
struct FollowedLog: Sendable {
  /// The log and its state.
  private(set) var live: LiveLog
  /// Counts the times that the log was not the one before, gone on with: positions in it then mean nothing.
  private(set) var generation = 0
  /// Why nothing comes; nil where all is well.
  private(set) var problem: FeedProblem?

  private var clock: LogClock
  /// A log that was written anew, until it is read to its end: what is served stays that long.
  private var next: LiveLog?
  private var hasCaughtUp = false
  private var modified: Int64 = 0

  /// A log of which nothing is known yet.
  init(file: String, clock: LogClock) {
    live = LiveLog(file: file)
    self.clock = clock
  }

  /// What positions in the log are told with: its own id, or its file's name where it has none.
  var name: String {
    for event in live.log.events.prefix(1) {
      if case .meet(let meet) = event.content, !meet.log.isEmpty { return meet.log }
    }
    return live.log.file.split(separator: "/").last.map(String.init) ?? live.log.file
  }

  /// Takes in what the file had.
  mutating func take(_ news: FileFollower.News, hasMore: Bool, modified: Int64, now: Int64) {
    problem = nil
    switch news {
    case .missing, .nothing:
      if hasCaughtUp, modified != self.modified { clock.hear(now: now) }
      catchUp()
    case .bytes(let bytes):
      let events = next?.take(bytes) ?? live.take(bytes)
      let log = next?.log ?? live.log
      for index in events { clock.take(at: log.events[index].at.ticks, isLive: hasCaughtUp, now: now) }
      if hasCaughtUp { clock.hear(now: now) }
      if !hasMore { catchUp() }
    case .replaced:
      next = LiveLog(file: live.log.file)
      hasCaughtUp = false
      clock.startOver()
    }
    self.modified = modified
  }

  /// Takes note of why it could not be read.
  mutating func fail(_ problem: FeedProblem) { self.problem = problem }

  /// The moment on the log's clock.
  func moment(at now: Int64) -> Int64 { clock.moment(at: now) }

  /// How old the newest line is; nil before there is any.
  func age(at now: Int64) -> Int64? { clock.age(at: now) }

  /// How many bytes the whole lines take.
  var wholeLines: Int { live.log.bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0 }

  private mutating func catchUp() {
    hasCaughtUp = true
    guard let next else { return }
    // A journal that moved away from a failing disk goes on where it was: whoever reads it need not start over.
    if !next.log.bytes.starts(with: live.log.bytes.prefix(wholeLines)) { generation += 1 }
    live = next
    self.next = nil
  }
}
