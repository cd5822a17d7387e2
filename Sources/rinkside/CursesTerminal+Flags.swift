import ArgumentParser
import BoardRuntime
import CellGrid
import CursesScreen

extension CursesTerminal {
  /// Takes the terminal over as flags ask for it. Where they ask for nothing, the environment and the terminal say how.
  init(noColor: Bool, ascii: Bool) throws(ScreenError) {
    try self.init(options: ScreenOptions(colour: noColor ? false : nil, ascii: ascii ? true : nil))
  }

  /// The themes that its colours allow, the usual one first.
  var themes: [Theme] { isMonochrome ? [.monochrome] : [.colour, .blueOrange, .monochrome] }
}

extension BoardLoop.Ending {
  /// - Throws: the exit status, where a signal ended the program.
  func orExit() throws(ExitCode) {
    if case .signal(let signal) = self { throw ExitCode(128 + signal.number) }
  }
}
