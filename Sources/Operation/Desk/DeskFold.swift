import RaceLog
import Scoreboard

/// Everything that follows from the log at a desk: folded event by event, the same after a restart.
struct DeskFold: Sendable {
  private(set) var meet = Meet()
  private(set) var history = History()
  var waiting = WaitingList()
  private(set) var devices = DeviceClocks()
  /// The seqs here of what came from elsewhere.
  private(set) var merged: [EventNotes.Origin: Int] = [:]

  /// Takes in the next event of the log, which is the one at an index.
  ///
  /// - Returns: why the event changes nothing; nil where it counts.
  @discardableResult
  mutating func take(_ index: Int, of log: EventLog) -> Rejection? {
    let event = log.events[index]
    if let origin = event.notes?.origin { merged[origin] = event.seq }
    devices.note(event)
    do {
      let notices = try meet.applyNext(of: log)
      history.note(event)
      let hasSuspects = notices.contains { notice in
        if case .suspect = notice { true } else { false }
      }
      let places = hasSuspects ? meet.places(withAction: index, in: log) : []
      waiting.note(event, at: index, suspects: places.filter { meet.fate(of: $0, in: log) == .suspect })
      return nil
    } catch {
      // What changed nothing cannot be taken back.
      history.leaveOut(event)
      waiting.note(event, at: index, suspects: [])
      return error
    }
  }
}
