import RaceLog
import Scoreboard

/// Which events may wait for the operator's word, kept along the way: a day has more of them than can be looked through
/// for every frame.
struct WaitingList: Hashable, Sendable {
  /// Places in the log of impulses, suspect splits and proposals that were not settled when last looked at.
  private(set) var open: [Int] = []
  /// Places of those that were.
  private var settled: [Int] = []
  /// How many of ``open`` were looked at since anything happened that can settle them.
  private var seen = 0
  /// Whether something happened that can bring back what was settled.
  private var mayReturn = false
  /// For an impulse or a proposal, by its seq: places of the events that came of it.
  private(set) var outcomes: [Int: [Int]] = [:]
  /// For an event that came of one, by its seq: the seq of that one.
  private var causes: [Int: Int] = [:]

  /// Where a proposal that was accepted is said to come from.
  static func origin(ofProposal seq: Int) -> EventNotes.Origin { .sender("\(proposalPrefix)\(seq)") }
  private static let proposalPrefix = "proposal:"

  /// The seq of the proposal that came to be this event; nil where none did.
  static func proposal(_ origin: EventNotes.Origin?) -> Int? {
    guard case .sender(let id) = origin, id.hasPrefix(proposalPrefix) else { return nil }
    return Int(id.dropFirst(proposalPrefix.count))
  }

  /// Takes note of the next event of the log, at a place in it.
  ///
  /// - Parameter suspects: places of the splits that are suspect by it: its own, and with the last line of an action those
  ///   of the lines before, which had no effect until now.
  mutating func note(_ event: RaceEvent, at index: Int, suspects: [Int]) {
    if Self.settlesOthers(event) { seen = 0 }
    var cause: Int?
    switch event.content {
    case .impulse, .proposal: open.append(index)
    case .split(let split): cause = split.impulse
    case .start(let start): cause = start.impulse
    default: break
    }
    open += suspects
    if let seq = Self.proposal(event.notes?.origin) { cause = seq }
    // What takes the place of an outcome is one, too: an impulse does not come back because its time was corrected.
    for seq in event.replaces { cause = cause ?? causes[seq] }
    if let cause {
      outcomes[cause, default: []].append(index)
      causes[event.seq] = cause
      seen = 0
    }
    // What is void may come back, and what came of something may go.
    if case .void = event.content { mayReturn = true }
    if !event.replaces.isEmpty { mayReturn = true }
  }

  /// Whether an event may be the end of waiting for another one. What feeds send most of is not.
  private static func settlesOthers(_ event: RaceEvent) -> Bool {
    guard event.replaces.isEmpty, event.notes?.action == nil else { return true }
    switch event.content {
    case .impulse, .passing: return false
    case .split(let split): return split.impulse != nil || split.accepts != nil
    default: return true
    }
  }

  /// Leaves out what is settled, until something is voided. Nothing is looked at twice while nothing happens that can
  /// settle it: what waits may be much, and a running clock is drawn ten times a second.
  mutating func settle(_ isSettled: (Int) -> Bool) {
    if mayReturn {
      open = (settled + open).sorted()
      settled = []
      mayReturn = false
    }
    guard seen < open.count else { return }
    let news = open[seen...]
    open.removeSubrange(seen...)
    for index in news {
      if isSettled(index) { settled.append(index) } else { open.append(index) }
    }
    seen = open.count
  }
}
