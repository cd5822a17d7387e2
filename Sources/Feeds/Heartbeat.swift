package import FoundationEssentials
package import RaceLog

/// A sign of life among the lines of a log that comes live: it says what time it is on the log's clock, has no `seq`,
/// and is never stored.
package enum Heartbeat {
  /// One, without a line end.
  ///
  /// - Parameters:
  ///   - last: the newest `seq` that went before it.
  ///   - silence: how long whoever sends this has heard nothing of whoever writes the log, 1/10 000 s; nil where that goes
  ///     without saying.
  ///   - problem: why whoever sends this cannot read the log; nil where all is well.
  package static func line(at: Instant, last: Int, silence: Int64? = nil, problem: String? = nil) -> String {
    var text = #"{"type":"heartbeat","at":"\#(at.text)","last":\#(last)"#
    if let silence { text += #","age":\#(Double(max(silence, 0) / 1000) / 10)"# }
    if let problem { text += #","problem":\#(quoted(problem))"# }
    return text + "}"
  }

  private static func quoted(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    do { return String(decoding: try encoder.encode(text), as: UTF8.self) } catch { return #""?""# }
  }

  /// Whether a line is one.
  package static func isOne(_ line: Data) -> Bool {
    // None is longer, and all other lines need not be decoded.
    line.count < 1024 && line.firstRange(of: Data("\"heartbeat\"".utf8)) != nil
      && fields(line)?.type == "heartbeat"
  }

  /// The moment that it says, 1/10 000 s since 1970; nil where it does not.
  package static func moment(_ line: Data) -> Int64? { fields(line)?.at.flatMap { Instant($0)?.ticks } }

  /// Whether whoever sent it has heard nothing of whoever writes the log for more than 3 s.
  package static func isSilent(_ line: Data) -> Bool { fields(line)?.age ?? 0 > 3 }

  /// Why whoever sent it cannot read the log; nil where all is well. Not made safe for a terminal.
  package static func problem(_ line: Data) -> String? { fields(line)?.problem }

  private static func fields(_ line: Data) -> Fields? {
    // What is no JSON says nothing, and is a sign of life all the same.
    do { return try JSONDecoder().decode(Fields.self, from: line) } catch { return nil }
  }

  private struct Fields: Decodable {
    let type: String?
    let at: String?
    let age: Double?
    let problem: String?
  }
}
