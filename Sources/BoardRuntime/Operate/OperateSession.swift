import BoardView
package import CellGrid
package import FoundationEssentials
package import Journal
import LongTrack
package import Operation
import RaceLog
package import Scoreboard

/// The operator's console: desk, lock, command line, and what of it is on disk.
///
/// It knows no clock, no disk and no terminal. Whoever runs it says what time it is on the machine's own clock, hands
/// over what feeds send, saves the lines it gives, and says how far they are on disk.
package struct OperateSession: Sendable {
  /// The desk.
  package internal(set) var desk: Desk
  /// The meet as far as it is on disk: all that the public may see.
  package private(set) var publicMeet = Meet()
  /// Whether keys change anything.
  package internal(set) var isUnlocked = false
  /// How it looks.
  package var theme: Theme { themes.theme }

  /// What a cup is made of besides the journal, and what ranks are worth.
  package var cup = CupOptions()

  /// What runs beside the desk, as it said last.
  package var lamps: [Lamp] = []

  let keys = KeyMap<OperateCommand>.operate
  let feedNames: [String]
  var themes: ThemeWheel
  var screen = OperateScreen.console
  var editor: CommandEditor?
  var history: [String] = []
  /// The decision that the operator chose; nil for the one on top.
  var selected: Decision.ID?
  /// The decision that the last frame showed as chosen.
  var seen: Seen?
  var reply: Reply?
  /// What is still to be said, one after the other: no notice of the start may hide another.
  var unsaid: [String] = []
  /// Whether what is said now is one of those.
  var isGreeting = false
  var unlocking = SecondStroke()
  var quitting = SecondStroke()
  var stopping = SecondStroke()
  var undoing = SecondStroke()
  var help = HelpPages()
  var size = BoardFrame.smallest
  /// What is on disk, as far as the journal said.
  var saved: JournalState
  var requests: [Request] = []
  /// The races that have sheets: what changes them later makes them anew, or they would name another winner.
  var confirmed: Set<String> = []
  /// The events up to here have their sheets.
  var sheetsDone = 0

  /// What was done, or why not.
  struct Reply: Sendable {
    let text: String
    let isProblem: Bool
    /// When it goes away, on the machine's own clock; never for a problem, until something else is said.
    let until: Int64
  }

  /// A decision and from when on it has been seen long enough to be decided by a key, on the machine's own clock.
  struct Seen: Sendable {
    let id: Decision.ID
    let ripe: Int64
  }

  /// Something that takes more than the desk.
  package enum Request: Hashable, Sendable {
    /// Go on in another file.
    case move(String)
    /// Write the sheets of a race that was confirmed, on disk by now.
    case sheets(race: String)
  }

  /// A console over a desk.
  ///
  /// - Parameters:
  ///   - saved: what is on disk of it.
  ///   - feeds: the names of the feeds, in the order in which they are shown.
  package init(_ desk: Desk, saved: JournalState, feeds: [String] = [], themes: [Theme]) {
    self.desk = desk
    self.saved = saved
    self.themes = ThemeWheel(themes)
    feedNames = feeds
    // All of a journal that was just opened is on disk: what follows from it is known already.
    if desk.log.eventCount(inBytes: saved.durableBytes) == desk.meet.eventCount { publicMeet = desk.meet }
    publish()
    // Of what was confirmed before, only the last may still have no sheets: whoever was to write them died.
    if requests.count > 1 { requests.removeFirst(requests.count - 1) }
  }

  /// Takes a line of a feed.
  ///
  /// - Parameters:
  ///   - position: the line's number where the feed is a file; nil for a stream.
  ///   - now: the machine's own clock when it was found to have come, 1/10 000 s.
  package mutating func receive(_ line: Data, from feed: String, position: Int?, now: Int64) {
    do throws(DeskError) {
      try take(line, from: feed, position: position, isAnswered: false, now: now)
    } catch { say(error.sentence, isProblem: true, now: now) }
  }

  /// Takes a line whose sender is told what becomes of it.
  ///
  /// - Returns: that, and how many events of the log have to be on disk before it is true.
  mutating func answer(_ line: Inbox.Line, now: Int64) -> (answer: Inbox.Answer, events: Int) {
    do throws(DeskError) {
      let intake = try take(line.bytes, from: line.feed, position: nil, isAnswered: true, now: now)
      return (.intake(intake), intake.seq.flatMap { desk.log.index(ofSeq: $0) }.map { $0 + 1 } ?? 0)
    } catch { return (.refused(error.sentence), 0) }
  }

  @discardableResult
  private mutating func take(
    _ line: Data, from feed: String, position: Int?, isAnswered: Bool, now: Int64
  ) throws(DeskError) -> Intake {
    let armed = desk.armed
    defer {
      if let armed, desk.armed == nil { say("gun of pair \(armed.pair), from \(feed)", now: now) }
    }
    return try desk.receive(
      line, from: feed, position: position, isAnswered: isAnswered, at: desk.anchor.instant(now))
  }

  /// The lines to be saved since the last time.
  package mutating func takeUnsaved() -> Data { desk.takeUnsaved() }

  /// What takes more than the desk, since the last time.
  package mutating func takeRequests() -> [Request] {
    defer { requests = [] }
    return requests
  }

  /// Takes the news of the journal.
  package mutating func note(_ state: JournalState, now: Int64) {
    saved = state
    for notice in state.notices { note(notice.sentence, isProblem: state.trouble != nil, now: now) }
    publish()
  }

  /// Says something that happened elsewhere: a problem at once, anything else when there is time.
  package mutating func note(_ text: String, isProblem: Bool, now: Int64) {
    // Otherwise what a key was answered is read first.
    if isProblem { say(text, isProblem: true, now: now) } else { greet([text]) }
  }

  /// Says what is to be known, one after the other, in the time left by what keys do.
  package mutating func greet(_ notices: [String]) { unsaid += notices }

  private mutating func publish() {
    let count = desk.log.eventCount(inBytes: saved.durableBytes)
    publicMeet.advance(to: count, of: desk.log)
    guard sheetsDone < publicMeet.eventCount else { return }
    for index in sheetsDone..<publicMeet.eventCount {
      guard let race = desk.raceWithOtherResults(by: desk.log.events[index]),
        !(publicMeet.race(race)?.confirmations.isEmpty ?? true) || confirmed.contains(race)
      else { continue }
      confirmed.insert(race)
      let request = Request.sheets(race: race)
      requests.removeAll { $0 == request }
      requests.append(request)
    }
    sheetsDone = publicMeet.eventCount
  }

  /// Says something now, in place of what was said before: for 6 s, a problem until something else is said.
  mutating func say(_ text: String, isProblem: Bool = false, now: Int64) {
    isGreeting = false
    reply = Reply(text: text, isProblem: isProblem, until: isProblem ? .max : now + 60_000)
  }
}
