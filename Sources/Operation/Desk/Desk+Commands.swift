import LongTrack
package import RaceLog
import Scoreboard

extension Desk {
  /// Does what is asked for.
  ///
  /// - Parameter at: the moment on the log's clock, as early as it was known: when a key was read.
  /// - Returns: what was done, in a few words.
  /// - Throws: why it was not done. Nothing was changed then.
  package mutating func perform(_ command: DeskCommand, at: Instant) throws(DeskError) -> String {
    switch command {
    case .call(let pair, let race, let anyway): try call(pair, race: race, anyway: anyway, at: at)
    case .nextHeat(let forward, let anyway): try callNext(forward: forward, anyway: anyway, at: at)
    case .arm(let group): try arm(group)
    case .disarm: disarm()
    case .gun: try gun(at: at)
    case .cross(let lane): try cross(lane, at: at)
    case .split(let who, let mark, let time, let reason):
      try split(who, mark, time, reason: reason, at: at)
    case .edit(let who, let mark, let time, let reason): try edit(who, mark, time, reason: reason, at: at)
    case .move(let who, let mark, let to, let reason): try move(who, mark, to: to, reason: reason, at: at)
    case .swap(let mark, let reason): try swap(mark, reason: reason, at: at)
    case .void(let seq, let reason): try void(seq, reason: reason, at: at)
    case .voidSplit(let who, let mark, let reason): try voidSplit(who, mark, reason: reason, at: at)
    case .accept(let id): try accept(id, at: at)
    case .assign(let id, let who, let mark): try assign(id, who, mark, at: at)
    case .drop(let id, let reason): try drop(id, reason: reason, at: at)
    case .dropAll(let reason): try dropAll(reason: reason, at: at)
    case .status(let who, let change, let code, let reason):
      try status(who, change, code: code, reason: reason, at: at)
    case .fall(let who): try fall(who, at: at)
    case .falseStart(let who): try falseStart(who, at: at)
    case .clear(let reason): try clear(reason: reason, at: at)
    case .reskate(let who, let pair, let lane): try reskate(who, pair: pair, lane: lane, at: at)
    case .changeUp(let number, let outcome, let who):
      try changeUp(number, outcome, who, at: at)
    case .order(let order): try self.order(order, at: at)
    case .sprint(let lap, let order): try sprint(lap, order, at: at)
    case .message(let text, let isAlert): try message(text, isAlert: isAlert, at: at)
    case .official(let wholeRace, let anyway): try official(wholeRace: wholeRace, anyway: anyway, at: at)
    case .board(let screen, let who): try board(screen, who, at: at)
    case .undo: try undo(at: at)
    case .redo: try redo(at: at)
    }
  }

  /// What a command would do now, or why it would not: nothing is changed.
  package func preview(_ command: DeskCommand, at: Instant) -> String {
    var trial = self
    trial.isTrial = true
    do { return try trial.perform(command, at: at) } catch { return error.sentence }
  }

  private mutating func undo(at: Instant) throws(DeskError) -> String {
    guard let step = history.done.last else { throw .nothingToUndo }
    // A gun by hand that a device's has taken the place of: to take it back changes nothing that can be seen.
    let isReplaced = log.index(ofSeq: step.seq).map(meet.isDead) ?? false
    var draft = EventDraft.void(step.seq)
    draft.reason = History.undoReason
    try record([draft], at: at)
    return "undone: \(step.text)" + (isReplaced ? " (what has replaced it stays)" : "")
  }

  private mutating func redo(at: Instant) throws(DeskError) -> String {
    guard let undone = history.undone.last else { throw .nothingToRedo }
    var draft = EventDraft.void(undone.void)
    draft.reason = History.redoReason
    try record([draft], at: at)
    return "done again: \(undone.step.text)"
  }

  private mutating func void(_ seq: Int, reason: String?, at: Instant) throws(DeskError) -> String {
    guard let index = log.index(ofSeq: seq), index > 0 else { throw .noSuchEvent(seq) }
    let event = log.events[index]
    try record([.void(seq)], at: at, reason: reason)
    return "void: \(event.content.typeName) \(event.summary)"
  }

  private mutating func message(_ text: String, isAlert: Bool, at: Instant) throws(DeskError) -> String {
    try record([.message(text, isAlert: isAlert, race: race?.id)], at: at)
    return "on the ticker: \(text)"
  }

  /// The screens that public terminals know.
  package static let screens = ["race", "big", "standings", "start", "plot", "cup"]

  private mutating func board(_ screen: String, _ who: String?, at: Instant) throws(DeskError) -> String {
    guard Self.screens.contains(screen) else { throw .unknownScreen(screen, known: Self.screens) }
    let race = try requireRace()
    var competitor: String?
    if let who { competitor = try entry(who, in: race).competitor.id }
    try record([.board(screen: screen, competitor: competitor)], at: at)
    return "public screens: \(screen)\(who.map { " \($0)" } ?? "")"
  }
}
