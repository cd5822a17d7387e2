import CellGrid

extension CellGrid {
  /// Draws text, cut with `…` where it is wider than the room there is, so that nobody takes a part for
  /// the whole.
  ///
  /// - Returns: the columns taken.
  @discardableResult
  mutating func put(_ text: String, column: Int, row: Int, role: Role, cutTo room: Int) -> Int {
    put(TextWidth.fit(text, width: min(TextWidth.of(text), room)), column: column, row: row, role: role)
  }

  /// Draws text that ends at a column, cut with `…` where it is wider than the room there is.
  ///
  /// - Returns: the columns taken.
  @discardableResult
  mutating func put(_ text: String, endingAt right: Int, row: Int, role: Role, cutTo room: Int) -> Int {
    put(TextWidth.fit(text, width: min(TextWidth.of(text), room)), endingAt: right, row: row, role: role)
  }

  /// Draws a caption into a rule. The blanks around it mean nothing: a style must not show on them.
  mutating func put(caption: String, column: Int, row: Int) {
    let width = TextWidth.of(caption)
    fill(Rect(column: column - 1, row: row, columns: width + 2, rows: 1), with: " ", role: .plain)
    put(caption, column: column, row: row, role: .heading)
  }
}

extension TextWidth {
  /// The text, or as many whole words of it as fit before ` …`: half a number would be another number.
  static func words(_ text: String, width: Int) -> String {
    guard of(text) > width else { return text }
    var kept = text.split(separator: " ")
    while kept.count > 1 {
      kept.removeLast()
      let shorter = kept.joined(separator: " ") + " …"
      if of(shorter) <= width { return shorter }
    }
    return fit(text, width: width)
  }
}
