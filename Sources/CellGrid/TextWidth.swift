/// How many columns text takes. All of it agrees with what ``CellGrid`` draws.
package enum TextWidth {
  /// Where text goes when there is room to spare.
  package enum Alignment: Sendable {
    /// Spaces follow the text.
    case left
    /// Spaces come before the text.
    case right
  }

  /// Columns one character takes: 2 when East Asian wide, 0 for a lone combining mark or variation selector,
  /// otherwise 1.
  package static func of(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    return switch ScalarKind(first) {
    case .wide: 2
    case .narrow, .unsafe: 1
    case .mark, .selector: 0
    }
  }

  /// Columns the text takes once ``SafeText`` has been through it.
  package static func of(_ text: String) -> Int {
    var columns = 0
    for glyph in Glyphs(text) { columns += glyph.width }
    return columns
  }

  /// The text made exactly `width` columns wide: filled with spaces when shorter, cut with `…` when longer. It
  /// comes back clean, as from ``SafeText``. No columns, or fewer: an empty text.
  package static func fit(_ text: String, width: Int, alignment: Alignment = .left) -> String {
    guard width > 0 else { return "" }
    let clean = SafeText.clean(text)
    let columns = of(clean)
    let shown = columns > width ? cut(clean, to: width) : (text: clean, columns: columns)
    // Only so wide a text is ever asked for by mistake; it must not take the memory with it.
    let spare = min(width, GridSize.limit) - shown.columns
    guard spare > 0 else { return shown.text }
    let before =
      switch alignment {
      case .left: 0
      case .right: spare
      }
    return String(repeating: " ", count: before) + shown.text + String(repeating: " ", count: spare - before)
  }

  private static func cut(_ text: String, to width: Int) -> (text: String, columns: Int) {
    var kept = String.UnicodeScalarView()
    var columns = 0
    for glyph in Glyphs(text) {
      if columns + glyph.width > width - 1 { break }
      glyph.append(to: &kept)
      columns += glyph.width
    }
    // A space before the sign of omission only wastes a column.
    while kept.last == " " {
      kept.removeLast()
      columns -= 1
    }
    kept.append("…")
    return (String(kept), columns + 1)
  }
}

extension Glyph {
  func append(to text: inout String.UnicodeScalarView) {
    text.append(base)
    for index in marks.indices where marks[index] != 0 {
      if let mark = Unicode.Scalar(marks[index]) { text.append(mark) }
    }
  }
}
