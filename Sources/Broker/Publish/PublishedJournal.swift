import BoardRuntime
import Feeds
import FoundationEssentials
import RaceLog

/// The journal as far as it is on disk, read like anybody else reads it.
final class PublishedJournal {
  /// Its events.
  private(set) var log: EventLog
  /// Counts the times that another file took its place.
  private(set) var generation = 0
  /// Why it cannot be read; nil where it can.
  private(set) var problem: String?
  /// Whether there may be more on disk now.
  private(set) var hasMore = true

  private var file: FileFollower
  /// A file that took the place of the one before, until it is read to its end.
  private var next: EventLog?
  private var clock: LogClock
  private var hadCaughtUp = false

  /// The journal at a path.
  init(_ path: String) {
    file = FileFollower(path, syncs: true)
    log = EventLog(file: path, bytes: Data())
    let machine = MachineClock()
    clock = LogClock(wall: machine.wall.ticks, now: machine.stamp.ticks)
  }

  /// What time a sign of life says that it is.
  func beat(now: Int64) -> Instant { clock.beat(wall: MachineClock().wall, now: now) }

  /// Readable when it is worth reading.
  var descriptor: CInt { file.descriptor }
  /// How many events it has.
  var count: Int { log.events.count }

  /// The names of the log in a broker; nil before its first event.
  var names: BrokerNames? {
    guard let first = log.events.first else { return nil }
    if case .meet(let meet) = first.content, !meet.log.isEmpty { return BrokerNames(log: meet.log) }
    return BrokerNames(log: log.file.split(separator: "/").last.map(String.init) ?? log.file)
  }

  /// The journal goes on in another file.
  func follow(_ path: String) {
    guard path != file.name else { return }
    file = FileFollower(path, syncs: true)
    next = EventLog(file: path, bytes: Data())
    hasMore = true
  }

  /// Reads more of it, at most a piece.
  func read() {
    do throws(FeedProblem) {
      switch try file.read() {
      case .bytes(let bytes): try take(bytes)
      case .replaced: next = EventLog(file: file.name, bytes: Data())
      case .missing, .nothing, .alive, .connected, .ended: break
      }
      problem = nil
      if file.hasCaughtUp, let next {
        log = next
        self.next = nil
        generation += 1
      }
      hasMore = file.hasMore
      hadCaughtUp = file.hasCaughtUp
    } catch {
      problem = error.sentence
      hasMore = false
    }
  }

  /// Reads all there is.
  func readAll() {
    repeat { read() } while hasMore
  }

  private func take(_ bytes: Data) throws(FeedProblem) {
    do throws(LogFileError) {
      guard next == nil else {
        try next?.extend(with: bytes)
        return
      }
      let first = log.events.count
      try log.extend(with: bytes)
      for event in log.events[first...] {
        clock.take(at: event.at.ticks, isLive: hadCaughtUp, now: MachineClock.now)
      }
    } catch {
      problem = error.sentence
    }
  }
}
