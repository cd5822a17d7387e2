import BoardView
import CellGrid
package import CursesScreen
import Journal
import LongTrack
package import Operation
import RaceLog
import Scoreboard

extension OperateSession {
  /// Does what a key asks for.
  ///
  /// - Parameter now: the machine's own clock when the key was read: a split is stamped with it.
  package mutating func press(_ key: Key, now: Int64) -> SessionOutcome {
    if var line = editor {
      let outcome = line.press(key) { text in desk.completions(of: text, more: Self.commands) }
      switch outcome {
      case .typing: editor = line
      case .cancelled: editor = nil
      case .done(let text):
        editor = nil
        if history.last != text { history.append(text) }
        return enter(text, now: now)
      }
      return .draw
    }
    guard let command = keys.command(for: key) else {
      say("no such key here; ? shows the keys", now: now)
      return .draw
    }
    return perform(command, now: now)
  }

  /// Does a command line, as an operator types it.
  package mutating func enter(_ line: String, now: Int64) -> SessionOutcome {
    let words = line.split(separator: " ").map(String.init)
    if words.first != "quit" { quitting.forget() }
    switch words.first {
    case "lock": lock(now: now)
    case "unlock":
      isUnlocked = true
      say("UNLOCKED: keys change the race now", now: now)
    case "quit": return quit(now: now)
    case "journal":
      guard words.count > 1 else {
        say(CommandError.missing(Self.moving).sentence, isProblem: true, now: now)
        return .draw
      }
      requests.append(.move(words.dropFirst().joined(separator: " ")))
    case "sheets":
      if let race = desk.race { requests.append(.sheets(race: race.id)) }
    default:
      do { act(try DeskCommand(line), now: now) } catch { say(error.sentence, isProblem: true, now: now) }
    }
    return .draw
  }

  /// The commands of the console besides those of the desk.
  package static let commands = [
    CommandSpec("lock", [], [], "keys change nothing any more"),
    CommandSpec("unlock", [], [], "keys change the race"),
    moving,
    CommandSpec("sheets", [], [], "write the result sheets of the race now"),
    CommandSpec("quit", [], [], "leave; the journal is complete"),
  ]

  private static let moving = CommandSpec("journal", [.path], [], "go on in a new file, where the disk fails")

  private mutating func perform(_ command: OperateCommand, now: Int64) -> SessionOutcome {
    // The colon may begin the second `quit`.
    if command != .quit, command != .type("") { quitting.forget() }
    switch command {
    case .desk(let command): act(command, now: now)
    case .type(let text):
      if text.isEmpty || mayType(text, now: now) { editor = CommandEditor(text, history: history) }
    case .accept, .drop, .correct, .assign: decide(command, now: now)
    case .select(let step): select(step)
    case .lock: lock(now: now)
    case .screen(let choice): show(choice)
    case .nextScreen(let forward): show(screen.next(forward: forward))
    case .nextTheme:
      themes.turn()
      say("colours: \(theme.name)", now: now)
    case .toggleHelp: help.turn(keys.help, size: size)
    case .back:
      show(.console)
      // Read; what else is to be said comes next.
      reply = nil
    case .redraw: return .redraw
    case .quit: return quit(now: now)
    }
    return .draw
  }

  mutating func act(_ command: DeskCommand, now: Int64) {
    let at = desk.anchor.instant(now)
    guard isUnlocked else {
      if case .cross(let lane) = command, keepWhileLocked(lane, now: now) { return }
      say(
        "locked, F12 twice unlocks. It would be: \(desk.preview(command, at: at))", isProblem: true, now: now
      )
      return
    }
    if command == .undo, takesBackARace, !mayUndo(now: now) { return }
    do { say(try desk.perform(command, at: at), now: now) } catch {
      say(error.sentence, isProblem: true, now: now)
    }
  }

  /// Whether a command line may be begun: only where it could be done. If not, says so.
  mutating func mayType(_ text: String, now: Int64) -> Bool {
    if !isUnlocked { say("locked, F12 twice unlocks. It would type :\(text)", isProblem: true, now: now) }
    return isUnlocked
  }

  private mutating func show(_ choice: OperateScreen) {
    help.hide()
    screen = choice
  }
}
