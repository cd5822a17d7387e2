package import BoardView
package import CursesScreen

/// Keys and what they ask for. Help and the footer are made from these, so they cannot be out of date.
package struct KeyBinding<Command: Hashable & Sendable>: Sendable {
  /// Keys that all ask for the same.
  package let keys: [Key]
  /// How the keys are written; empty for those that their neighbours in help stand for.
  package let shown: String
  /// What they ask for.
  package let command: Command
  /// What help says; neighbours that say the same share a line.
  package let help: String
  /// What the footer says; nil for those that stand in help only.
  package let hint: String?

  init(_ keys: [Key], _ shown: String, _ command: Command, _ help: String, hint: String? = nil) {
    self.keys = keys
    self.shown = shown
    self.command = command
    self.help = help
    self.hint = hint
  }
}

/// The keys of a board, or of the operator's console.
package struct KeyMap<Command: Hashable & Sendable>: Sendable {
  /// In the order of help.
  package let bindings: [KeyBinding<Command>]
  private let commands: [Key: Command]

  init(_ bindings: [KeyBinding<Command>]) {
    self.bindings = bindings
    var commands: [Key: Command] = [:]
    for binding in bindings {
      for key in binding.keys { commands[key] = binding.command }
    }
    self.commands = commands
  }

  /// What a key asks for; nil for one without a meaning here.
  package func command(for key: Key) -> Command? { commands[key] }

  /// The lines of help.
  package var help: [HelpLine] {
    var lines: [HelpLine] = []
    for binding in bindings {
      if let last = lines.last, last.does == binding.help {
        let keys = [last.keys, binding.shown].filter { !$0.isEmpty }
        lines[lines.count - 1] = HelpLine(keys: keys.joined(separator: " "), does: last.does)
      } else {
        lines.append(HelpLine(keys: binding.shown, does: binding.help))
      }
    }
    return lines
  }

  /// The keys that the footer tells, the most useful first and help last.
  package var hints: [Footer.Hint] {
    bindings.compactMap { binding in binding.hint.map { Footer.Hint(key: binding.shown, does: $0) } }
  }
}
