import FoundationEssentials

/// Rows for programs as a JSON text that people can read and compare line by line.
enum JSONSheet {
  /// The same rows give the same text: keys are in order.
  static func text(_ rows: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(rows), as: UTF8.self) + "\n"
  }
}
