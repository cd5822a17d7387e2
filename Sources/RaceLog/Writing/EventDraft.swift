package import FoundationEssentials

/// An event that has no place in a log yet: what happened, without `seq` and `at`. Whoever writes the log gives it
/// both (log format 2).
package struct EventDraft: Hashable, Sendable {
  /// The type as the log writes it.
  package let type: String
  /// The events that this one takes the place of.
  package var replaces: [Int] = []
  /// The lines that it belongs to, and how many they are.
  package var action: EventNotes.Action?
  /// Where it came from.
  package var origin: EventNotes.Origin?
  /// Who did it by hand.
  package var by: String?
  /// Why.
  package var reason: String?

  var body = JSONObject()

  init(_ type: String) { self.type = type }

  init(_ type: String, _ heat: HeatPlace) {
    self.init(type)
    body.add(.race, heat.race)
    body.add(.pair, heat.pair)
    body.add(.group, heat.group == 1 ? nil : heat.group)
  }

  /// The line as the log writes it, without its end.
  package func line(seq: Int, at: Instant) -> Data {
    var line = JSONObject()
    line.add(.seq, seq)
    line.add(.at, at.text)
    line.add(.type, type)
    var text = line.json.dropLast()
    if !body.isEmpty { text += "," + body.json.dropFirst().dropLast() }
    let notes = notes
    if !notes.isEmpty { text += "," + notes.json.dropFirst().dropLast() }
    return Data((text + "}").utf8)
  }

  private var notes: JSONObject {
    var notes = JSONObject()
    notes.add(.origin, origin?.object)
    if let action {
      var object = JSONObject()
      object.add(.id, action.id)
      object.add(.parts, action.parts)
      notes.add(.action, object)
    }
    notes.add(.replaces, replaces.isEmpty ? nil : replaces)
    notes.add(.by, by)
    notes.add(.reason, reason)
    return notes
  }
}

extension EventNotes.Origin {
  /// As the log writes it.
  var object: JSONObject {
    var object = JSONObject()
    switch self {
    case .log(let log, let seq):
      object.add(.log, log)
      object.add(.seq, seq)
    case .sender(let id): object.add(.id, id)
    }
    return object
  }
}
