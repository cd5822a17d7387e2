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
  /// What follows from it.
  package private(set) var meet = Meet()
  /// What can be taken back and done again.
  package private(set) var history = History()
  /// The group whose gun may be given now; nil where none is armed.
  package internal(set) var armed: HeatPlace?
  /// The log's clock.
  package let anchor: LogAnchor
  /// The feeds that may say anything.
  package let trusted: Set<String>
  /// What feeds said that the log does not tell.
  package internal(set) var feeds: [String: FeedRecord] = [:]

  var waiting = WaitingList()
  var devices = DeviceClocks()
  /// The seqs here of events of other logs.
  var merged: [EventNotes.Origin: Int] = [:]
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
    var state = (Meet(), History(), WaitingList(), DeviceClocks())
    for index in log.events.indices { Self.take(index, of: log, into: &state) }
    self.init(log, state, now: now, wall: wall, trusted: trusted)
  }

  /// A desk over a journal as it was read. A long day is taken in while its lines are decoded.
  ///
  /// - Parameter file: what to call the journal in messages.
  /// - Throws: where it is no log at all: a newer format.
  package init(
    reading bytes: Data, file: String, now: BootStamp, wall: Instant, trusted: Set<String> = []
  ) throws(LogFileError) {
    var log = EventLog(file: file, bytes: Data())
    var state = (Meet(), History(), WaitingList(), DeviceClocks())
    try log.extend(with: bytes) { log, new in
      for index in new { Self.take(index, of: log, into: &state) }
    }
    self.init(log, state, now: now, wall: wall, trusted: trusted)
  }

  private init(
    _ log: EventLog, _ state: (Meet, History, WaitingList, DeviceClocks), now: BootStamp, wall: Instant,
    trusted: Set<String>
  ) {
    self.log = log
    self.trusted = trusted
    (meet, history, waiting, devices) = state
    anchor = LogAnchor(resuming: state.0, log: log, now: now, wall: wall)
    for event in log.events { noteOrigin(of: event) }
  }

  /// The lines to be saved since the last time, whole and with their ends.
  package mutating func takeUnsaved() -> Data {
    defer { unsaved = Data() }
    return unsaved
  }

  /// Puts events of the operator at the end of the log, as one action where they are several.
  ///
  /// - Parameter name: what such an action does, in a word.
  /// - Returns: their seqs.
  @discardableResult
  mutating func record(
    _ drafts: [EventDraft], as name: String = "desk", at: Instant, reason: String? = nil
  ) throws(DeskError) -> [Int] {
    let action =
      drafts.count > 1
      ? EventNotes.Action(
        id: History.id(ofAction: name, log: meet.info?.log, seq: log.nextSeq), parts: drafts.count) : nil
    var seqs: [Int] = []
    for draft in drafts {
      var draft = draft
      draft.by = History.operatorName
      draft.reason = draft.reason ?? reason
      draft.action = action
      seqs.append(try add(draft, at: at))
    }
    return seqs
  }

  /// Puts an event at the end of the log.
  ///
  /// - Returns: its seq.
  @discardableResult
  mutating func add(_ draft: EventDraft, at: Instant) throws(DeskError) -> Int {
    let seq = log.nextSeq
    try add(line: draft.line(seq: seq, at: at))
    return seq
  }

  /// Puts a line at the end of the log.
  mutating func add(line: Data) throws(DeskError) {
    if isTrial {
      do { _ = try decoder.decode(line) } catch { throw .notLogged(error) }
      return
    }
    do { try log.append(line: line, with: decoder) } catch { throw .notLogged(error) }
    unsaved.append(line)
    unsaved.append(UInt8(ascii: "\n"))
    var state = (meet, history, waiting, devices)
    // Two owners of one state would make each change of it a copy of all of it.
    (meet, history, waiting, devices) = (Meet(), History(), WaitingList(), DeviceClocks())
    let rejection = Self.take(log.events.count - 1, of: log, into: &state)
    (meet, history, waiting, devices) = state
    noteOrigin(of: log.events[log.events.count - 1])
    keepUp()
    if let rejection { throw .rejected(rejection) }
  }

  private mutating func noteOrigin(of event: RaceEvent) {
    if let origin = event.notes?.origin, case .log = origin { merged[origin] = event.seq }
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

  /// - Returns: why the event changes nothing; nil where it counts.
  @discardableResult
  private static func take(
    _ index: Int, of log: EventLog, into state: inout (Meet, History, WaitingList, DeviceClocks)
  ) -> Rejection? {
    let event = log.events[index]
    state.3.note(event)
    do {
      let notices = try state.0.applyNext(of: log)
      state.1.note(event)
      state.2.note(event, at: index, notices: notices)
      return nil
    } catch {
      // What changed nothing cannot be taken back.
      state.1.leaveOut(event)
      state.2.note(event, at: index, notices: [])
      return error
    }
  }
}
