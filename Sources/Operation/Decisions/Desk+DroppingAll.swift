import RaceLog
import Scoreboard

extension Desk {
  /// Nothing that devices and feeds sent waits any more: after a test of the beams, or a device that went wild. Suspect
  /// splits stay, for they name a skater. In actions, so that an undo brings them back together.
  mutating func dropAll(reason: String?, at: Instant) throws(DeskError) -> String {
    let targets = unclaimed
    guard !targets.isEmpty else { throw .noDecision }
    // An action has at most 1000 lines (log format 2 leaves it open; readers here take no more).
    for start in stride(from: 0, to: targets.count, by: Self.mostAtOnce) {
      let part = targets[start..<min(start + Self.mostAtOnce, targets.count)]
      try record(part.map(EventDraft.void), as: "dropall", at: at, reason: reason ?? "dropped")
    }
    return "dropped: \(targets.count == 1 ? "one" : "all \(targets.count)")"
  }

  private static let mostAtOnce = 1000

  /// Seqs of the impulses and proposals that wait.
  private var unclaimed: [Int] {
    mutating get {
      _ = waitingNow()
      return fold.waiting.open.map { log.events[$0] }.filter { event in
        switch event.content {
        case .impulse, .proposal: true
        default: false
        }
      }.map(\.seq)
    }
  }
}
