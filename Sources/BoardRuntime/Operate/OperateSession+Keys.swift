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
  package mutating func press(_ key: Key, now: Int64) -> Outcome {
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

  /// Does a command line, as an operator types it or a script says it.
  package mutating func enter(_ line: String, now: Int64) -> Outcome {
    let words = line.split(separator: " ").map(String.init)
    if words.first != "quit" { quitUntil = nil }
    switch words.first {
    case "lock": lock(now: now)
    case "unlock":
      isUnlocked = true
      say("UNLOCKED: keys change the race now", now: now)
    case "quit": return quit(now: now)
    case "journal":
      guard words.count > 1 else {
        say("It goes: journal PATH", isProblem: true, now: now)
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
    CommandSpec("journal", [.path], [], "go on in a new file, where the disk fails"),
    CommandSpec("sheets", [], [], "write the result sheets of the race now"),
    CommandSpec("quit", [], [], "leave; the journal is complete"),
  ]

  private mutating func perform(_ command: OperateCommand, now: Int64) -> Outcome {
    // The colon may begin the second `quit`.
    if command != .quit, command != .type("") { quitUntil = nil }
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
      themeIndex = (themeIndex + 1) % themes.count
      say("colours: \(theme.name)", now: now)
    case .toggleHelp: turnHelp()
    case .back:
      show(.console)
      // Read; what else is to be said comes next.
      reply = nil
    case .redraw: return .redraw
    case .quit: return quit(now: now)
    }
    return .draw
  }

  private mutating func act(_ command: DeskCommand, now: Int64) {
    let at = desk.anchor.instant(now)
    guard isUnlocked else {
      say(
        "locked, F12 twice unlocks. It would be: \(desk.preview(command, at: at))", isProblem: true, now: now
      )
      return
    }
    do { say(try desk.perform(command, at: at), now: now) } catch {
      say(error.sentence, isProblem: true, now: now)
    }
  }

  private mutating func mayType(_ text: String, now: Int64) -> Bool {
    if !isUnlocked { say("locked, F12 twice unlocks. It would type :\(text)", isProblem: true, now: now) }
    return isUnlocked
  }

  private mutating func select(_ step: Int) {
    let all = desk.decisions()
    guard !all.isEmpty else { return }
    let here = selected.flatMap { id in all.firstIndex { $0.id == id } } ?? 0
    selected = all[min(max(here + step, 0), all.count - 1)].id
    // Whoever chooses has looked.
    chosen = Chosen(id: selected, ripe: .min)
  }

  private mutating func decide(_ command: OperateCommand, now: Int64) {
    let all = desk.decisions()
    let decision = all.first { $0.id == selected } ?? all.first
    if let text = line(command, decision) {
      if mayType(text, now: now) { editor = CommandEditor(text, history: history) }
      return
    }
    guard let decision else { return say(DeskError.noDecision.sentence, now: now) }
    // What has just come to the top was not what the key was meant for: a double tap, or a beam that fired meanwhile.
    if isUnlocked, let chosen, chosen.id != decision.id || now < chosen.ripe {
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

  private mutating func lock(now: Int64) {
    if isUnlocked {
      isUnlocked = false
      say("locked", now: now)
    } else if let until = unlockUntil, now < until {
      isUnlocked = true
      unlockUntil = nil
      say("UNLOCKED: keys change the race now", now: now)
    } else {
      unlockUntil = now + 20_000
      say("F12 again unlocks", now: now)
    }
  }

  /// Quitting asks once more whatever runs: a crowd may be watching.
  package mutating func quit(now: Int64) -> Outcome {
    if let until = quitUntil, now < until { return .quit }
    quitUntil = now + 30_000
    let isRunning =
      desk.race.map { race in desk.groups.contains { race.clock($0, now: 0).phase == .running } } ?? false
    let what = saved.trouble != nil ? "NOT EVERYTHING IS SAVED. " : isRunning ? "The race is running. " : ""
    say("\(what)Quit? The same key again leaves.", now: now)
    return .draw
  }

  private mutating func show(_ choice: OperateScreen) {
    showsHelp = false
    screen = choice
  }

  private mutating func turnHelp() {
    guard showsHelp else {
      showsHelp = true
      helpPage = 0
      return
    }
    helpPage += 1
    showsHelp = helpPage < BoardFrame.helpPages(keys.help, size: size)
  }
}

extension OperateScreen {
  fileprivate func next(forward: Bool) -> OperateScreen {
    let all = Self.allCases
    let index = (all.firstIndex(of: self) ?? 0) + (forward ? 1 : all.count - 1)
    return all[index % all.count]
  }
}
