package import FoundationEssentials
import RaceLog

/// Cuts bytes that come in pieces into lines, and never holds more than one line of them.
package struct LineCutter: Sendable {
  /// A line, or what there is of it.
  package enum Line: Hashable, Sendable {
    /// A line without its end.
    case whole(Data)
    /// The beginning of a line that is longer than 64 KiB. The rest of it is left out.
    case tooLong(Data)
  }

  /// How much of a line that is too long is kept, in bytes.
  package static let beginning = 256

  private var line = Data()
  private var isSkipping = false
  private var isFirst = true

  /// Nothing yet.
  package init() {}

  /// The lines that end in these bytes. Blank lines are left out, and so is a byte-order mark at the start.
  package mutating func take(_ bytes: some Sequence<UInt8>) -> [Line] {
    var lines: [Line] = []
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        if !isSkipping { end(into: &lines) }
        isSkipping = false
      } else if !isSkipping {
        line.append(byte)
        // One more, since it may be the CR before the end.
        if line.count > LineScanner.limit + 1 { skip(into: &lines) }
      }
    }
    return lines
  }

  private mutating func end(into lines: inout [Line]) {
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    if isFirst, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    isFirst = false
    guard line.count <= LineScanner.limit else {
      skip(into: &lines)
      isSkipping = false
      return
    }
    if !line.isEmpty { lines.append(.whole(Data(line))) }
    line.removeAll(keepingCapacity: true)
  }

  private mutating func skip(into lines: inout [Line]) {
    lines.append(.tooLong(Data(line.prefix(Self.beginning))))
    line.removeAll(keepingCapacity: true)
    isSkipping = true
    isFirst = false
  }
}
