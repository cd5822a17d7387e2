import Journal
import LongTrack
import Operation
import Scoreboard

/// What a single stroke by mistake must not do: unlock, leave, stop.
extension OperateSession {
  /// Locks; unlocking takes two strokes.
  mutating func lock(now: Int64) {
    if isUnlocked {
      isUnlocked = false
      say("locked", now: now)
    } else if unlocking.isSecond(now: now, within: 20_000) {
      isUnlocked = true
      say("UNLOCKED: keys change the race now", now: now)
    } else {
      say("F12 again unlocks", now: now)
    }
  }

  /// Asks whether to leave, whatever runs, for a crowd may be watching; asked again within 3 s it is sure.
  ///
  /// - Parameter now: the machine's own clock.
  package mutating func quit(now: Int64) -> SessionOutcome {
    if quitting.isSecond(now: now, within: 30_000) { return .quit }
    let isRunning =
      desk.race.map { race in desk.groups.contains { race.clock($0, now: 0).phase == .running } } ?? false
    let what = saved.trouble != nil ? "NOT EVERYTHING IS SAVED. " : isRunning ? "The race is running. " : ""
    say("\(what)Quit? The same key again leaves.", now: now)
    return .draw
  }

  /// Whether to stop the program, as Ctrl-Z asks. Elsewhere that key is undo, and a crowd may be watching: while the
  /// console is unlocked it takes two.
  ///
  /// - Parameter now: the machine's own clock.
  package mutating func mayStop(now: Int64) -> Bool {
    guard isUnlocked else { return true }
    if stopping.isSecond(now: now, within: 20_000) { return true }
    say("Ctrl-Z again stops the console; u is undo.", isProblem: true, now: now)
    return false
  }
}
