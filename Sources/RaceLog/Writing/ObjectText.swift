import FoundationEssentials

/// The members of a JSON object as they were written, so that a copy keeps what is not understood.
///
/// It cuts only; whether the text is JSON at all, the decoder says.
struct ObjectText {
  /// The members in order: the name without its quotes, and the value without the blanks around it.
  private(set) var members: [(name: String, value: String)] = []

  /// Cuts an object; nil for anything that is none.
  init?(_ line: Data) {
    let text = Array(line)
    var index = 0
    func skipBlanks() { while index < text.count, [32, 9, 10, 13].contains(text[index]) { index += 1 } }
    skipBlanks()
    guard index < text.count, text[index] == UInt8(ascii: "{") else { return nil }
    index += 1
    while true {
      skipBlanks()
      guard index < text.count else { return nil }
      if text[index] == UInt8(ascii: "}") {
        index += 1
        skipBlanks()
        if index < text.count { return nil }
        return
      }
      if text[index] == UInt8(ascii: ",") {
        index += 1
        continue
      }
      guard text[index] == UInt8(ascii: "\""), let nameEnd = Self.endOfString(in: text, at: index) else {
        return nil
      }
      let name = String(decoding: text[index + 1..<nameEnd - 1], as: UTF8.self)
      index = nameEnd
      skipBlanks()
      guard index < text.count, text[index] == UInt8(ascii: ":") else { return nil }
      index += 1
      skipBlanks()
      guard let end = Self.endOfValue(in: text, at: index) else { return nil }
      let last = text[index..<end].lastIndex { $0 > 32 } ?? index
      members.append((name, String(decoding: text[index..<min(last + 1, end)], as: UTF8.self)))
      index = end
    }
  }

  /// The index behind the closing quote of a string that begins at `start`.
  private static func endOfString(in text: [UInt8], at start: Int) -> Int? {
    var index = start + 1
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "\""): return index + 1
      default: index += 1
      }
    }
    return nil
  }

  /// The index of the comma or brace that ends a value.
  private static func endOfValue(in text: [UInt8], at start: Int) -> Int? {
    var index = start
    var depth = 0
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "\""):
        guard let end = endOfString(in: text, at: index) else { return nil }
        index = end
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return index }
        if text[index] != UInt8(ascii: ",") { depth -= 1 }
      default: break
      }
      index += 1
    }
    return nil
  }
}
