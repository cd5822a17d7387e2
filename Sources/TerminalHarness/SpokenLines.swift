import Glibc

/// What a program says, line by line.
package final class SpokenLines: Sendable {
  private let descriptor: CInt

  /// Lines out of a descriptor, which is closed with them.
  package init(_ descriptor: CInt) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Waits for the next line, without its end; nil when there are no more. The last one may be cut off.
  package func next() -> String? {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while unsafe read(descriptor, &byte, 1) == 1 {
      if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
      line.append(byte)
    }
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }
}
