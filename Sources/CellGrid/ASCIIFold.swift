/// Turns characters into ASCII ones of the same width, for terminals that know nothing else.
package enum ASCIIFold {
  /// One ASCII character for one cell: letters lose their accents and keep their case, the signs and lines of
  /// the board have fixed stand-ins, and everything else is `?`.
  package static func fold(_ character: Character) -> Character {
    guard let first = character.unicodeScalars.first else { return "?" }
    return Character(fold(first))
  }

  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x20..<0x7F: scalar
    case 0..<0xA0: "?"
    case 0xC0..<0x250: letter(scalar.value - 0xC0, of: latin)
    case 0x1E00..<0x1F00: letter(scalar.value - 0x1E00, of: latinAdditional)
    default: sign(scalar)
    }
  }

  private static func letter(_ offset: UInt32, of letters: [UInt8]) -> Unicode.Scalar {
    Unicode.Scalar(letters[Int(offset)])
  }

  private static func sign(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\u{A0}", "\u{2009}", "\u{202F}", "\u{3000}": " "
    case "−", "–", "—", "‐", "‑", "━", "─", "╸", "╺", "╌", "┄": "-"
    case "≈": "~"
    case "·", "…", "•": "."
    case "▲", "△", "↑": "^"
    case "▼", "▽", "↓": "v"
    case "→", "▶", "►", "▸", "⏵", "›", "»": ">"
    case "←", "◀", "◄", "◂", "‹", "«": "<"
    case "⏸", "‖": "\""
    case "●", "◆", "★": "*"
    case "○", "◇", "°", "º": "o"
    case "█", "▀", "▄", "▌", "▐", "▓", "▒", "░", "■": "#"
    case "═": "="
    case "│", "┃", "║", "╷", "╵", "┿", "╂": "|"
    case "┌", "┐", "└", "┘", "├", "┤", "┬", "┴", "┼", "╭", "╮", "╯", "╰": "+"
    case "‘", "’", "´", "′": "'"
    case "“", "”", "″": "\""
    case "✓", "✔", "✗", "✘", "✕": "x"
    case "ª": "a"
    case "±": "+"
    default: "?"
    }
  }

  /// U+00C0 to U+024F, one letter each.
  private static let latin = Array(
    """
    AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo?ouuuuyty\
    AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL\
    lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs\
    bBBbTtOCcDDDdtEEEFfGGhIIKkllMNnOOoOoPp?TtE?tTtTUuUVYyZzZZzz?Tt??\
    ????DDdLLlNNnAaIiOoUuUuUuUuUueAaAaAaGgGgKkOoOoZzjDDdGgHWNnAaAaOo\
    AaAaEeEeIiIiOoOoRrRrUuUuSsTtYyHhNdOoZzAaEeOoOoOoOoYylntjdqACcLTs\
    zGgBUVEeJjQqRrYy
    """.utf8)

  /// U+1E00 to U+1EFF, one letter each: the letters of Vietnamese among them.
  private static let latinAdditional = Array(
    """
    AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm\
    MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv\
    WwWwWwWwWwXxXxYyZzZzZzhtwyasssSdAaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe\
    EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYyMmVvYy
    """.utf8)
}
