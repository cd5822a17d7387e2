import FoundationEssentials

/// The text of a file from a spreadsheet, in whichever of the usual encodings it was saved.
struct SheetText {
  /// The text, without a byte-order mark.
  let text: String
  /// Where the bytes stop being UTF-8, with the word there as it was read instead; nil for good text.
  let guess: (line: Int, word: String)?

  /// Reads the bytes of a file; nil where they are no text.
  init?(_ bytes: Data) {
    let bytes = Array(bytes)
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isLittle = bytes[0] == 0xFF
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
        let pair = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return isLittle ? pair.1 << 8 | pair.0 : pair.0 << 8 | pair.1
      }
      text = String(decoding: units, as: UTF16.self)
      guess = nil
      return
    }
    let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard !marked.contains(0) else { return nil }
    do {
      _ = try UTF8Span(validating: marked.span)
      text = String(decoding: marked, as: UTF8.self)
      guess = nil
    } catch {
      let scalars = marked.map(Self.windows1252)
      text = String(String.UnicodeScalarView(scalars))
      guess = Self.word(at: error.byteOffsets.lowerBound, in: scalars)
    }
  }

  private static func word(at index: Int, in scalars: [Unicode.Scalar]) -> (line: Int, word: String) {
    let isLetter = { (place: Int) in
      scalars.indices.contains(place)
        && (scalars[place].properties.isAlphabetic || scalars[place] == "-" || scalars[place] == "'"
          || place == index)
    }
    var first = index
    while isLetter(first - 1) { first -= 1 }
    var end = index
    while isLetter(end) { end += 1 }
    let breaks = scalars[..<index].indices.count { place in
      scalars[place] == "\n" || scalars[place] == "\r" && (place + 1 == index || scalars[place + 1] != "\n")
    }
    return (breaks + 1, String(String.UnicodeScalarView(scalars[first..<end])))
  }

  private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    (0x80..<0xA0).contains(byte) ? extras[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }

  /// What Windows put where Latin-1 has controls; five places are empty.
  private static let extras = Array(
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)
}
