package import LongTrack

/// What is wrong with a line, or worth knowing about it.
package enum LogProblem: Error, Hashable, Sendable {
  // Errors: the line changes nothing.
  /// The bytes are not UTF-8, from this byte of the line on, counted from 1.
  case notUTF8(byte: Int)
  /// The line is longer than 64 KiB.
  case tooLong(bytes: Int)
  /// Not JSON.
  case notJSON
  /// JSON, but not an object.
  case notAnObject
  /// A field that the type requires is not there.
  case missingField(String, type: String)
  /// A field has another JSON type than the format says.
  case wrongType(String, expected: String)
  /// A field is no time.
  case badTime(String, text: String, TimeFormatError)
  /// A field is no RFC 3339 moment with a zone.
  case badInstant(String, text: String)
  /// A field is no id.
  case badID(String, text: String)
  /// A number is outside what the format allows.
  case outOfRange(String, allowed: String)
  /// A word is not one of those that the format allows.
  case badWord(String, text: String, allowed: [String])
  /// A seq is used already, with another content.
  case usedSeq(Int)
  /// A seq is lower than one before it.
  case seqOutOfOrder(Int, after: Int)
  /// The first event is not `meet`.
  case firstIsNotMeet(String)
  /// `meet` stands again.
  case secondMeet
  /// The format is newer than this program: the log is refused.
  case unsupportedFormat(Int)

  // Notices: worth knowing.
  /// The last line has no end: a writer died.
  case unfinishedLine(bytes: Int)
  /// The same line again.
  case duplicateLine(seq: Int)
  /// The same merged event again.
  case duplicateOrigin(seq: Int)
  /// Seqs are missing.
  case gap(from: Int, to: Int)
  /// The log's clock steps back by so many 1/10 000 s.
  case stepBack(ticks: Int64)
  /// A type that this program does not know.
  case unknownType(String)
  /// A word that this program does not know, with what it is taken for.
  case unknownWord(String, text: String, taken: String)

  /// Whether the line is worth a word only, and counts.
  package var isNotice: Bool {
    switch self {
    case .unfinishedLine, .duplicateLine, .duplicateOrigin, .gap, .stepBack, .unknownType, .unknownWord: true
    default: false
    }
  }
}
