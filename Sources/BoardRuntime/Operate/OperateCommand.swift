package import Operation

/// What a key at the console asks for.
package enum OperateCommand: Hashable, Sendable {
  /// Something at the desk; it takes an unlocked console.
  case desk(DeskCommand)
  /// A command line that begins so, to be completed and sent with Enter.
  case type(String)
  /// What is suggested for the chosen decision is right.
  case accept
  /// The chosen decision needs nothing more.
  case drop
  /// A command line that corrects what the chosen decision is about.
  case correct
  /// A command line that gives the chosen impulse to somebody.
  case assign
  /// The decision so many places further down the list.
  case select(Int)
  /// Lock, or the first or second half of unlocking.
  case lock
  /// Another screen.
  case screen(OperateScreen)
  /// The screen after this one, or before it.
  case nextScreen(forward: Bool)
  /// The next theme.
  case nextTheme
  /// Show or hide the keys.
  case toggleHelp
  /// Back to the console.
  case back
  /// Draw everything again.
  case redraw
  /// End.
  case quit
}

/// A screen of the operator's terminal.
package enum OperateScreen: String, CaseIterable, Hashable, Sendable {
  /// The console.
  case console
  /// The board as the public sees it, large.
  case board
  /// The standings with all splits.
  case standings
  /// Who starts where.
  case start
  /// Every event with its state.
  case log
  /// The ranking of the cup, as if the race ended now.
  case cup
}
