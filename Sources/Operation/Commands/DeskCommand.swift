package import LongTrack
package import RaceLog

/// Something the operator asks for, with people and marks as he names them.
package enum DeskCommand: Hashable, Sendable {
  /// This heat is next on the ice, of the race on the ice where none is named. `anyway`: even while another one runs.
  case call(pair: Int, race: String?, anyway: Bool)
  /// The heat after, or before, the one on the ice.
  case nextHeat(forward: Bool, anyway: Bool)
  /// The gun may be given now, of this group of a quartet; of the first that waits where none is named.
  case arm(group: Int?)
  /// Not yet after all.
  case disarm
  /// The gun.
  case gun
  /// Somebody crosses the line in a lane, now.
  case cross(Lane)
  /// Somebody passes a mark: now, or at a time that was measured elsewhere.
  case split(who: String, mark: String, time: String?, reason: String?)
  /// Another time for a mark.
  case edit(who: String, mark: String, time: String, reason: String?)
  /// The split was somebody else's.
  case move(who: String, mark: String, to: String, reason: String?)
  /// The splits of the two of a pair at a mark were each other's; without a mark, all of them.
  case swap(mark: String?, reason: String?)
  /// An event does not count.
  case void(seq: Int, reason: String?)
  /// Somebody's counted split at a mark does not count.
  case voidSplit(who: String, mark: String, reason: String?)
  /// What is suggested for a decision is right; nil, here and below: for the one on top.
  case accept(Decision.ID?)
  /// An impulse is this skater's: at this mark, or at the next one where none is named.
  case assign(Decision.ID?, who: String, mark: String?)
  /// A decision needs nothing more.
  case drop(Decision.ID?, reason: String?)
  /// Impulses and proposals that wait need nothing more, however many they are.
  case dropAll(reason: String?)
  /// A status, or its removal.
  case status(who: String, change: StatusDecision.Change, code: String?, reason: String?)
  /// Somebody fell.
  case fall(who: String)
  /// Somebody started too early; nil where it is not known who.
  case falseStart(who: String?)
  /// The run ends and is started again.
  case clear(reason: String?)
  /// Somebody starts again: after everybody else and in the same lane, unless said otherwise.
  case reskate(who: String, pair: Int?, lane: Lane?)
  /// What happened at a change-up.
  case changeUp(number: Int, outcome: ChangeUpReport.Outcome, who: String?)
  /// The impulses that wait are these skaters', the oldest the first one's: how a mass start is timed by hand.
  case order([String])
  /// The order of a sprint of a mass start.
  case sprint(lap: Int, order: [String])
  /// A line for the ticker.
  case message(String, isAlert: Bool)
  /// The times of the heat, or of the whole race, are confirmed. `anyway`: although somebody has neither a finish
  /// nor a status.
  case official(wholeRace: Bool, anyway: Bool)
  /// What public screens show.
  case board(screen: String, who: String?)
  /// The last thing the operator did, taken back.
  case undo
  /// The last thing taken back, done again.
  case redo
}
