import BoardView
package import CellGrid
package import CursesScreen
import RaceLog
package import Scoreboard

/// A replay on somebody's screen: what is chosen, where the playhead is, and what the next frame shows.
package struct ReplaySession: BoardSession, Sendable {
  /// The recording.
  package private(set) var recording: Recording
  /// Playhead and speed.
  package private(set) var transport: Transport
  /// What is shown and compared.
  package var options: BoardOptions { viewing.options }
  /// The screen.
  package var screen: ScreenChoice { viewing.screen }
  /// How it looks.
  package var theme: Theme { viewing.theme }

  private var viewing: Viewing
  private var before: [Int64] = []
  private let heats: [Int64]
  private let splits: [Int64]
  private let events: [Int64]

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
    viewing = Viewing(keys: .replay, options: options, themes: themes)
    heats = recording.heats
    splits = recording.splitOffsets
    events = recording.offsets { _ in true }
    transport = Transport(duration: recording.log.duration, at: offset, now: now)
    transport.setRung(rung, now: now)
    viewing.sayErrors(recording.checkpoints.errorCount, now: now)
  }

  /// The playhead, 1/10 000 s since the log's start.
  package func position(at now: Int64) -> Int64 { transport.position(at: now) }

  /// Does what a key asks for; a key without a meaning says so.
  package mutating func press(_ key: Key, now: Int64) -> SessionOutcome {
    guard let command = viewing.command(for: key, now: now) else { return .draw }
    return perform(command, now: now)
  }

  /// Does what is asked for.
  package mutating func perform(_ command: BoardCommand, now: Int64) -> SessionOutcome {
    if let outcome = viewing.perform(command, now: now) { return outcome }
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
    default: break
    }
    return .draw
  }

  /// The frame of this moment.
  package mutating func frame(_ size: GridSize, now: Int64) -> CellGrid {
    let position = position(at: now)
    let playback = recording.playback(
      position, speed: transport.speedText, isPaused: transport.isPaused, heats: heats)
    let count = recording.log.eventCount(at: position)
    let content =
      viewing.showsHelp
      ? nil : recording.content(screen, after: count, at: position, options: options, rows: size.rows)
    return viewing.frame(size, now: now, playback: playback, content: content)
  }

  /// When the next frame is due if no key is pressed, on the machine's clock; nil while nothing moves.
  package mutating func nextFrame(after now: Int64) -> Int64? {
    [viewing.noticeEnd, nextChange(after: now)].compactMap(\.self).filter { $0 > now }.min()
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
    guard let position = before.popLast() else { return viewing.say("no jump to take back", now: now) }
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
      return viewing.say("no \(forward ? "later" : "earlier") \(landmark)", now: now)
    }
    seek(to: place, now: now)
    if landmark == .event { transport.pause(now: now) }
  }

  private mutating func compare(forward: Bool, now: Int64) {
    let meet = recording.meet(after: recording.log.eventCount(at: position(at: now)))
    let known = meet.comparisons(in: recording.log, race: options.race ?? recording.race)
    viewing.compare(forward: forward, among: known, now: now)
  }
}
