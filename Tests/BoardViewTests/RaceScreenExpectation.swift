import BoardRuntime
import BoardView
import CellGrid
import LongTrack
import RaceLog
import Scoreboard
import Testing

/// What every race screen has to show.
enum RaceScreenExpectation {
  /// Checks moments of a log, spread over it and at its events, at every size.
  static func check(_ log: EventLog, moments: Int, sizes: [GridSize]) throws {
    var recording = Recording(log)
    for number in 1...moments {
      let count = max(log.events.count * number / moments, 1)
      let offset = log.offset(of: count - 1)
      let content = recording.content(.race, after: count, at: offset, options: BoardOptions(), rows: 24)
      guard case .race(let state) = content else { throw Missing() }
      for size in sizes {
        let grid = BoardFrame.draw(.race(state), footer: Footer(hints: KeyMap.replay.hints), size: size)
        try #require(grid.size == size)
        expect(state, in: grid, event: count)
      }
    }
  }

  /// A race screen was asked for and something else came.
  struct Missing: Error {}

  private static func expect(_ state: BoardState, in grid: CellGrid, event: Int) {
    let text = grid.text()
    let place = "\(grid.size.columns)x\(grid.size.rows) after \(event) events\n\(text)"
    if let emptiness = state.emptiness {
      #expect(text.contains(TextWidth.fit(emptiness, width: 30).prefix(20)), "\(place)")
      return
    }
    let hasBigClock = text.contains("█") || text.contains("▀")
    for clock in state.clocks where !hasBigClock { #expect(text.contains(clock.text), "\(place)") }
    if let race = state.massStart { expect(race, in: text, place) }
    for panel in state.panels {
      #expect(text.contains(SafeText.clean(panel.name).prefix(6)), "\(panel.name) \(place)")
      guard let last = panel.lastMark, let delta = panel.marks[last].delta else { continue }
      #expect(text.contains(delta), "\(panel.name) \(delta) \(place)")
    }
  }

  /// Of a mass start: the laps to go, the gap of a breakaway, and the first ones with their points.
  private static func expect(_ race: MassStartState, in text: String, _ place: String) {
    #expect(text.contains(race.toGo), "\(race.toGo) \(place)")
    if let away = race.breakaway {
      #expect(text.contains(away.gap), "\(away.gap) \(place)")
      if let outlook = away.shortOutlook {
        #expect(text.contains(outlook) || text.contains(away.outlook ?? ""), "\(outlook) \(place)")
      }
    }
    for line in race.lines.prefix(2) {
      #expect(text.contains(SafeText.clean(line.name).prefix(6)), "\(line.name) \(place)")
      #expect(text.contains(line.total), "\(line.name) \(line.total) \(place)")
    }
  }
}
