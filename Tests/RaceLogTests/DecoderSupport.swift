import FoundationEssentials
import RaceLog

/// One line of a log, decoded.
func decode(_ type: String, _ fields: String) throws -> RaceEvent {
  try decodeLine(#"{"seq":7,"at":"2026-01-31T17:00:00Z","type":"\#(type)","# + fields + "}")
}

/// One line as it stands, decoded.
func decodeLine(_ line: String) throws -> RaceEvent { try EventDecoder().decode(Data(line.utf8)).event }

/// What a line is worth knowing for.
func notices(_ type: String, _ fields: String) throws -> [LogProblem] {
  let line = #"{"seq":7,"at":"2026-01-31T17:00:00Z","type":"\#(type)","# + fields + "}"
  return try EventDecoder().decode(Data(line.utf8)).notices
}

/// What is wrong with a text as a whole log, with line numbers: `3 seq 4 is missing`.
func issues(_ text: String) throws -> [String] {
  try EventLog(reading: Data(text.utf8), file: "x").issues.map { "\($0.line) \($0.sentence)" }
}

/// Lines of a log that only differ in seq, stamp and message.
func message(_ seq: Int, _ second: String = "00", _ text: String = "x", extra: String = "") -> String {
  #"{"seq":\#(seq),"at":"2026-01-31T17:00:\#(second)Z","type":"message","text":"\#(text)"\#(extra)}"# + "\n"
}

/// The first line of a log.
let meetLine =
  #"{"seq":1,"at":"2026-01-31T17:00:00Z","type":"meet","format":1,"log":"l","name":"N"}"# + "\n"
