import Glibc

extension ScreenError {
  /// What happened, where, and what to do now: one or two sentences for the operator.
  package var message: String {
    switch self {
    case .noTerminal(let path, let errno):
      "cannot open the terminal \(path): \(Self.reason(errno)). Start rinkside from a terminal."
    case .notATerminal(let path):
      "\(path) is not a terminal. Start rinkside from a terminal."
    case .noType:
      "the kind of terminal is not known: TERM is not set. Set it, for example: TERM=xterm-256color"
    case .unknownType(let type):
      """
      this system has no description of the terminal "\(type)". Set TERM to one it knows, for example: \
      TERM=xterm-256color
      """
    case .cannotPlaceText(let type):
      """
      the terminal "\(type)" cannot place text on the screen. Use another terminal, or set TERM to what it \
      really is.
      """
    case .alreadyOpen:
      "the terminal is already in use by this program."
    case .noPipe(let errno):
      "cannot watch for signals: \(Self.reason(errno)). Close some programs and try again."
    }
  }

  private static func reason(_ number: CInt) -> String {
    switch number {
    case ENOENT: "there is no such file"
    case ENXIO: "this process has no terminal"
    case EACCES, EPERM: "permission denied"
    case EIO: "the terminal has gone away"
    case EMFILE, ENFILE: "too many open files"
    default: "system error \(number)"
    }
  }
}
