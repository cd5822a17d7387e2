package import FoundationEssentials

/// A line that somebody else wrote and that is to stand in a log of ours: it gets a `seq` and an `at` of this log,
/// and keeps everything else as it was written (log format 2).
package struct ForeignLine {
  private let text: ObjectText
  /// The event, as far as it can be read before it has its place.
  package let event: RaceEvent
  /// The seq that it had; nil where it had none.
  package let seq: Int?

  /// What such a line says in our log besides what it said itself.
  package enum Addition: Hashable, Sendable {
    /// Who did it.
    case by(String)
    /// The moment of a gun.
    case clock(Instant)
    /// When an impulse came.
    case received(Instant)
    /// The seqs here of the events that it takes the place of.
    case replaces([Int])
  }

  /// Reads a line, with or without `seq` and `at`.
  ///
  /// - Throws: why it is no event.
  package init(_ line: Data, with decoder: EventDecoder) throws(LogProblem) {
    guard line.count <= LineScanner.limit else { throw .tooLong(bytes: line.count) }
    // Mended text would be something that nobody sent.
    if let byte = EventDecoder.firstBadByte(line) { throw .notUTF8(byte: byte + 1) }
    // The decoder has the last word on what is wrong with it; without an object there is nothing to cut.
    guard let text = ObjectText(line) else {
      _ = try decoder.decode(line)
      throw .notAnObject
    }
    self.text = text
    let names = Set(text.members.map(\.name))
    let isPlaced = names.contains(Field.seq.rawValue)
    let seqs: [(String, String)] = isPlaced ? [] : [(Field.seq.rawValue, "1")]
    let stamps = names.contains(Field.at.rawValue) ? [] : [(Field.at.rawValue, "\"1970-01-01T00:00:00Z\"")]
    event = try decoder.decode(Self.line(seqs + stamps + text.members)).event
    seq = isPlaced ? event.seq : nil
  }

  /// The line as it stands in our log, without its end.
  ///
  /// - Parameters:
  ///   - origin: where it came from; nil keeps what it says itself.
  ///   - adding: what it says besides; where it says something of the kind itself, instead of that.
  ///   - renumbered: what the seqs of its own log are in ours. An event that refers to another one is of no use
  ///     without; nil is returned then.
  package func line(
    seq: Int, at: Instant, origin: EventNotes.Origin?, adding: [Addition] = [],
    renumbered: (Int) -> Int?
  ) -> Data? {
    var members = [(Field.seq.rawValue, String(seq)), (Field.at.rawValue, JSONObject.quoted(at.text))]
    if let origin { members.append((Field.origin.rawValue, origin.object.json)) }
    let added = adding.map(\.member)
    members += added
    let given = Set(added.map(\.0))
    for (name, value) in text.members where !given.contains(name) {
      switch Field(rawValue: name) {
      case .seq, .at: continue
      case .origin where origin != nil: continue
      case .target, .accepts, .impulse:
        // The gun and the splits of a device may name its impulses; all others name events of their log.
        guard let old = Int(value) else {
          members.append((name, value))
          continue
        }
        guard let new = renumbered(old) else { return nil }
        members.append((name, String(new)))
      case .replaces where !event.replaces.isEmpty:
        let new = event.replaces.compactMap(renumbered)
        guard new.count == event.replaces.count else { return nil }
        members.append((name, "[" + new.map(String.init).joined(separator: ",") + "]"))
      default: members.append((name, value))
      }
    }
    return Self.line(members)
  }

  private static func line(_ members: [(String, String)]) -> Data {
    Data(("{" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}").utf8)
  }
}

extension ForeignLine.Addition {
  fileprivate var member: (String, String) {
    switch self {
    case .by(let name): (Field.by.rawValue, JSONObject.quoted(name))
    case .clock(let moment): (Field.clock.rawValue, JSONObject.quoted(moment.text))
    case .received(let moment): (Field.received.rawValue, JSONObject.quoted(moment.text))
    case .replaces(let seqs):
      (Field.replaces.rawValue, "[" + seqs.map(String.init).joined(separator: ",") + "]")
    }
  }
}
