/// The names of a log in a broker: one stream a log, one subject a race.
///
/// They hold the log's own names whole: no two logs share a stream, no two races a subject, and no log has a subject
/// of the broker's or of a heartbeat.
package struct BrokerNames: Hashable, Sendable {
  /// The stream that keeps the log. Its name is the first part of the log's subjects.
  package let stream: String

  /// The names of a log by its own.
  package init(log: String) { stream = Self.token(log) }

  /// The names of the log that a stream keeps.
  package init(stream: String) { self.stream = stream }

  /// The log's own name. That of a stream which nobody here named is the stream's.
  package var log: String {
    guard let name = Self.name(stream), Self.token(name) == stream else { return stream }
    return name
  }

  /// All subjects of the log.
  package var all: String { "\(stream).>" }

  /// Where events of a race go; nil for those of no race.
  package func subject(race: String?) -> String {
    let token = race.map(Self.token) ?? Self.noRace
    return "\(stream).\(race == Self.noRace ? Self.encoded(token.utf8.prefix(1)) + token.dropFirst() : token)"
  }

  /// Where the publisher says each second that it lives: outside the subjects of any log, whatever its name, so that
  /// no stream keeps it.
  package var heartbeat: String { "rinkside:heartbeat.\(stream)" }

  /// The id of an event: the broker takes it once.
  package func message(seq: Int) -> String { "\(stream)-\(seq)" }

  /// What stands for a race where there is none.
  private static let noRace = "meet"

  /// A name without what separates or stands for others in a subject, and without what a file name cannot have: `=`
  /// and its code for each such byte. The broker's own subjects begin with `_` or `$`.
  private static func token(_ name: String) -> String {
    guard !name.isEmpty else { return "=" }
    var token = ""
    for byte in name.utf8 {
      let isPlain =
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
          true
        case UInt8(ascii: "_"): !token.isEmpty
        default: false
        }
      token += isPlain ? String(UnicodeScalar(byte)) : encoded(CollectionOfOne(byte))
    }
    return token
  }

  private static func encoded(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { "=" + ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
  }

  /// The name behind a token; nil where it is none.
  private static func name(_ token: String) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(token.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "=") else {
        bytes.append(byte)
        continue
      }
      guard let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
        return bytes.isEmpty && rest.isEmpty ? "" : nil
      }
      bytes.append(code)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
