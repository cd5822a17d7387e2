import RaceLog
import Scoreboard

/// What the operator did, to be taken back and done again without limit.
///
/// It follows from the log alone, so it is the same after a crash. Taking back is voiding; doing again is voiding the
/// void.
package struct History: Hashable, Sendable {
  /// Something that was done at one go.
  package struct Step: Hashable, Sendable {
    /// Seq of the event, or of the first line of the action.
    package let seq: Int
    /// What it was, in a few words.
    package let text: String
  }

  /// Something that was taken back.
  package struct Undone: Hashable, Sendable {
    /// What.
    package let step: Step
    /// Seq of the void that took it back.
    package let void: Int
  }

  /// How the log says that a void is an undo.
  static let undoReason = "undo"
  /// How the log says that a void is a redo.
  static let redoReason = "redo"
  /// Who does things at this desk.
  static let operatorName = "operator"

  /// What can be taken back, the newest last.
  package private(set) var done: [Step] = []
  /// What can be done again, the newest last.
  package private(set) var undone: [Undone] = []

  /// The steps that are actions: their first seqs by their ids.
  private var actions: [String: Int] = [:]

  /// Nothing done yet.
  package init() {}

  /// The journal of another desk can be a feed, and its operator is not this one.
  private static func isOwn(_ event: RaceEvent) -> Bool {
    guard let notes = event.notes else { return false }
    return WaitingList.proposal(notes.origin) != nil || notes.by == operatorName && notes.origin == nil
  }

  /// Takes note of the next event of the log, which changes nothing: with its last line, a whole action.
  mutating func leaveOut(_ event: RaceEvent) {
    guard Self.isOwn(event), let id = event.notes?.action?.id, let seq = actions[id] else { return }
    done.removeAll { $0.seq == seq }
  }

  /// Takes note of the next event of the log, which counts.
  mutating func note(_ event: RaceEvent) {
    guard let notes = event.notes, Self.isOwn(event) else { return }
    if case .void(let target) = event.content, notes.reason == Self.undoReason {
      guard let index = done.lastIndex(where: { $0.seq == target }) else { return }
      undone.append(Undone(step: done.remove(at: index), void: event.seq))
    } else if case .void(let target) = event.content, notes.reason == Self.redoReason {
      guard let index = undone.lastIndex(where: { $0.void == target }) else { return }
      done.append(undone.remove(at: index).step)
    } else {
      if let action = notes.action {
        guard actions[action.id] == nil else { return }
        actions[action.id] = event.seq
      }
      let name = notes.action.map { Self.name(ofAction: $0) + ":" } ?? event.content.typeName
      done.append(Step(seq: event.seq, text: name + " " + event.content.summary))
      undone = []
    }
  }

  /// How an action of this desk is called in the log: what it does, and where. Another desk's journal may be a feed of
  /// this one, so that name has the log's.
  static func id(ofAction name: String, log: String?, seq: Int) -> String {
    "\(name)-\(log ?? "desk")-\(seq)"
  }

  private static func name(ofAction action: EventNotes.Action) -> String {
    action.id.split(separator: "-").first.map(String.init) ?? action.id
  }
}
