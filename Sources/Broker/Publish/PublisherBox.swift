import Handover
import Operation
import Synchronization

/// What the console and the publisher's thread hand each other: wishes one way, a lamp the other.
final class PublisherBox: Sendable {
  /// What the thread is to do.
  struct Orders {
    /// The journal goes on here.
    var path: String?
    /// It ends, at this moment of the machine's clock at the latest, 1/10 000 s.
    var end: Int64?
  }

  private struct Contents {
    var orders = Orders()
    var lamp = Lamp("NATS connecting")
    var left = 0
  }

  /// Set while there is something to do.
  let work: Signal
  /// Set while the lamp may have changed.
  let news: Signal
  /// Set when the thread has done all it will ever do.
  let done: Signal
  private let contents = Mutex(Contents())

  init() throws(SystemFault) {
    work = try Signal()
    news = try Signal()
    done = try Signal()
  }

  // Of the console.

  func follow(_ path: String) {
    contents.withLock { $0.orders.path = path }
    work.set()
  }

  func close(at end: Int64) {
    contents.withLock { $0.orders.end = end }
    work.set()
  }

  func lamp() -> Lamp {
    news.clear()
    return contents.withLock { $0.lamp }
  }

  /// How many events of the journal the broker is not known to have.
  var left: Int { contents.withLock { $0.left } }

  // Of the thread.

  func orders() -> Orders {
    work.clear()
    return contents.withLock { contents in
      defer { contents.orders.path = nil }
      return contents.orders
    }
  }

  func count(left: Int) {
    contents.withLock { $0.left = left }
  }

  func show(_ lamp: Lamp, left: Int) {
    let isNews = contents.withLock { contents in
      contents.left = left
      defer { contents.lamp = lamp }
      return contents.lamp != lamp
    }
    if isNews { news.set() }
  }
}
