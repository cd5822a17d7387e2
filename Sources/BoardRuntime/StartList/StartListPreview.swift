import BoardView
import FoundationEssentials
package import RaceLog
import Scoreboard

/// What a log would hold after a start list was entered: read back from its lines, as a meet would read them.
package enum StartListPreview {
  /// The races, pair by pair.
  ///
  /// - Throws: the first draft that is no event of a log.
  package static func text(_ drafts: [EventDraft]) throws(LogProblem) -> String {
    var log = EventLog(file: "start list", bytes: Data())
    let decoder = EventDecoder()
    for draft in [EventDraft.meet(log: "start-list", name: "Start list")] + drafts {
      try log.append(line: draft.line(seq: log.nextSeq, at: Instant(ticks: 0)), with: decoder)
    }
    var meet = Meet()
    meet.advance(to: log.events.count, of: log)
    return meet.races.map { StartListSheet.text(StartListState(meet, log: log, race: $0.id)) }
      .joined(separator: "\n")
  }
}
