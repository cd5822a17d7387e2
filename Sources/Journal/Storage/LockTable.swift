import FoundationEssentials

/// The system's table of locks, as `/proc/locks` prints it.
enum LockTable {
  /// The process that has a file locked with `flock`; nil where the table does not say.
  static func holder(of file: FileFacts, in table: Data) -> Int32? {
    for line in String(decoding: table, as: UTF8.self).split(separator: "\n") {
      // 12: FLOCK  ADVISORY  WRITE 4711 fd:01:1234 0 EOF
      let words = line.split(separator: " ")
      guard words.count >= 6, words[1] == "FLOCK", words[5] == Self.name(of: file) else { continue }
      // Seen from within a container, the process of another one has no number.
      return Int32(words[4]).flatMap { $0 > 0 ? $0 : nil }
    }
    return nil
  }

  /// How the table writes a file: the two parts of the device in hexadecimal, then the inode.
  static func name(of file: FileFacts) -> String {
    let major = (file.device >> 8 & 0xFFF) | (file.device >> 32 & 0xFFFF_F000)
    let minor = (file.device & 0xFF) | (file.device >> 12 & 0xFFFF_FF00)
    return "\(hexadecimal(major)):\(hexadecimal(minor)):\(file.inode)"
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let text = String(number, radix: 16)
    return text.count < 2 ? "0" + text : text
  }
}
