import BoardView
package import CellGrid
package import CursesScreen
import RaceLog
package import Scoreboard

/// A replay on somebody's screen: what is chosen, where the playhead is, and what the next frame shows.
///
/// It knows no clock and no terminal. Whoever runs it says what time it is.
package struct ReplaySession: Sendable {
  /// The recording.
  package private(set) var recording: Recording
  /// Playhead and speed.
  package private(set) var transport: Transport
  /// What is shown and compared.
  package private(set) var options: BoardOptions
  /// The screen.
  package private(set) var screen = ScreenChoice.race
  /// How it looks.
  package var theme: Theme { themes[themeIndex] }

  private let keys = KeyMap.replay
  private let themes: [Theme]
  private var themeIndex = 0
  private var showsHelp = false
  private var helpPage = 0
  /// Size of the last frame, which says how many pages help has.
  private var size = BoardFrame.smallest
  private var before: [Int64] = []
  private var notice: (text: String, until: Int64)?
  private let heats: [Int64]
  private let splits: [Int64]
  private let events: [Int64]

  /// What the runner has to do after a command.
  package enum Outcome: Hashable, Sendable {
    /// Draw the next frame.
    case draw
    /// Clear the terminal first.
    case redraw
    /// End.
    case quit
  }

  /// A replay that starts at a place.
  ///
  /// - Parameters:
  ///   - rung: the speed on the ladder of ``Transport``.
  ///   - now: the machine's clock, 1/10 000 s from anywhere.
  package init(
    _ recording: Recording, at offset: Int64 = 0, rung: Int = 0, options: BoardOptions = BoardOptions(),
    themes: [Theme], now: Int64
  ) {
    self.recording = recording
    self.options = options
    self.themes = themes.isEmpty ? [.monochrome] : themes
    heats = recording.heats
    splits = recording.splitOffsets
    events = recording.offsets { _ in true }
    transport = Transport(duration: recording.log.duration, at: offset, now: now)
    transport.setRung(rung, now: now)
    let errors = recording.checkpoints.errorCount
    if errors > 0 {
      notice = ("\(errors) \(errors == 1 ? "error" : "errors") in this log: rinkside check", now + 50_000)
    }
  }

  /// The playhead, 1/10 000 s since the log's start.
  package func position(at now: Int64) -> Int64 { transport.position(at: now) }

  /// Does what a key asks for; a key without a meaning says so.
  package mutating func press(_ key: Key, now: Int64) -> Outcome {
    guard let command = keys.command(for: key) else {
      say("no such key here; ? shows the keys", now: now)
      return .draw
    }
    return perform(command, now: now)
  }

  /// Does what is asked for.
  package mutating func perform(_ command: BoardCommand, now: Int64) -> Outcome {
    notice = nil
    switch command {
    case .togglePause: transport.togglePause(now: now)
    case .seek(let step): seek(to: position(at: now) + step, now: now)
    case .jump(let landmark, let forward): jump(landmark, forward: forward, now: now)
    case .end(let forward): seek(to: forward ? transport.duration : 0, now: now)
    case .tenth(let tenth): seek(to: transport.duration / 10 * Int64(tenth), now: now)
    case .undoSeek: undoSeek(now: now)
    case .faster: transport.setRung(transport.rung + 1, now: now)
    case .slower: transport.setRung(transport.rung - 1, now: now)
    case .normalSpeed: transport.setRung(0, now: now)
    case .comparison(let forward): compare(forward: forward, now: now)
    case .screen(let choice): show(choice)
    case .nextScreen(let forward): show(screen.next(forward: forward))
    case .toggleLive:
      options.showsLive.toggle()
      say("live deltas \(options.showsLive ? "on" : "off")", now: now)
    case .nextTheme:
      themeIndex = (themeIndex + 1) % themes.count
      say("colours: \(theme.name)", now: now)
    case .toggleHelp: turnHelp()
    case .back: show(.race)
    case .redraw: return .redraw
    case .quit: return .quit
    }
    return .draw
  }

  /// The frame of this moment.
  package mutating func frame(_ size: GridSize, now: Int64) -> CellGrid {
    self.size = size
    let position = position(at: now)
    let playback = recording.playback(
      position, speed: transport.speedText, isPaused: transport.isPaused, heats: heats)
    let said = notice.flatMap { $0.until > now ? $0.text : nil }
    let footer = Footer(playback: playback, hints: keys.hints, notice: said)
    guard !showsHelp else {
      return BoardFrame.draw(.help(keys.help, page: helpPage), footer: footer, size: size)
    }
    let count = recording.log.eventCount(at: position)
    let content = recording.content(screen, after: count, at: position, options: options, rows: size.rows)
    return BoardFrame.draw(content, footer: footer, size: size)
  }

  /// When the next frame is due if no key is pressed, on the machine's clock; nil while nothing moves.
  package mutating func nextFrame(after now: Int64) -> Int64? {
    [notice?.until, nextChange(after: now)].compactMap(\.self).filter { $0 > now }.min()
  }

  private mutating func nextChange(after now: Int64) -> Int64? {
    guard !transport.isPaused, !transport.isAtEnd(at: now) else { return nil }
    let position = position(at: now)
    let count = recording.log.eventCount(at: position)
    let meet = recording.meet(after: count)
    let log = recording.log
    // Whole seconds move the transport; tenths of the race time move a running clock.
    var places = [(position / 10_000 + 1) * 10_000, log.duration]
    if count < log.events.count { places.append(log.offset(of: count)) }
    if let zero = meet.runningZero(in: log, race: options.race ?? recording.race) {
      let clock = max(recording.moment(position) - zero, 0)
      places.append(position + 1000 - clock % 1000)
    }
    let next = places.compactMap { transport.time(reaching: $0) }.min()
    // At high speed ten frames a second are enough to read.
    return next.map { max($0, now + (transport.rung > 0 ? 1000 : 1)) }
  }
}

extension ReplaySession {
  private mutating func seek(to position: Int64, now: Int64) {
    before.append(self.position(at: now))
    if before.count > 100 { before.removeFirst() }
    transport.seek(to: position, now: now)
  }

  private mutating func undoSeek(now: Int64) {
    guard let position = before.popLast() else { return say("no jump to take back", now: now) }
    transport.seek(to: position, now: now)
  }

  private mutating func jump(_ landmark: BoardCommand.Landmark, forward: Bool, now: Int64) {
    let places =
      switch landmark {
      case .event: events
      case .split: splits
      case .heat: heats
      }
    let position = position(at: now)
    // While it plays, the landmark just passed is not the previous one: one second of watching leads back.
    let slack: Int64 = transport.isPaused ? 0 : 10_000 << max(transport.rung, 0)
    let place = forward ? places.first { $0 > position } : places.last { $0 < position - slack }
    guard let place else {
      return say("no \(forward ? "later" : "earlier") \(landmark)", now: now)
    }
    seek(to: place, now: now)
    if landmark == .event { transport.pause(now: now) }
  }

  private mutating func compare(forward: Bool, now: Int64) {
    let meet = recording.meet(after: recording.log.eventCount(at: position(at: now)))
    let known = meet.comparisons(in: recording.log, race: options.race ?? recording.race)
    let all = ComparisonChoice.allCases
    let start = all.firstIndex(of: options.comparison) ?? 0
    let order = (1...all.count).map { all[(start + (forward ? $0 : all.count - $0)) % all.count] }
    guard let next = order.first(where: known.contains), next != options.comparison else {
      return say("nothing else to compare with yet", now: now)
    }
    options.comparison = next
    say("compared with: \(next.label)", now: now)
  }

  private mutating func show(_ choice: ScreenChoice) {
    showsHelp = false
    screen = choice
  }

  /// Help, its next page on a small screen, and back to the board.
  private mutating func turnHelp() {
    guard showsHelp else {
      showsHelp = true
      helpPage = 0
      return
    }
    helpPage += 1
    showsHelp = helpPage < BoardFrame.helpPages(keys.help, size: size)
  }

  private mutating func say(_ text: String, now: Int64) {
    notice = (text, now + 20_000)
  }
}

extension ScreenChoice {
  fileprivate func next(forward: Bool) -> ScreenChoice {
    let all = Self.allCases
    let index = (all.firstIndex(of: self) ?? 0) + (forward ? 1 : all.count - 1)
    return all[index % all.count]
  }
}
