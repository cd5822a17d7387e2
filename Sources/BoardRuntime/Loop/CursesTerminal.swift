package import CellGrid
package import CursesScreen
import Glibc

/// A real terminal and the machine's clock.
package struct CursesTerminal: BoardTerminal, ~Copyable {
  private var screen: CursesScreen

  /// Takes the terminal over.
  ///
  /// - Throws: ``ScreenError``; the terminal is then as it was.
  package init(options: ScreenOptions) throws(ScreenError) {
    screen = try CursesScreen(options: options)
  }

  /// Its size in cells.
  package var size: GridSize { screen.size }

  /// Whether it draws without colours.
  package var isMonochrome: Bool { screen.colourDepth == .none }

  /// The machine's own clock, 1/10 000 s.
  package var now: Int64 { MachineClock.now }

  /// Shows a frame; only what changed is sent.
  package mutating func present(_ grid: borrowing CellGrid, theme: Theme) {
    screen.present(grid, theme: theme)
  }

  /// Sleeps in one `poll` until a key, a signal, something on a watched descriptor, or a time.
  package mutating func wait(until deadline: Int64?, watching descriptors: [CInt]) -> [TerminalEvent] {
    // A frame that a full terminal did not take is drawn again as soon as there is room.
    let wanted = screen.isBehind ? POLLIN | POLLOUT : POLLIN
    var sources = [
      pollfd(fd: screen.keyDescriptor, events: Int16(wanted), revents: 0),
      pollfd(fd: screen.signalDescriptor, events: Int16(POLLIN), revents: 0),
    ]
    sources += descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    // Rounded up, so that it never wakes a moment too early and sleeps again.
    let milliseconds = deadline.map { CInt(clamping: max(($0 - now + 9) / 10, 0)) } ?? -1
    let ready = unsafe poll(&sources, nfds_t(sources.count), milliseconds)
    // An end or an error shows when it is read; one that a signal interrupted has looked at nothing.
    let readable = ready > 0 ? sources.dropFirst(2).filter { $0.revents != 0 } : []
    return screen.readSignals().map(TerminalEvent.signal) + screen.readKeys().map(TerminalEvent.key)
      + readable.map { .readable($0.fd) }
  }

  /// Takes on the terminal's size.
  package mutating func fit() { _ = screen.fitToTerminal() }
  /// Clears the terminal.
  package mutating func redraw() { screen.redraw() }
  /// Gives the terminal back and stops, until the user continues.
  package mutating func suspend() { screen.suspend() }
}
