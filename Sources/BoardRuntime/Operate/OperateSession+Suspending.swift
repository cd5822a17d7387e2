extension OperateSession {
  /// Whether to stop the program, as Ctrl-Z asks. Elsewhere that key is undo, and a crowd may be watching: while the
  /// console is unlocked it takes two.
  ///
  /// - Parameter now: the machine's own clock.
  package mutating func mayStop(now: Int64) -> Bool {
    guard isUnlocked else { return true }
    if let until = stopUntil, now < until {
      stopUntil = nil
      return true
    }
    stopUntil = now + 20_000
    say("Ctrl-Z again stops the console; u is undo.", isProblem: true, now: now)
    return false
  }
}
