package import FoundationEssentials

/// What tells the beginnings of two logs apart without sending them: a number over all their lines.
///
/// It finds what was written anew; against somebody who wants to deceive it is no help.
package struct LineDigest: Hashable, Sendable {
  /// The header of an answer that goes on in a log: the digest of all lines before.
  package static let header = "Rinkside-Digest"

  private var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Before the first line.
  package init() {}

  /// As a header has it: 16 hexadecimal digits.
  package var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Takes in the next line, with or without its end, as a stream has it: with a CR as a blank.
  package mutating func take(_ line: Data) {
    for byte in line where byte != 0x0A { add(byte == 0x0D ? 0x20 : byte) }
    add(0x0A)
  }

  /// FNV-1a.
  private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0100_0000_01b3 }
}
