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
  /// For an event that came of one, by its seq: the seq of that one.
  private var causes: [Int: Int] = [:]

  /// Where a proposal that was accepted is said to come from.
  static func origin(ofProposal seq: Int) -> EventNotes.Origin { .sender("proposal:\(seq)") }

  /// The seq of the proposal that came to be this event; nil where none did.
  static func proposal(_ origin: EventNotes.Origin?) -> Int? {
    guard case .sender(let id) = origin, id.hasPrefix("proposal:") else { return nil }
    return Int(id.dropFirst("proposal:".count))
  }

  mutating func note(_ event: RaceEvent, at index: Int, notices: [FoldNotice]) {
    var cause: Int?
    switch event.content {
    case .impulse, .proposal: open.append(index)
    case .split(let split):
      cause = split.impulse
      let isSuspect = notices.contains { notice in
        if case .suspect = notice { true } else { false }
      }
      if isSuspect { open.append(index) }
    case .start(let start): cause = start.impulse
    default: break
    }
    if let seq = Self.proposal(event.notes?.origin) { cause = seq }
    // What takes the place of an outcome is one, too: an impulse does not come back because its time was corrected.
    for seq in event.replaces { cause = cause ?? causes[seq] }
    if let cause {
      outcomes[cause, default: []].append(index)
      causes[event.seq] = cause
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
