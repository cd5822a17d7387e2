package import Feeds
package import FoundationEssentials
package import Handover
import Synchronization

/// What came over the network, until the main thread takes it: never more than ``room`` and a piece, whatever comes.
package final class Mailbox: Sendable {
  /// What waits to be taken.
  package enum Item: Hashable, Sendable {
    /// Whole lines.
    case lines(Data)
    /// All there was has been given; the moment is the server's, 1/10 000 s since 1970.
    case alive(at: Int64?)
    /// The same of somebody who hears nothing of whoever writes the log.
    case connected(at: Int64?)
    /// What was given before is no part of what follows.
    case replaced
  }

  /// What was taken, and what there is besides.
  package struct Taken: Hashable, Sendable {
    /// Nil where nothing waits.
    package let item: Item?
    /// Whether more waits.
    package let hasMore: Bool
    /// Why nothing more comes; nil where all is well.
    package let problem: FeedProblem?

    /// What was taken.
    package init(_ item: Item?, hasMore: Bool = false, problem: FeedProblem? = nil) {
      self.item = item
      self.hasMore = hasMore
      self.problem = problem
    }
  }

  /// How many bytes may wait before whoever brings more has to.
  package static let room = 8 << 20
  /// How many bytes are taken at once, one line more.
  package static let most = 1 << 20

  /// Readable when there is something to take.
  package var descriptor: CInt { signal.descriptor }

  private let signal: Signal
  private let state = Mutex(State())

  fileprivate struct State: Sendable {
    var items: ArraySlice<Item> = []
    /// What comes after them: apart, so that it grows without being copied.
    var lines = Data()
    /// How many bytes wait, with a few for each sign of life.
    var waiting = 0
    var problem: FeedProblem?
    var isClosed = false
    var bringer: CheckedContinuation<Void, Never>?
  }

  /// An empty one.
  ///
  /// - Throws: where the system has no descriptor left.
  package init() throws(SystemFault) { signal = try Signal() }

  // MARK: Who brings

  /// Puts something in: all is well.
  package func put(_ items: [Item]) {
    guard !items.isEmpty else { return }
    state.withLock { state in
      for item in items { state.add(item) }
      state.problem = nil
      signal.set()
    }
  }

  /// Says why nothing comes.
  package func fail(_ problem: FeedProblem) {
    state.withLock { state in
      guard state.problem != problem else { return }
      state.problem = problem
      signal.set()
    }
  }

  /// Waits until there is room again. There is one who brings.
  package func waitForRoom() async {
    await withCheckedContinuation { continuation in
      let hasRoom = state.withLock { state in
        if state.hasRoom { return true }
        state.bringer = continuation
        return false
      }
      if hasRoom { continuation.resume() }
    }
  }

  /// Whether there is room now.
  package var hasRoom: Bool { state.withLock { $0.hasRoom } }

  // MARK: Who takes

  /// Takes what came first, if anything did, and says why nothing more comes.
  package func take() -> Taken {
    let (taken, woken) = state.withLock { state in
      let item = state.takeItem()
      let hasMore = !state.items.isEmpty || !state.lines.isEmpty
      // A problem that is not told yet, since there was something to take, is told when asked next.
      if !hasMore, item == nil || state.problem == nil { signal.clear() }
      return (Taken(item, hasMore: hasMore, problem: state.problem), state.takeBringer())
    }
    woken?.resume()
    return taken
  }

  /// Nobody takes anything any more.
  package func close() {
    let woken = state.withLock { state in
      state.isClosed = true
      state.items = []
      state.lines = Data()
      state.waiting = 0
      return state.takeBringer()
    }
    woken?.resume()
  }
}

extension Mailbox.State {
  fileprivate var hasRoom: Bool { waiting <= Mailbox.room || isClosed }

  fileprivate mutating func add(_ item: Mailbox.Item) {
    guard !isClosed else { return }
    switch item {
    case .lines(let more):
      waiting += more.count
      lines.append(more)
      if lines.count >= Mailbox.most { endLines() }
    case .alive where lines.isEmpty && items.last?.isAlive == true: items[items.endIndex - 1] = item
    default:
      endLines()
      items.append(item)
      waiting += item.size
    }
  }

  private mutating func endLines() {
    guard !lines.isEmpty else { return }
    items.append(.lines(lines))
    lines = Data()
  }

  fileprivate mutating func takeItem() -> Mailbox.Item? {
    if items.isEmpty { endLines() }
    let item = items.popFirst()
    // A slice keeps what was taken from it.
    if items.isEmpty { items = [] }
    waiting -= item?.size ?? 0
    return item
  }

  fileprivate mutating func takeBringer() -> CheckedContinuation<Void, Never>? {
    guard hasRoom else { return nil }
    defer { bringer = nil }
    return bringer
  }
}

extension Mailbox.Item {
  /// How much of the room it takes, in bytes.
  fileprivate var size: Int {
    if case .lines(let lines) = self { lines.count } else { 64 }
  }

  fileprivate var isAlive: Bool {
    if case .alive = self { true } else { false }
  }
}
