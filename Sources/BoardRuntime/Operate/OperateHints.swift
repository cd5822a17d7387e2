package import BoardView
package import Operation

extension KeyMap where Command == OperateCommand {
  /// The keys that the footer tells at a moment of the race: what is needed now comes first, help is the last. The
  /// others stand in help.
  package func hints(_ phase: ConsoleState.Phase, isUnlocked: Bool, decides: Bool) -> [Footer.Hint] {
    let deciding = decides ? ["Enter", "x", "p"] : []
    let places =
      isUnlocked
      ? Self.keys(in: phase) + deciding + ["u", ":"] + (phase == .running ? ["f", "c"] : []) + [
        "F12", "Tab", "q",
      ] : ["F12", "Tab", ":", "q"]
    let hints = bindings.compactMap { binding in
      binding.hint.map { Footer.Hint(key: binding.shown, does: $0) }
    }
    let chosen = (places + ["?"]).compactMap { key in hints.first { $0.key == key } }
    return isUnlocked
      ? chosen
      : chosen.map { $0.key == "F12" ? Footer.Hint(key: "F12 F12", does: "unlock") : $0 }
  }

  private static func keys(in phase: ConsoleState.Phase) -> [String] {
    switch phase {
    case .idle: [">"]
    case .called: ["a", ">"]
    case .armed: ["Space"]
    case .running: ["i", "o"]
    case .done: ["W", ">"]
    case .official: [">"]
    }
  }
}
