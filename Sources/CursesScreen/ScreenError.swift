/// Why a screen could not be opened. ``message`` words it for the operator.
package enum ScreenError: Error, Hashable, Sendable {
  /// The terminal's file could not be opened; `errno` says why.
  case noTerminal(path: String, errno: CInt)
  /// The file is there, but it is no terminal.
  case notATerminal(path: String)
  /// The environment does not say what kind of terminal this is.
  case noType
  /// The system has no description of this kind of terminal.
  case unknownType(String)
  /// This kind of terminal cannot place text at will.
  case cannotPlaceText(type: String)
  /// Another screen is open in this process.
  case alreadyOpen
  /// The pipe for signals could not be made; `errno` says why.
  case noPipe(errno: CInt)
}
