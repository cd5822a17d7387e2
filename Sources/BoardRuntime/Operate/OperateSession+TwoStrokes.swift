import Journal
import LongTrack
import Operation
import RaceLog
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

  /// Whether undo would take back the gun of a race that has times: those of feeds are no steps of the operator, so the
  /// gun may be the next.
  var takesBackARace: Bool {
    guard let step = desk.history.done.last, let index = desk.log.index(ofSeq: step.seq),
      case .start(let start) = desk.log.events[index].content, let race = desk.meet.race(start.heat.race)
    else { return false }
    return race.entries.contains { $0.heat == start.heat && race.attempts[$0.key]?.lastMark != nil }
  }

  /// Asks before a race is taken back. A key that is held down is one stroke.
  mutating func mayUndo(now: Int64) -> Bool {
    if undoing.isSecond(now: now, within: 30_000, after: Self.look) { return true }
    say("That is the gun, and times hang on it. Look, then u again takes it back.", isProblem: true, now: now)
    return false
  }

  /// Keeps what a key marked while the console was locked.
  mutating func keepWhileLocked(_ lane: Lane, now: Int64) -> Bool {
    do {
      guard try desk.keepWhileLocked(lane, at: desk.anchor.instant(now)) else { return false }
      say("locked: kept to be decided. F12 twice unlocks", isProblem: true, now: now)
      return true
    } catch {
      say(error.sentence, isProblem: true, now: now)
      return true
    }
  }
}
