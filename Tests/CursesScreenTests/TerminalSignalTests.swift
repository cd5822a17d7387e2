import Glibc
import Testing

@testable import CursesScreen

@Suite struct TerminalSignalTests {
  @Test(
    arguments: [
      (SIGINT, .interrupt), (SIGTERM, .terminate), (SIGHUP, .hangUp), (SIGWINCH, .resize), (SIGCONT, .resize),
      (SIGTSTP, .suspend), (SIGQUIT, .quit), (SIGUSR1, nil), (0, nil),
    ] as [(CInt, TerminalSignal?)])
  func signalsHaveAMeaning(number: CInt, signal: TerminalSignal?) {
    #expect(TerminalSignal(number: number) == signal)
  }

  @Test(
    arguments: [
      (0, ColourDepth.none), (2, .none), (8, .eight), (16, .eight), (88, .eight), (256, .palette),
      (0x1000000, .palette),
    ] as [(CInt, ColourDepth)])
  func coloursGiveADepth(colours: CInt, depth: ColourDepth) {
    #expect(ColourDepth(colours: colours) == depth)
  }
}
