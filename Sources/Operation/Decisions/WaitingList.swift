import RaceLog
import Scoreboard

/// Which events may wait for the operator's word, kept along the way: a day has more of them than can be looked through
/// for every frame.
package struct WaitingList: Hashable, Sendable {
  /// Places in the log of impulses, suspect splits and proposals that were not settled when last looked at.
  private(set) var open: [Int] = []
  /// Places of those that were.
  private var settled: [Int] = []
  /// For an impulse or a proposal, by its seq: places of the events that came of it.
  private(set) var outcomes: [Int: [Int]] = [:]

  /// Where a proposal that was accepted is said to come from.
  static func origin(ofProposal seq: Int) -> EventNotes.Origin { .sender("\(proposalPrefix)\(seq)") }
  static let proposalPrefix = "proposal:"

  mutating func note(_ event: RaceEvent, at index: Int, notices: [FoldNotice]) {
    switch event.content {
    case .impulse, .proposal: open.append(index)
    case .split(let split):
      if let impulse = split.impulse { outcomes[impulse, default: []].append(index) }
      let isSuspect = notices.contains { notice in
        if case .suspect = notice { true } else { false }
      }
      if isSuspect { open.append(index) }
    case .start(let start):
      if let impulse = start.impulse { outcomes[impulse, default: []].append(index) }
    default: break
    }
    if case .sender(let id) = event.notes?.origin, id.hasPrefix(Self.proposalPrefix),
      let seq = Int(id.dropFirst(Self.proposalPrefix.count))
    {
      outcomes[seq, default: []].append(index)
    }
    // What is void may come back, and what came of something may go.
    var undoes = !event.replaces.isEmpty
    if case .void = event.content { undoes = true }
    guard undoes else { return }
    open = (settled + open).sorted()
    settled = []
  }

  /// Leaves out what is settled, until something is voided.
  mutating func settle(_ done: Set<Int>) {
    guard !done.isEmpty else { return }
    settled += done
    open.removeAll(where: done.contains)
  }
}
