import BoardRuntime
import CNats
import Glibc
import Handover
import Operation

/// The publisher's thread: reads the journal, keeps a link to the broker, and tells how it goes. Times are 1/10 000 s.
final class PublisherLoop {
  private let options: BrokerOptions
  private let box: PublisherBox
  private let journal: PublishedJournal
  private var names: BrokerNames?
  private var published = PublishedLines()
  private var link: PublisherLink?
  private var problem: BrokerProblem?
  /// How many events the broker has, as far as was known last.
  private var known = 0
  private var others: [String] = []
  private var nextTry: Int64 = 0
  private var pause = shortest
  private var lamps = PublisherLamp()
  private var shown: Int64 = 0
  private var isClosing = false
  /// Whether the broker turned out to be away after the console had ended: it is not waited for.
  private var hasGivenUp = false

  /// How long after a failure it tries again, at first and at most.
  private static let shortest: Int64 = 1000
  private static let longest: Int64 = 20_000
  /// How long a log that cannot be published stays as it is.
  private static let nobodyActed: Int64 = 50_000

  init(_ journal: String, _ options: BrokerOptions, _ box: PublisherBox) {
    self.options = options
    self.box = box
    self.journal = PublishedJournal(journal)
  }

  /// Runs until the console ends it.
  func run() {
    while true {
      let orders = box.orders()
      if let path = orders.path { journal.follow(path) }
      if orders.end != nil, !isClosing {
        isClosing = true
        nextTry = 0
      }
      journal.read()
      let now = MachineClock.now
      work(now: now)
      show(now: now)
      if let end = orders.end, isDone || hasGivenUp || MachineClock.now >= end { break }
      wait(now: now)
    }
    link = nil
    nats_ReleaseThreadMemory()
    box.done.set()
  }

  private var isDone: Bool { !journal.hasMore && link != nil && known == journal.count }

  private func work(now: Int64) {
    guard now >= nextTry, let names = journal.names else {
      if isClosing, journal.count == 0, !journal.hasMore { hasGivenUp = true }
      return
    }
    do throws(BrokerProblem) {
      if let asked = options.address.log, BrokerNames(log: asked) != names {
        throw .otherLog(names.log, asked: asked)
      }
      // Another log has the journal's name now.
      if self.names != names {
        (link, known, self.names, published) = (nil, 0, names, PublishedLines())
      }
      if link == nil { link = try PublisherLink(options, names: names, others: others) }
      guard let link else { return }
      try link.work(journal, published: published, now: now)
      known = link.known
      others = link.others
      if problem != nil { problem = nil }
      pause = Self.shortest
    } catch {
      link = nil
      problem = error
      // Of a stream that is not this log's, nothing counts.
      if !error.isAway { known = 0 }
      nextTry = MachineClock.now + (error.isAway ? pause : Self.nobodyActed)
      pause = min(pause * 2, Self.longest)
      hasGivenUp = isClosing
    }
  }

  /// Sets the lamp, at most five times a second while it is only counting.
  private func show(now: Int64) {
    let left = max(journal.count - known, 0)
    let lamp = lamps.lamp(
      left: left, isConnected: link != nil, unreadable: journal.problem, problem: problem, now: now)
    if lamps.isCounting, now - shown < 2000 { return box.count(left: left) }
    shown = now
    box.show(lamp, left: left)
  }

  /// Sleeps until there is something to do. What is on its way was waited for already.
  private func wait(now: Int64) {
    guard !journal.hasMore, link?.isBusy != true else { return }
    var due = now + 2500
    if let beat = link?.nextBeat { due = min(due, beat) }
    if link == nil, nextTry > now { due = min(due, nextTry) }
    var asked = [journal.descriptor, box.work.descriptor].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    _ = unsafe poll(&asked, nfds_t(asked.count), CInt(max(due - now, 0) / 10 + 1))
  }
}
