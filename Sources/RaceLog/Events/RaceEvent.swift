import LongTrack

/// One line of a log: something that happened, or a correction of what was said before.
package struct RaceEvent: Sendable {
  /// Position in the log, from 1, strictly increasing.
  package let seq: Int
  /// When the event was logged.
  package let at: Instant
  /// What is said of the event itself; nil for the plain ones, which are nearly all.
  package let notes: EventNotes?
  /// What happened.
  package let content: EventContent

  /// An event of a log.
  package init(seq: Int, at: Instant, notes: EventNotes? = nil, content: EventContent) {
    self.seq = seq
    self.at = at
    self.notes = notes
    self.content = content
  }

  /// The events that no longer count because of this one.
  package var replaces: [Int] { notes?.replaces ?? [] }
}

/// What is said of an event, whatever its type (log format 2). A class only so that the
/// many events without it stay small.
package final class EventNotes: Sendable {
  /// Where a merged event came from.
  package let origin: Origin?
  /// The group of lines that it belongs to.
  package let action: Action?
  /// The seqs of the events that no longer count.
  package let replaces: [Int]
  /// Who did it by hand.
  package let by: String?
  /// Why.
  package let reason: String?

  init(origin: Origin?, action: Action?, replaces: [Int], by: String?, reason: String?) {
    self.origin = origin
    self.action = action
    self.replaces = replaces
    self.by = by
    self.reason = reason
  }

  /// Lines that take effect together, when all are there, and are voided together.
  package struct Action: Hashable, Sendable {
    /// Names the action within its log.
    package let id: String
    /// How many lines it has.
    package let parts: Int

    /// So many lines that belong together.
    package init(id: String, parts: Int) {
      self.id = id
      self.parts = parts
    }
  }

  /// Where a merged event came from.
  package enum Origin: Hashable, Sendable {
    /// Another log and the seq there.
    case log(String, seq: Int)
    /// An id given by the sender.
    case sender(String)
  }
}

/// What happened, by the event types of log format 4. The frequent ones lie flat, the large rare ones
/// behind a reference: a season has a million splits and passings.
package enum EventContent: Sendable {
  /// The meet itself: first event of every log.
  indirect case meet(MeetInfo)
  /// A distance on the programme.
  indirect case race(RaceInfo)
  /// Who starts where.
  indirect case entry(Entry)
  /// Something to compare with.
  indirect case reference(Reference)
  /// This heat is next on the ice.
  case call(HeatPlace)
  /// The gun.
  indirect case start(Start)
  /// A false start, with the competitor where known: ends the run.
  indirect case falseStart(HeatPlace, competitor: String?)
  /// Ends the run: what was timed in it counts nowhere.
  case clear(HeatPlace)
  /// What a device said before anyone knew whose it was.
  indirect case impulse(Impulse)
  /// A passing of an official mark.
  case split(Split)
  /// A loop between the marks.
  case passing(Passing)
  /// A lane change-up worth recording.
  indirect case changeUp(ChangeUpReport)
  /// What officials decide.
  indirect case status(StatusDecision)
  /// A sprint of a mass start.
  indirect case sprint(Sprint)
  /// Times are confirmed.
  indirect case official(Confirmation)
  /// An earlier event no longer counts.
  case void(target: Int)
  /// A line for the ticker.
  indirect case message(Message)
  /// The operator's choice for public screens.
  indirect case board(BoardChoice)
  /// Something from a feed that waits for the operator's word.
  indirect case proposal(Proposal)
  /// The source lives.
  case heartbeat
  /// A type that this program does not know: kept, counted, without effect.
  indirect case unknown(type: String)
}

/// A group on the ice: the race, the heat number, and 2 for the second pair of a quartet.
package struct HeatPlace: Hashable, Sendable {
  /// The race's id.
  package let race: String
  /// The heat number.
  package let pair: Int
  /// 1, or 2 for the second pair of a quartet.
  package let group: Int

  /// A group on the ice.
  package init(race: String, pair: Int, group: Int = 1) {
    self.race = race
    self.pair = pair
    self.group = group
  }
}
