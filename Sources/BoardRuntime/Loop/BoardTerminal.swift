package import CellGrid
package import CursesScreen

/// Where a board is shown and keys come from: a real terminal, or a script in a test.
package protocol BoardTerminal: ~Copyable {
  /// Its size in cells.
  var size: GridSize { get }
  /// The time on the machine's clock, 1/10 000 s from anywhere.
  var now: Int64 { get }
  /// Shows a frame.
  mutating func present(_ grid: borrowing CellGrid, theme: Theme)
  /// Sleeps until something happens, or until a time; nil means forever.
  ///
  /// - Parameter descriptors: Watched besides the terminal; a negative one is skipped.
  mutating func wait(until deadline: Int64?, watching descriptors: [CInt]) -> [TerminalEvent]
  /// Takes on the terminal's size.
  mutating func fit()
  /// Clears the terminal.
  mutating func redraw()
  /// Gives the terminal back and stops, until the user continues.
  mutating func suspend()
}

/// What a terminal tells.
package enum TerminalEvent: Hashable, Sendable {
  /// A key.
  case key(Key)
  /// A signal.
  case signal(TerminalSignal)
  /// A watched descriptor has something to read, has ended, or is broken: reading it tells which.
  case readable(CInt)
}
