import CursesScreen
import Feeds
import FoundationEssentials
package import Handover
package import Journal
package import LongTrack
import Operation
import RaceLog
import Scoreboard

/// Runs the operator's console. One thread owns desk and screen; another one writes the journal, and a third the sheets
/// of results when there are any.
package struct OperateLoop {
  private let journal: Journal
  private var feeds: [FeedReader]
  private let outlets: [any Outlet]
  private let inbox: Inbox?
  private let sheets: SheetWriter
  private let base: String
  /// When the screen was drawn last, on the machine's own clock.
  private var drawn: Int64 = 0

  /// A console over a journal.
  ///
  /// - Parameters:
  ///   - outlets: what shows the meet elsewhere, ended with the console.
  ///   - inbox: lines whose senders are answered.
  ///   - ladders: what ranks are worth on the sheets.
  ///   - base: where the sheets of results go: folder and beginning of their names.
  /// - Throws: where the system has no descriptor left.
  package init(
    _ journal: Journal, feeds: [FeedReader], outlets: [any Outlet] = [], inbox: Inbox? = nil,
    ladders: PointsLadders = PointsLadders(), base: String
  ) throws(SystemFault) {
    self.journal = journal
    self.feeds = feeds
    self.outlets = outlets
    self.inbox = inbox
    self.base = base
    sheets = try SheetWriter(ladders: ladders)
  }

  /// Runs until the operator leaves or a signal ends it, and saves what is left.
  ///
  /// - Returns: how it ended, and what of the journal is on disk.
  package mutating func run<Terminal: BoardTerminal & ~Copyable>(
    _ session: inout OperateSession, on terminal: inout Terminal
  ) -> (ending: BoardLoop.Ending, saved: JournalState) {
    let ending = work(&session, on: &terminal)
    save(&session, now: terminal.now)
    let saved = journal.close()
    session.note(saved, now: terminal.now)
    reply(session, now: terminal.now)
    inbox?.close()
    // The last lines may stand in a file that nobody was told of yet.
    outlets.forEach { $0.follow(saved.path) }
    answer(&session, now: terminal.now)
    while sheets.take().isBusy {
      _ = terminal.wait(until: terminal.now + 500, watching: [sheets.signal.descriptor])
    }
    outlets.forEach { $0.close() }
    return (ending, saved)
  }

  private mutating func work<Terminal: BoardTerminal & ~Copyable>(
    _ session: inout OperateSession, on terminal: inout Terminal
  ) -> BoardLoop.Ending {
    var isUrgent = true
    session.lamps = outlets.map { $0.lamp() }
    save(&session, now: terminal.now)
    answer(&session, now: terminal.now)
    while true {
      let now = terminal.now
      // A flood of a feed is drawn as often as an eye can follow; a key at once.
      if isUrgent || now - drawn >= Self.pace {
        terminal.present(session.frame(terminal.size, now: now), theme: session.theme)
        drawn = now
      }
      isUrgent = false
      let events = terminal.wait(until: deadline(&session, now: now), watching: descriptors)
      // A key is as old as it can be known here: nothing else is done before.
      let read = terminal.now
      for event in events {
        switch event {
        case .key(let key):
          isUrgent = true
          switch session.press(key, now: read) {
          case .draw: break
          case .redraw: terminal.redraw()
          case .quit: return .quit
          }
        case .signal(.resize):
          terminal.fit()
          isUrgent = true
        case .signal(.suspend):
          isUrgent = true
          guard session.mayStop(now: read) else { continue }
          terminal.suspend()
          terminal.fit()
        case .signal(.interrupt):
          isUrgent = true
          if session.quit(now: read) == .quit { return .signal(.interrupt) }
        case .signal(let signal): return .signal(signal)
        case .readable: break
        }
      }
      save(&session, now: read)
      listen(events, &session, now: read)
      save(&session, now: read)
      if outlets.contains(where: { events.contains(.readable($0.descriptor)) }) {
        session.lamps = outlets.map { $0.lamp() }
      }
      if journalHasNews(events) {
        let news = journal.news()
        session.note(news, now: read)
        outlets.forEach { $0.follow(news.path) }
      }
      reply(session, now: read)
      answer(&session, now: read)
    }
  }

  /// A twenty-fifth of a second.
  private static let pace: Int64 = 400

  private var descriptors: [CInt] {
    [journal.descriptor, sheets.signal.descriptor] + feeds.map(\.source.descriptor)
      + outlets.map(\.descriptor) + [inbox?.descriptor ?? -1]
  }

  private func journalHasNews(_ events: [TerminalEvent]) -> Bool {
    events.contains(.readable(journal.descriptor))
  }

  private func deadline(_ session: inout OperateSession, now: Int64) -> Int64? {
    if feeds.contains(where: \.hasMore) { return now }
    var places = [session.nextFrame(after: now)].compactMap(\.self)
    if let deadline = inbox?.deadline { places.append(deadline) }
    if feeds.contains(where: \.source.needsAsking) { places.append(now + LineSource.interval) }
    // What was not drawn because it came too soon after the last frame.
    if drawn < now { places.append(max(drawn + Self.pace, now)) }
    return places.min()
  }

  private mutating func listen(_ events: [TerminalEvent], _ session: inout OperateSession, now: Int64) {
    for index in feeds.indices {
      let source = feeds[index].source
      guard feeds[index].hasMore || source.needsAsking || events.contains(.readable(source.descriptor)) else {
        continue
      }
      feeds[index].read(into: &session, now: now)
    }
    guard let inbox, events.contains(.readable(inbox.descriptor)) else { return }
    for line in inbox.take(now: now) {
      let (answer, events) = session.answer(line, now: now)
      inbox.note(answer, to: line, events: events)
    }
  }

  /// Answers whoever sent what is on disk by now.
  private func reply(_ session: OperateSession, now: Int64) {
    inbox?.settle(saved: session.publicMeet.eventCount, trouble: session.saved.trouble?.sentence, now: now)
  }

  private func save(_ session: inout OperateSession, now: Int64) {
    let lines = session.takeUnsaved()
    if !lines.isEmpty { journal.append(lines) }
  }

  /// Does what takes more than the desk.
  private func answer(_ session: inout OperateSession, now: Int64) {
    for request in session.takeRequests() {
      switch request {
      case .move(let path): journal.move(to: path)
      case .sheets(let id):
        guard let race = session.publicMeet.race(id) else { continue }
        sheets.write(session.publicMeet, race: race, asOf: session.desk.anchor.instant(now), base: base)
      }
    }
    for outcome in sheets.take().outcomes {
      session.note(outcome.text, isProblem: outcome.isProblem, now: now)
    }
  }
}
