import LongTrack
import Operation
import RaceLog
import Scoreboard

/// What waits for the operator's word, by keys.
extension OperateSession {
  /// Chooses another decision, so many places further down.
  mutating func select(_ step: Int) {
    let all = desk.decisions()
    guard !all.isEmpty else { return }
    let here = selected.flatMap { id in all.firstIndex { $0.id == id } } ?? 0
    let id = all[min(max(here + step, 0), all.count - 1)].id
    selected = id
    // Whoever chooses has looked.
    seen = Seen(id: id, ripe: .min)
  }

  /// Does what a key asks for about the chosen decision, or begins the line that does.
  mutating func decide(_ command: OperateCommand, now: Int64) {
    let all = desk.decisions()
    let decision = all.first { $0.id == selected } ?? all.first
    if let text = line(command, decision) {
      if mayType(text, now: now) { editor = CommandEditor(text, history: history) }
      return
    }
    guard let decision else { return say(DeskError.noDecision.sentence, now: now) }
    // What has just come to the top was not what the key was meant for: a double tap, or a beam that fired meanwhile.
    if isUnlocked, let seen, seen.id != decision.id || now < seen.ripe {
      return say("That one is new: look, then the same key again.", isProblem: true, now: now)
    }
    act(command == .accept ? .accept(decision.id) : .drop(decision.id, reason: nil), now: now)
  }

  /// How long a decision has to be seen before a key decides it: 0.4 s.
  static let look: Int64 = 4000

  /// The command line that a key begins; nil for one that acts at once.
  private func line(_ command: OperateCommand, _ decision: Decision?) -> String? {
    switch command {
    case .correct: return decision.flatMap(correction) ?? "edit "
    case .assign:
      guard let decision, case (.event(let seq), .impulse) = (decision.id, decision.matter) else {
        return "assign "
      }
      return "assign #\(seq) "
    default: return nil
    }
  }

  /// The beginning of the line that mends what a decision is about.
  private func correction(_ decision: Decision) -> String? {
    guard let race = desk.race, let who = decision.who else { return nil }
    let family = desk.name(who, in: race)
    let name = family.contains(" ") ? "\"\(family)\"" : family
    switch (decision.id, decision.matter) {
    case (.mark(_, let mark), .missing): return "split \(name) \(mark.name) "
    case (.mark(_, let mark), _): return "edit \(name) \(mark.name) "
    case (.event, .suspect(let split, _)): return "split \(name) \(split.mark.name) "
    case (.event, .impulse(_, _, let doubt)):
      return doubt.suggestion.map { "edit \(name) \($0.mark.name) " }
    default: return nil
    }
  }
}
