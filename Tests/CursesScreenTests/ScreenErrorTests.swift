import CursesScreen
import Glibc
import Testing

@Suite struct ScreenErrorTests {
  @Test(
    arguments: [
      (
        .noTerminal(path: "/dev/tty", errno: ENXIO),
        "cannot open the terminal /dev/tty: this process has no terminal. Start rinkside from a terminal."
      ),
      (
        .noTerminal(path: "/dev/pts/9", errno: ENOENT),
        "cannot open the terminal /dev/pts/9: there is no such file. Start rinkside from a terminal."
      ),
      (
        .noTerminal(path: "/dev/tty", errno: EACCES),
        "cannot open the terminal /dev/tty: permission denied. Start rinkside from a terminal."
      ),
      (
        .noTerminal(path: "/dev/tty", errno: EIO),
        "cannot open the terminal /dev/tty: the terminal has gone away. Start rinkside from a terminal."
      ),
      (
        .noTerminal(path: "/dev/tty", errno: 99),
        "cannot open the terminal /dev/tty: system error 99. Start rinkside from a terminal."
      ),
      (.notATerminal(path: "/dev/null"), "/dev/null is not a terminal. Start rinkside from a terminal."),
      (
        .noType,
        "the kind of terminal is not known: TERM is not set. Set it, for example: TERM=xterm-256color"
      ),
      (
        .unknownType("foo"),
        "this system has no description of the terminal \"foo\". Set TERM to one it knows, for example: "
          + "TERM=xterm-256color"
      ),
      (
        .cannotPlaceText(type: "dumb"),
        "the terminal \"dumb\" cannot place text on the screen. Use another terminal, or set TERM to what it "
          + "really is."
      ),
      (.alreadyOpen, "the terminal is already in use by this program."),
      (
        .noPipe(errno: EMFILE),
        "cannot watch for signals: too many open files. Close some programs and try again."
      ),
    ] as [(ScreenError, String)])
  func everyErrorIsWorded(error: ScreenError, message: String) {
    #expect(error.message == message)
  }
}
