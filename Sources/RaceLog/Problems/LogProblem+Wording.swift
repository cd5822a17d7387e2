import LongTrack

extension LogProblem {
  /// The problem as a sentence for whoever has to mend the line.
  package var sentence: String {
    switch self {
    case .notUTF8(let byte): "not UTF-8 at byte \(byte); the line is left out"
    case .tooLong(let bytes): "\(bytes) bytes long, at most 65536 are read; the line is left out"
    case .notJSON: "not JSON; the line is left out"
    case .notAnObject: "not a JSON object {…}; the line is left out"
    case .missingField(let field, let type): "a `\(type)` event needs the field `\(field)`"
    case .wrongType(let field, let expected): "`\(field)` has to be \(expected)"
    case .badTime(let field, let text, let error):
      "`\(field)` is no time: \(Self.quoted(text)) \(Self.reason(error))"
    case .badInstant(let field, let text):
      "`\(field)` is no moment like 2026-01-31T17:22:14.5+01:00: \(Self.quoted(text))"
    case .badID(let field, let text):
      "`\(field)` is no id (1 to 64 of A–Z a–z 0–9 _ . -): \(Self.quoted(text))"
    case .outOfRange(let field, let allowed): "`\(field)` has to be \(allowed)"
    case .badWord(let field, let text, let allowed):
      "`\(field)` is \(Self.quoted(text)), has to be one of \(allowed.joined(separator: ", "))"
    case .usedSeq(let seq): "seq \(seq) is used already by another line; this one is left out"
    case .seqOutOfOrder(let seq, let last): "seq \(seq) comes after seq \(last); the line is left out"
    case .firstIsNotMeet(let type): "a log begins with a `meet` event, not with \(Self.quoted(type))"
    case .secondMeet: "a second `meet`; the first one stands"
    case .unsupportedFormat(let format):
      "format \(format) is newer than this program, which reads format 1; a newer rinkside will read it"
    case .unfinishedLine(let bytes): "the last line has no end (\(bytes) bytes); it is left out"
    case .duplicateLine(let seq): "seq \(seq) stands twice with the same content; counted once"
    case .duplicateOrigin(let seq): "seq \(seq) was merged before (same origin); counted once"
    case .gap(let from, let to): from == to ? "seq \(from) is missing" : "seqs \(from) to \(to) are missing"
    case .stepBack(let ticks): "the log's clock steps back by \(RaceTime(ticks: ticks).shown.text) s"
    case .unknownType(let type): "type \(Self.quoted(type)) is not known here; kept, without effect"
    case .unknownWord(let field, let text, let taken):
      "`\(field)` \(Self.quoted(text)) is not known here; taken as \(taken)"
    }
  }

  private static func reason(_ error: TimeFormatError) -> String {
    switch error {
    case .notATime: "(like 37.91 or 1:14.444)"
    case .negative: "is before the gun"
    case .sixtyOrMore: "has 60 or more in a part after the first"
    case .tooManyDecimals: "has more than four decimals"
    case .outOfRange: "is 100 hours or more"
    }
  }

  /// A text of the log in quotes, cut to what a sentence can carry.
  static func quoted(_ text: String) -> String {
    text.count > 40 ? "\"\(text.prefix(40))…\"" : "\"\(text)\""
  }
}
