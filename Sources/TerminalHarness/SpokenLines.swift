import Glibc

/// What a program says, line by line.
package final class SpokenLines: Sendable {
  /// A program that should say something said nothing.
  package struct Silence: Error, CustomStringConvertible {
    /// What had come of its line until then.
    package let begun: String

    /// How long it was waited for.
    package var description: String { "no line within \(Spawn.patience), only \"\(begun)\"" }
  }

  private let descriptor: CInt

  /// Lines out of a descriptor, which is closed with them.
  package init(_ descriptor: CInt) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Waits for the next line, without its end; nil when there are no more. The last one may be cut off.
  ///
  /// - Throws: ``Silence`` where nothing comes for as long as a program that hangs is waited for.
  package func next() throws(Silence) -> String? {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      guard PseudoTerminal.wait(for: descriptor, milliseconds: Int(Spawn.patience / .milliseconds(1))) else {
        throw Silence(begun: String(decoding: line, as: UTF8.self))
      }
      guard unsafe read(descriptor, &byte, 1) == 1 else { break }
      if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
      line.append(byte)
    }
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }

  /// Takes all that comes, however late, until there is no more: who is not heard waits at some time.
  package func drain() {
    var block = [UInt8](repeating: 0, count: 4096)
    while unsafe read(descriptor, &block, block.count) > 0 {}
  }
}
