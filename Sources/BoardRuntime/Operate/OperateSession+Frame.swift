import BoardView
package import CellGrid
import Journal
import LongTrack
import Operation
import RaceLog
import Scoreboard

extension OperateSession {
  /// The frame of this moment.
  ///
  /// - Parameter now: the machine's own clock.
  package mutating func frame(_ size: GridSize, now: Int64) -> CellGrid {
    self.size = size
    greet(now: now)
    let moment = desk.anchor.instant(now)
    let isConsole = screen == .console || editor != nil
    let state = ConsoleState(&desk, now: moment)
    let footer = Footer(
      hints: keys.hints(state.phase, isUnlocked: isUnlocked, decides: !state.decisions.isEmpty),
      notice: isConsole ? nil : visibleReply(now: now)?.text)
    if let page = help.page {
      return BoardFrame.draw(.help(keys.help, page: page), footer: footer, size: size)
    }
    guard isConsole else {
      return BoardFrame.draw(content(moment, rows: size.rows), footer: footer, size: size)
    }
    let selection = selected.flatMap { id in state.decisions.firstIndex { $0.id == id } } ?? 0
    see(state.decisions.indices.contains(selection) ? state.decisions[selection].id : nil, now: now)
    let frame = ConsoleFrame(
      state: state, isUnlocked: isUnlocked, saving: saving, feeds: feedNames.map { feedText($0, at: moment) },
      lamps: lamps, selection: selection,
      prompt: prompt(now: now), publicBoard: publicBoard(size, moment), footer: footer)
    return ConsoleScreen(frame).draw(size: size)
  }

  private mutating func greet(now: Int64) {
    guard visibleReply(now: now) == nil else { return }
    isGreeting = false
    guard !unsaid.isEmpty else { return }
    say(unsaid.removeFirst(), now: now)
    isGreeting = true
  }

  private mutating func see(_ id: Decision.ID?, now: Int64) {
    guard id != seen?.id else { return }
    seen = id.map { Seen(id: $0, ripe: now + Self.look) }
  }

  /// When the next frame is due if nothing happens, on the machine's own clock; nil while nothing moves.
  package mutating func nextFrame(after now: Int64) -> Int64? {
    let moment = desk.anchor.instant(now)
    var places: [Int64] = []
    if let zero = desk.meet.runningZero(in: desk.log, race: nil) {
      places.append(now + 1000 - max(moment.ticks - zero, 0) % 1000)
    }
    if !feedNames.isEmpty { places.append(now + 10_000) }
    if let reply, reply.until < .max { places.append(reply.until) }
    return places.filter { $0 > now }.min()
  }

  private func content(_ moment: Instant, rows: Int) -> FrameContent {
    guard let choice = screen.own else { return publicContent(moment, rows: rows) }
    var options = BoardOptions()
    options.cup = cup
    return FrameContent(
      choice, of: desk.meet, log: desk.log, now: moment.ticks, options: options, rows: rows)
  }

  /// What public screens show: the operator's choice, of what is on disk.
  private func publicContent(_ moment: Instant, rows: Int) -> FrameContent {
    let choice = publicMeet.boardChoice(in: desk.log)
    var options = BoardOptions()
    options.cup = cup
    options.race = choice?.race
    return FrameContent(
      ScreenChoice(public: choice), of: publicMeet, log: desk.log, now: moment.ticks, options: options,
      rows: rows,
      competitor: choice?.competitor)
  }

  private func publicBoard(_ size: GridSize, _ moment: Instant) -> CellGrid? {
    guard let room = ConsoleFrame.publicSize(in: size) else { return nil }
    return BoardFrame.draw(
      publicContent(moment, rows: room.rows), footer: Footer(notice: "the public's board"), size: room)
  }

  private var saving: ConsoleFrame.Saving {
    let unsaved = desk.log.events.count - publicMeet.eventCount
    if let trouble = saved.trouble {
      return .trouble(unsaved: max(unsaved, saved.unsavedLines), trouble.reason)
    }
    return unsaved == 0 ? .saved(publicMeet.eventCount) : .saving(unsaved)
  }

  private func feedText(_ name: String, at moment: Instant) -> String {
    let short = name.split(separator: "/").last.map(String.init) ?? name
    guard let heard = desk.feeds[name]?.lastHeard else { return "\(short) –" }
    return "\(short) \(ClockText.elapsed(max(moment.ticks - heard.ticks, 0)))"
  }

  private func visibleReply(now: Int64) -> Reply? { reply.flatMap { $0.until > now ? $0 : nil } }

  private func prompt(now: Int64) -> ConsoleFrame.Prompt {
    if let editor {
      return .command(editor.text, cursor: editor.cursor, completions: editor.completions)
    }
    return visibleReply(now: now).map { .reply($0.text, isProblem: $0.isProblem) } ?? .nothing
  }
}

extension OperateScreen {
  /// What it shows of the desk itself; nil where it shows what the public sees.
  fileprivate var own: ScreenChoice? {
    switch self {
    case .console, .board: nil
    case .standings: .standings
    case .start: .start
    case .log: .log
    case .cup: .cup
    }
  }
}
