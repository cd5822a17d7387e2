package import CellGrid
package import CursesScreen

/// What runs on a terminal: it knows no clock and no terminal, and whoever runs it says what time it is, on the
/// machine's own clock in 1/10 000 s.
package protocol BoardSession {
  /// How it looks.
  var theme: Theme { get }
  /// Descriptors that something to read may come from.
  var watched: [CInt] { get }
  /// Takes in what has come.
  mutating func read(now: Int64)
  /// Does what a key asks for.
  mutating func press(_ key: Key, now: Int64) -> SessionOutcome
  /// The frame of this moment.
  mutating func frame(_ size: GridSize, now: Int64) -> CellGrid
  /// When the next frame is due if nothing happens, on the machine's clock; nil while nothing moves.
  mutating func nextFrame(after now: Int64) -> Int64?
}

extension BoardSession {
  /// Nothing comes from outside.
  package var watched: [CInt] { [] }
  /// Nothing comes from outside.
  package mutating func read(now: Int64) {}
}

/// What the runner has to do after a command.
package enum SessionOutcome: Hashable, Sendable {
  /// Draw the next frame.
  case draw
  /// Clear the terminal first.
  case redraw
  /// End.
  case quit
}
