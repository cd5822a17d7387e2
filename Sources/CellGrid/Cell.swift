/// One place of the grid.
///
/// It holds scalars rather than a `Character`: comparing and copying a grid of them then touches no
/// reference counts, which is what makes drawing whole frames affordable.
package struct Cell: Hashable, Sendable {
  /// The first scalar of the character, a space where nothing was drawn.
  package let base: Unicode.Scalar
  /// Combining marks on it, at most four, 0 where there is none.
  package let marks: SIMD4<UInt32>
  /// What it means.
  package var role: Role
  /// True for the second half of a wide character. Such a cell has no text of its own.
  package let isContinuation: Bool

  /// A cell with nothing in it.
  package static let blank = Cell(base: " ", role: .plain)

  init(base: Unicode.Scalar, marks: SIMD4<UInt32> = .zero, role: Role, isContinuation: Bool = false) {
    self.base = base
    self.marks = marks
    self.role = role
    self.isContinuation = isContinuation
  }

  /// A cell with the character, made safe. Of a character of several parts it keeps the first with its marks.
  package init(character: Character, role: Role) {
    var glyphs = Glyphs(String(character))
    let glyph = glyphs.next()
    self.init(base: glyph?.base ?? " ", marks: glyph?.marks ?? .zero, role: role)
  }

  /// The character, a space where nothing was drawn and in the second half of a wide character.
  package var character: Character {
    if marks == .zero { return Character(base) }
    var text = String.UnicodeScalarView()
    append(to: &text)
    return String(text).first ?? " "
  }

  /// True when the cell shows nothing.
  package var isBlank: Bool { base == " " && marks == .zero }

  func append(to text: inout String.UnicodeScalarView) {
    Glyph(base: base, marks: marks, width: 1).append(to: &text)
  }
}
