/// Times, gaps and names drawn large, out of block characters.
///
/// Two drawings exist. The small one is three rows high and made of half blocks, so in ASCII it cannot be
/// read. The large one is five rows high and made of full blocks only, and grows by whole multiples; it knows
/// capital letters too.
package enum BigDigits {
  /// The height of the small drawing, in rows.
  package static let smallHeight = 3
  /// The height of the large drawing, in rows. Its multiples work as well.
  package static let largeHeight = 5

  /// The rows of a text drawn large, all equally wide, one column between characters (more when enlarged).
  ///
  /// - Parameters:
  ///   - text: Digits and `: . + - − = ≈` and spaces; at multiples of 5 also A to Z and `'`.
  ///   - height: 3, or a multiple of 5, in rows.
  /// - Returns: nil if a character has no large form, or there is none of that height.
  package static func rows(for text: String, height: Int) -> [String]? {
    guard let shapes = shapes(of: text, height: height) else { return nil }
    if height == smallHeight { return (0..<smallHeight).map { joined(shapes, row: $0, factor: 1) } }
    let factor = height / largeHeight
    return (0..<height).map { joined(shapes, row: $0 / factor, factor: factor) }
  }

  /// The columns the rows of a text take; nil where ``rows(for:height:)`` gives nil.
  package static func width(of text: String, height: Int) -> Int? {
    guard let shapes = shapes(of: text, height: height) else { return nil }
    let factor = height == smallHeight ? 1 : height / largeHeight
    return max(shapes.reduce(0) { $0 + $1[0].count + 1 } - 1, 0) * factor
  }

  /// The greatest height at which a text fits into a size.
  ///
  /// - Parameters:
  ///   - text: What is to be drawn.
  ///   - size: The room for it.
  ///   - fullBlocksOnly: True to leave out the small drawing, for ASCII terminals.
  /// - Returns: nil if it fits at no height, or has no large form.
  package static func height(of text: String, fitting size: GridSize, fullBlocksOnly: Bool = false) -> Int? {
    guard let single = width(of: text, height: largeHeight) else { return nil }
    let factor = min(size.rows / largeHeight, size.columns / max(single, 1))
    if factor > 0 { return factor * largeHeight }
    guard !fullBlocksOnly, size.rows >= smallHeight, let small = width(of: text, height: smallHeight) else {
      return nil
    }
    return small <= size.columns ? smallHeight : nil
  }

  private static func shapes(of text: String, height: Int) -> [[String]]? {
    let font: [Character: [String]]
    if height == smallHeight {
      font = smallFont
    } else if height > 0 && height <= GridSize.limit && height % largeHeight == 0 {
      font = largeFont
    } else {
      return nil
    }
    var shapes: [[String]] = []
    for character in text {
      guard let shape = font[character] else { return nil }
      shapes.append(shape)
    }
    return shapes
  }

  /// A name in the letters that have a large form: without accents, all capitals; nil where it has others.
  package static func letters(of name: String) -> String? {
    let text = String(name.uppercased().map { largeFont[$0] == nil ? ASCIIFold.fold($0) : $0 })
    return shapes(of: text, height: largeHeight) == nil ? nil : text
  }

  private static func joined(_ shapes: [[String]], row: Int, factor: Int) -> String {
    let line = shapes.map { $0[row] }.joined(separator: " ")
    return factor == 1 ? line : line.map { String(repeating: $0, count: factor) }.joined()
  }
}
