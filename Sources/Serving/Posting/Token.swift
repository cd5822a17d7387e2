import FoundationEssentials
import RaceLog

/// What a sender has to know.
package struct Token: Sendable {
  private let bytes: [UInt8]

  /// A token as it stands in a file or in the environment; blanks and line ends around it do not count.
  ///
  /// - Parameter place: where it stands, for messages.
  /// - Throws: where it is none that a header can carry.
  package init(_ text: String, from place: String) throws(ServingError) {
    let blanks: [UInt8] = [0x09, 0x0A, 0x0D, 0x20]
    var bytes = Array(text.utf8)
    while let last = bytes.last, blanks.contains(last) { bytes.removeLast() }
    while let first = bytes.first, blanks.contains(first) { bytes.removeFirst() }
    guard !bytes.isEmpty, bytes.count <= 1024, bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw .badToken(place)
    }
    self.bytes = bytes
  }

  /// The token in a file.
  package init(file: String) throws(ServingError) {
    let text: Data
    do { text = try LogFile.read(file) } catch { throw .unreadable(file, what: "a token", error) }
    try self.init(String(decoding: text, as: UTF8.self), from: file)
  }

  /// Whether somebody knows it. Takes as long for every guess of the same length: how much of it is right cannot be
  /// measured.
  package func matches(_ guess: some Sequence<UInt8>) -> Bool {
    var difference = 0
    var count = 0
    for byte in guess {
      difference |= Int(byte ^ bytes[count % bytes.count])
      count += 1
    }
    return difference | (count ^ bytes.count) == 0
  }
}
