import FoundationEssentials
import Handover
import Synchronization

/// What the two threads hand each other: lines and wishes one way, news the other.
final class Mailbox: Sendable {
  /// What the writer is to do next.
  struct Orders {
    var lines = Data()
    var moves: [String] = []
    var isClosing = false
  }

  private struct Contents {
    var orders = Orders()
    var state: JournalState
    /// Whether the writer waits a while before it tries again, and more lines should not wake it.
    var isPausing = false
  }

  /// Set while the writer has something to do.
  let work: Signal
  /// Set while there is news.
  let news: Signal
  private let contents: Mutex<Contents>

  init(state: JournalState) throws(SystemFault) {
    work = try Signal()
    news = try Signal()
    contents = Mutex(Contents(state: state))
    if !state.notices.isEmpty { news.set() }
  }

  // Of the main thread.

  func append(_ lines: Data) {
    let wakes = contents.withLock {
      $0.orders.lines.append(lines)
      $0.state.unsavedBytes += lines.count
      $0.state.unsavedLines += lines.count { $0 == UInt8(ascii: "\n") }
      return !$0.isPausing
    }
    if wakes { work.set() }
  }

  func move(to path: String) {
    contents.withLock { $0.orders.moves.append(path) }
    work.set()
  }

  func close() {
    contents.withLock { $0.orders.isClosing = true }
    work.set()
  }

  func takeNews() -> JournalState {
    news.clear()
    return contents.withLock { contents in
      defer { contents.state.notices = [] }
      return contents.state
    }
  }

  // Of the writer's thread.

  func takeOrders() -> Orders {
    work.clear()
    return contents.withLock { contents in
      contents.isPausing = false
      defer { contents.orders = Orders(isClosing: contents.orders.isClosing) }
      return contents.orders
    }
  }

  /// Tells how far the writer is. Lines that came meanwhile count as unsaved, too.
  func report(_ state: JournalState) {
    let isNews = contents.withLock { contents in
      let before = contents.state
      let waiting = contents.orders.lines
      contents.state = state
      contents.state.notices = before.notices + state.notices
      contents.state.unsavedBytes += waiting.count
      contents.state.unsavedLines += waiting.count { $0 == UInt8(ascii: "\n") }
      contents.isPausing = state.trouble != nil
      return contents.state != before
    }
    if isNews { news.set() }
  }
}
