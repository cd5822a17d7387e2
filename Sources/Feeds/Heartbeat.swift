package import FoundationEssentials
package import RaceLog

/// A sign of life among the lines of a log that comes live: it says what time it is on the log's clock, has no `seq`,
/// and is never stored.
package enum Heartbeat {
  /// One, without a line end.
  ///
  /// - Parameter last: the newest `seq` that went before it.
  package static func line(at: Instant, last: Int) -> String {
    #"{"type":"heartbeat","at":"\#(at.text)","last":\#(last)}"#
  }

  /// Whether a line is one.
  package static func isOne(_ line: Data) -> Bool {
    // None is longer, and all other lines need not be decoded.
    line.count < 256 && line.firstRange(of: Data("\"heartbeat\"".utf8)) != nil
      && fields(line)?.type == "heartbeat"
  }

  /// The moment that it says, 1/10 000 s since 1970; nil where it does not.
  package static func moment(_ line: Data) -> Int64? { fields(line)?.at.flatMap { Instant($0)?.ticks } }

  private static func fields(_ line: Data) -> Fields? {
    // What is no JSON says nothing, and is a sign of life all the same.
    do { return try JSONDecoder().decode(Fields.self, from: line) } catch { return nil }
  }

  private struct Fields: Decodable {
    let type: String?
    let at: String?
  }
}
