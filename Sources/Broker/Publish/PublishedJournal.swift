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
  var problem: String? { failure?.sentence ?? refusal?.sentence }
  /// Whether there may be more on disk now.
  private(set) var hasMore = true

  private var file: FileFollower
  /// A file that took the place of the one before, until it is read to its end.
  private var next: EventLog?
  private var clock: LogClock
  private var hadCaughtUp = false
  /// Why the last look at the file gave nothing.
  private var failure: FeedProblem?
  /// Why the log is none for this program: so it stays until another file takes its place.
  private var refusal: LogFileError?

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
    startOver()
    hasMore = true
  }

  /// Reads more of it, at most a piece.
  func read() {
    do throws(FeedProblem) {
      let news = try file.read()
      failure = nil
      switch news {
      case .bytes(let bytes): take(bytes)
      case .replaced: startOver()
      case .missing, .nothing, .alive, .connected, .ended: break
      }
      if file.hasCaughtUp, let next {
        log = next
        self.next = nil
        generation += 1
      }
      hasMore = file.hasMore
      hadCaughtUp = file.hasCaughtUp
    } catch {
      failure = error
      hasMore = false
    }
  }

  /// Reads all there is.
  func readAll() {
    repeat { read() } while hasMore
  }

  private func startOver() {
    next = EventLog(file: file.name, bytes: Data())
    refusal = nil
  }

  private func take(_ bytes: Data) {
    guard refusal == nil else { return }
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
      refusal = error
    }
  }
}
