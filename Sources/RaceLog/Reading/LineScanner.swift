package import FoundationEssentials

/// Cuts bytes into lines: LF, a CR before it dropped, at most 64 KiB a line, a byte-order mark at the start
/// of a file accepted.
package struct LineScanner {
  /// The longest line that is read, in bytes without its end.
  package static let limit = 65_536

  /// A piece of the bytes.
  package struct Line: Hashable, Sendable {
    /// 1 for the first line.
    package let number: Int
    /// Where it lies in the bytes, without its end.
    package let range: Range<Int>
    /// Whether it ends with LF. A last line without one is unfinished: a writer died, or is still writing.
    package let isFinished: Bool
    /// Where the line after it begins.
    let next: Int
  }

  private let bytes: Data
  /// Where the next line begins.
  package private(set) var next: Int
  /// How many lines were cut.
  package private(set) var number: Int

  /// Lines of the bytes, from their start.
  package init(_ bytes: Data) {
    self.init(bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0, number: 0)
  }

  /// Lines of the bytes, going on after so many lines.
  package init(_ bytes: Data, from offset: Int, number: Int) {
    self.bytes = bytes
    next = bytes.startIndex + offset
    self.number = number
  }

  /// The next line, blank ones included; nil at the end.
  package mutating func nextLine() -> Line? {
    guard next < bytes.endIndex else { return nil }
    number += 1
    let start = next
    let span = bytes.span
    let base = bytes.startIndex
    var end = start
    while end < bytes.endIndex, span[end - base] != UInt8(ascii: "\n") { end += 1 }
    let isFinished = end < bytes.endIndex
    next = isFinished ? end + 1 : end
    if isFinished, end > start, span[end - 1 - base] == UInt8(ascii: "\r") { end -= 1 }
    return Line(number: number, range: start..<end, isFinished: isFinished, next: next)
  }
}
