import CellGrid

extension TextWidth {
  /// A sentence on one line, or on two where one is too narrow for it; the second may be too long still.
  static func twoLines(_ text: String, width: Int) -> [String] {
    guard TextWidth.of(text) > width else { return [text] }
    var first: [Substring] = []
    var rest = text.split(separator: " ")[...]
    while let word = rest.first, TextWidth.of((first + [word]).joined(separator: " ")) <= width {
      first.append(word)
      rest = rest.dropFirst()
    }
    return first.isEmpty ? [text] : [first.joined(separator: " "), rest.joined(separator: " ")]
  }
}
