package import BoardRuntime
import Synchronization

/// Who may send events to the desk, and what becomes of them.
package final class Posting: Sendable {
  /// Who may.
  package enum Access: Sendable {
    /// Whoever is on this machine.
    case everybodyHere
    /// Whoever knows the token.
    case token(Token)
    /// Nobody: others reach it, and no token was given.
    case nobody
  }

  /// The most bytes of a request.
  package static let most = 1 << 20
  /// The most requests at a time.
  static let places = 32
  /// The most names of feeds: the desk keeps something for each.
  static let feeds = 64

  /// Who may send.
  package let access: Access
  /// How long a request may take to come, in seconds.
  let patience: Double

  private let inbox: Inbox
  private let state = Mutex<(busy: Int, feeds: Set<String>)>((0, []))

  /// A way to a desk.
  package init(_ inbox: Inbox, access: Access, patience: Double = 10) {
    self.inbox = inbox
    self.access = access
    self.patience = patience
  }

  /// Takes a place for a request; give it back with ``leave()``.
  func enter(as feed: String) throws(Refusal) {
    let refusal: Refusal? = state.withLock { state in
      guard state.busy < Self.places else { return .flooded }
      guard Self.knows(feed, state.feeds) else { return .manyFeeds(Self.feeds) }
      state.busy += 1
      return nil
    }
    if let refusal { throw refusal }
  }

  func leave() { state.withLock { $0.busy -= 1 } }

  private static func knows(_ feed: String, _ feeds: Set<String>) -> Bool {
    feeds.contains(feed) || feeds.count < Self.feeds
  }

  /// Takes note of a feed that the desk hears from; whoever sends nothing takes no name from others.
  private func note(_ feed: String) throws(Refusal) {
    let isKnown = state.withLock { state in
      guard Self.knows(feed, state.feeds) else { return false }
      state.feeds.insert(feed)
      return true
    }
    if !isKnown { throw .manyFeeds(Self.feeds) }
  }

  /// Hands lines to the desk and waits for its answers.
  ///
  /// - Returns: one for each line, all true on disk.
  func send(_ lines: [PostedLine], from feed: String) async throws(Refusal) -> [Inbox.Answer] {
    guard lines.count <= Inbox.most else { throw .manyLines(Inbox.most) }
    let whole = lines.compactMap(\.whole)
    if !whole.isEmpty { try note(feed) }
    switch await inbox.send(whole, from: feed) {
    case .answers(let answers):
      var answers = answers[...]
      return lines.compactMap { $0.whole == nil ? .refused(PostedLine.tooLong) : answers.popFirst() }
    case .late(let reason): throw .notSaved(reason)
    case .full: throw .flooded
    case .closed: throw .consoleEnded
    }
  }
}
