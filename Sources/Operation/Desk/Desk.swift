package import FoundationEssentials
package import RaceLog
package import Scoreboard

/// The operator's desk: the log as it grows, what follows from it, and what waits for a word.
///
/// It knows no clock, no disk and no screen. Whoever runs it says what time it is, and takes the lines that are to be
/// saved. Everything that can be seen at the desk follows from the log, so a restart shows the same desk.
package struct Desk: Sendable {
  /// Everything that happened, saved or not.
  package private(set) var log: EventLog
  /// The state of the meet.
  package var meet: Meet { fold.meet }
  /// What can be taken back and done again.
  package var history: History { fold.history }
  /// The group whose gun may be given now; nil where none is armed.
  package internal(set) var armed: HeatPlace?
  /// The log's clock.
  package let anchor: LogAnchor
  /// The feeds that may say anything.
  package let trusted: Set<String>
  /// What feeds said that the log does not tell.
  package internal(set) var feeds: [String: FeedRecord] = [:]

  /// What follows from the log.
  var fold: DeskFold
  /// Decisions that the operator does not want to see any more.
  var hidden: Set<Decision.ID> = []
  let decoder = EventDecoder()
  /// Whether what is put in the log is checked and forgotten: what a key would do is no reason to copy a whole day.
  var isTrial = false
  private var unsaved = Data()

  /// A desk over a journal.
  ///
  /// - Parameters:
  ///   - now: the machine's own clock.
  ///   - wall: the wall clock at the same moment.
  package init(_ log: EventLog, now: BootStamp, wall: Instant, trusted: Set<String> = []) {
    var fold = DeskFold()
    for index in log.events.indices { fold.take(index, of: log) }
    self.init(log, fold, now: now, wall: wall, trusted: trusted)
  }

  /// A desk over a journal as it was read. A long day is taken in while its lines are decoded.
  ///
  /// - Parameter file: what to call the journal in messages.
  /// - Throws: where it is no log at all: a newer format.
  package init(
    reading bytes: Data, file: String, now: BootStamp, wall: Instant, trusted: Set<String> = []
  ) throws(LogFileError) {
    var log = EventLog(file: file, bytes: Data())
    var fold = DeskFold()
    try log.extend(with: bytes) { log, new in
      for index in new { fold.take(index, of: log) }
    }
    self.init(log, fold, now: now, wall: wall, trusted: trusted)
  }

  private init(
    _ log: EventLog, _ fold: DeskFold, now: BootStamp, wall: Instant, trusted: Set<String>
  ) {
    self.log = log
    self.fold = fold
    self.trusted = trusted
    anchor = LogAnchor(resuming: fold.meet, log: log, now: now, wall: wall)
  }

  /// The lines to be saved since the last time, whole and with their ends.
  package mutating func takeUnsaved() -> Data {
    defer { unsaved = Data() }
    return unsaved
  }

  /// Puts events of the operator at the end of the log, as one action where they are several.
  ///
  /// - Parameter name: what such an action does, in a word.
  /// - Throws: why an event is not in the log, or is without effect there.
  mutating func record(
    _ drafts: [EventDraft], as name: String = "desk", at: Instant, reason: String? = nil
  ) throws(DeskError) {
    let action =
      drafts.count > 1
      ? EventNotes.Action(
        id: History.id(ofAction: name, log: meet.info?.log, seq: log.nextSeq), parts: drafts.count) : nil
    for draft in drafts {
      var draft = draft
      draft.by = History.operatorName
      draft.reason = draft.reason ?? reason
      draft.action = action
      try add(draft, at: at)
    }
  }

  /// Puts an event at the end of the log.
  ///
  /// - Throws: why it is not in the log, or is without effect there.
  mutating func add(_ draft: EventDraft, at: Instant) throws(DeskError) {
    try add(line: draft.line(seq: log.nextSeq, at: at))
  }

  /// Puts a line at the end of the log.
  ///
  /// - Throws: why it is not in the log, or is without effect there.
  mutating func add(line: Data) throws(DeskError) {
    if isTrial {
      do { _ = try decoder.decode(line) } catch { throw .notLogged(error) }
      return
    }
    do { try log.append(line: line, with: decoder) } catch { throw .notLogged(error) }
    unsaved.append(line)
    unsaved.append(UInt8(ascii: "\n"))
    let rejection = fold.take(log.events.count - 1, of: log)
    keepUp()
    if let rejection { throw .rejected(rejection) }
  }

  /// What is not in the log follows what is: nobody is armed who has started or has left the ice, and a run is not done
  /// with marks that were missing in the one before.
  private mutating func keepUp() {
    if let heat = armed, meet.race(heat.race)?.runs[heat] != nil || !groups.contains(heat) { armed = nil }
    if !hidden.isEmpty, case .start(let start) = log.events[log.events.count - 1].content,
      let race = meet.race(start.heat.race)
    {
      hidden = hidden.filter { id in
        if case .mark(let key, _) = id { race.entry(of: key)?.heat != start.heat } else { true }
      }
    }
  }
}
