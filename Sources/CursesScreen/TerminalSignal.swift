import Glibc

/// What the system or the terminal asks of the program.
package enum TerminalSignal: Hashable, Sendable {
  /// Ctrl-C.
  case interrupt
  /// An ordinary request to end.
  case terminate
  /// The terminal is gone.
  case hangUp
  /// The terminal has, or may have, another size. Also sent when the program was stopped and continued by
  /// somebody else; either way everything is to be drawn again.
  case resize
  /// Ctrl-Z.
  case suspend
  /// Ctrl-\, to end without being asked twice.
  case quit

  /// The system's number of the signal, from which a shell makes the exit status.
  package var number: CInt {
    switch self {
    case .interrupt: SIGINT
    case .terminate: SIGTERM
    case .hangUp: SIGHUP
    case .resize: SIGWINCH
    case .suspend: SIGTSTP
    case .quit: SIGQUIT
    }
  }

  init?(number: CInt) {
    switch number {
    case SIGINT: self = .interrupt
    case SIGTERM: self = .terminate
    case SIGHUP: self = .hangUp
    case SIGWINCH, SIGCONT: self = .resize
    case SIGTSTP: self = .suspend
    case SIGQUIT: self = .quit
    default: return nil
    }
  }
}
