/// How a cell looks.
package struct Style: Hashable, Sendable {
  /// The colour of the character; nil for the terminal's own.
  package var foreground: Color?
  /// The colour behind it; nil for the terminal's own.
  package var background: Color?
  /// Drawn heavier, or brighter where the terminal prefers that.
  package var bold: Bool
  /// Drawn fainter.
  package var dim: Bool
  /// Foreground and background exchanged.
  package var reverse: Bool
  /// Underlined.
  package var underline: Bool

  /// A style; what is not named keeps the terminal's own look.
  package init(
    foreground: Color? = nil, background: Color? = nil, bold: Bool = false, dim: Bool = false,
    reverse: Bool = false, underline: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.bold = bold
    self.dim = dim
    self.reverse = reverse
    self.underline = underline
  }
}
