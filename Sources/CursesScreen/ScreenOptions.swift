/// How a screen is to be opened.
package struct ScreenOptions: Sendable {
  /// The terminal's file. Keys come from it as well, so that standard input stays free.
  package var terminal: String
  /// The terminal's type; nil for what `TERM` says.
  package var type: String?
  /// Whether to use colours; nil to use them unless `NO_COLOR` is set and not empty.
  package var colour: Bool?
  /// Whether to keep to ASCII; nil to do so where the locale is not UTF-8.
  package var ascii: Bool?
  /// Whether to ask the terminal to show each frame all at once. Terminals that cannot do it ignore it.
  package var synchronised: Bool

  /// Options; left out, they follow the environment.
  package init(
    terminal: String = "/dev/tty", type: String? = nil, colour: Bool? = nil, ascii: Bool? = nil,
    synchronised: Bool = true
  ) {
    self.terminal = terminal
    self.type = type
    self.colour = colour
    self.ascii = ascii
    self.synchronised = synchronised
  }
}
