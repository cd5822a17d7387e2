/// The names of a log in a broker: one stream a log, one subject a race.
package struct BrokerNames: Hashable, Sendable {
  /// The log's name as a subject has it.
  package let log: String

  /// The names of a log by its own.
  package init(log: String) { self.log = Self.token(log) }

  /// The stream that keeps it.
  package var stream: String { log }
  /// All subjects of the log.
  package var all: String { Self.all(ofStream: log) }
  /// All subjects of the log that a stream keeps.
  static func all(ofStream stream: String) -> String { "\(stream).>" }

  /// Where events of a race go; nil for those of no race.
  package func subject(race: String?) -> String { "\(log).\(race.map(Self.token) ?? "meet")" }

  /// Where the publisher says each second that it lives: outside the log's subjects, so that the stream does not keep it.
  package var heartbeat: String { "rinkside.heartbeat.\(log)" }

  /// The id of an event: the broker takes it once.
  package func message(seq: Int) -> String { "\(log)-\(seq)" }

  /// A name without what separates or stands for others in a subject, and without what a file name cannot have.
  static func token(_ name: String) -> String {
    let kept = name.map { character in
      character.isASCII && (character.isLetter || character.isNumber) || "-_".contains(character)
        ? character : "_"
    }
    return kept.isEmpty ? "_" : String(kept)
  }
}
