package import RaceLog
package import Scoreboard

/// A log ready to be shown at any moment of it.
package struct Recording: Sendable {
  /// The log with states kept along the way.
  package let checkpoints: Checkpoints
  /// The race to stay with; nil follows the ice.
  package let race: String?

  /// The state that was asked for last, from which later ones are reached without going back.
  private var last = Meet()

  /// Offsets of the guns, 1/10 000 s since the log's start.
  package private(set) var heats: [Int64] = []

  /// A log, with the race to stay with.
  package init(_ log: EventLog, race: String? = nil) {
    checkpoints = Checkpoints(log)
    self.race = race
    heats = offsets { content in
      if case EventContent.start = content { true } else { false }
    }
  }

  /// The log.
  package var log: EventLog { checkpoints.log }

  /// The state after so many events.
  package mutating func meet(after count: Int) -> Meet {
    if last.eventCount > count || count - last.eventCount > 4096 { last = checkpoints.meet(after: count) }
    last.advance(to: count, of: log)
    return last
  }

  /// The moment so many 1/10 000 s after the log's start, 1/10 000 s since 1970.
  package func moment(_ offset: Int64) -> Int64 { (log.start?.ticks ?? 0) + offset }

  /// Where a replay of this starts: the log's start, or the first call of the race to stay with.
  package var firstMoment: Int64 {
    guard race != nil else { return 0 }
    let calls = offsets { content in
      switch content {
      case .call, .start: true
      default: false
      }
    }
    return calls.first ?? 0
  }

  /// Offsets of the events that satisfy a test, without doubles, in order.
  package func offsets(where test: (EventContent) -> Bool) -> [Int64] {
    var offsets: [Int64] = []
    for index in log.events.indices where test(log.events[index].content) && isOurs(index) {
      let offset = log.offset(of: index)
      if offsets.last != offset { offsets.append(offset) }
    }
    return offsets
  }

  /// Offsets of the splits.
  package var splitOffsets: [Int64] {
    offsets { content in
      if case EventContent.split = content { true } else { false }
    }
  }

  private func isOurs(_ index: Int) -> Bool {
    race == nil || log.events[index].content.raceID == race
  }
}
