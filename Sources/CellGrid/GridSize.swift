/// The size of a grid or a terminal, in character cells.
package struct GridSize: Hashable, Sendable {
  /// The most columns or rows a size read from text may have. No terminal comes near it, and a grid of this
  /// size still fits in memory.
  package static let limit = 1000

  /// Cells from left to right, never negative.
  package let columns: Int
  /// Cells from top to bottom, never negative.
  package let rows: Int

  /// A size in cells. Negative numbers become 0 and numbers above ``limit`` become ``limit``.
  package init(columns: Int, rows: Int) {
    self.columns = min(max(columns, 0), Self.limit)
    self.rows = min(max(rows, 0), Self.limit)
  }

  /// Reads "80x24": columns, the letter x, rows, each a plain decimal number from 1 to ``limit``.
  ///
  /// - Returns: nil for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let columns = Self.number(parts[0]), let rows = Self.number(parts[1]) else {
      return nil
    }
    self.init(columns: columns, rows: rows)
  }

  private static func number(_ digits: Substring) -> Int? {
    // Int accepts a leading plus, which nobody means in a size.
    guard digits.utf8.first != UInt8(ascii: "+"), let value = Int(digits), (1...limit).contains(value) else {
      return nil
    }
    return value
  }
}
