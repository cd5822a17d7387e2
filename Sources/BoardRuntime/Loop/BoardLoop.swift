package import CursesScreen

/// Runs a session on a terminal. One thread owns state and screen, and sleeps whenever nothing moves.
package enum BoardLoop {
  /// How a session ended.
  package enum Ending: Hashable, Sendable {
    /// The user quit.
    case quit
    /// A signal ended it.
    case signal(TerminalSignal)
  }

  /// Runs until the user quits or a signal ends it.
  package static func run<Session: BoardSession, Terminal: BoardTerminal & ~Copyable>(
    _ session: inout Session, on terminal: inout Terminal
  ) -> Ending {
    while true {
      let now = terminal.now
      session.read(now: now)
      terminal.present(session.frame(terminal.size, now: now), theme: session.theme)
      for event in terminal.wait(until: session.nextFrame(after: now), watching: session.watched) {
        switch event {
        case .key(let key):
          switch session.press(key, now: terminal.now) {
          case .draw: break
          case .redraw: terminal.redraw()
          case .quit: return .quit
          }
        case .signal(.resize): terminal.fit()
        case .signal(.suspend):
          terminal.suspend()
          terminal.fit()
        case .signal(let signal): return .signal(signal)
        // It is read before the next frame, with all that came meanwhile.
        case .readable: break
        }
      }
    }
  }
}
