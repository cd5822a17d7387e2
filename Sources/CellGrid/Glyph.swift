/// What one cell, or one pair of cells, of a text holds.
struct Glyph {
  var base: Unicode.Scalar
  var marks: SIMD4<UInt32>
  var width: Int
}

/// A text cut into glyphs, harmless on any terminal: what ``SafeText`` replaces is replaced here too.
struct Glyphs: Sequence, IteratorProtocol {
  private var scalars: String.UnicodeScalarView.Iterator
  private var ahead: Unicode.Scalar?

  init(_ text: String) {
    scalars = text.unicodeScalars.makeIterator()
    ahead = scalars.next()
  }

  mutating func next() -> Glyph? {
    while let scalar = ahead {
      ahead = scalars.next()
      // Most of what a board shows is ASCII with ASCII behind it.
      if 0x20..<0x7F ~= scalar.value, ahead.map({ $0.value < 0x300 }) ?? true {
        return Glyph(base: scalar, marks: .zero, width: 1)
      }
      switch ScalarKind(scalar) {
      case .narrow: return Glyph(base: scalar, marks: takeMarks(), width: 1)
      case .wide: return Glyph(base: scalar, marks: takeMarks(), width: 2)
      // A mark that reaches this point has nothing to sit on.
      case .unsafe, .mark: return Glyph(base: SafeText.replacement, marks: takeMarks(), width: 1)
      case .selector: continue
      }
    }
    return nil
  }

  private mutating func takeMarks() -> SIMD4<UInt32> {
    var marks = SIMD4<UInt32>()
    var count = 0
    while let scalar = ahead, scalar.value >= 0x300 {
      switch ScalarKind(scalar) {
      case .mark:
        if count < marks.scalarCount { marks[count] = scalar.value }
        count += 1
      case .selector: break
      default: return marks
      }
      ahead = scalars.next()
    }
    return marks
  }
}
