import CellGrid
import Scoreboard

/// What is raced, which heat, and the clock.
struct RaceHead {
  let state: BoardState
  let room: RaceRoom

  func draw(into grid: inout CellGrid, area: Rect) {
    if room.detail == .full {
      drawFull(into: &grid, area: area)
    } else {
      drawShort(into: &grid, area: area)
    }
  }

  /// One row: the race, the heat, the clock.
  private func drawShort(into grid: inout CellGrid, area: Rect) {
    let right = area.right - 1
    let clockWidth = drawClocks(into: &grid, endingAt: right, row: area.row)
    let heat = state.heat.split(separator: " ").filter { $0 != "of" }.dropFirst().joined(separator: "/")
    let room = right - clockWidth - 2
    let heatWidth = TextWidth.of(heat)
    let race = TextWidth.fit(state.race, width: min(TextWidth.of(state.race), max(room - heatWidth - 3, 0)))
    let used = grid.put(race, column: 1, row: area.row, role: .title)
    grid.put(heat, column: 3 + used, row: area.row, role: .heading, limit: max(room - used - 2, 0))
  }

  private func drawFull(into grid: inout CellGrid, area: Rect) {
    let right = area.right - 1
    let race = TextWidth.fit(state.race, width: min(TextWidth.of(state.race), area.columns - 4))
    let raceWidth = grid.put(race, endingAt: right, row: area.row, role: .title)
    let meet = TextWidth.fit(
      state.meet, width: min(TextWidth.of(state.meet), max(area.columns - raceWidth - 4, 0)))
    grid.put(meet, column: 1, row: area.row, role: .dim)
    grid.put(state.heat, column: 1, row: area.row + 1, role: .heading)
    if state.isOfficial { grid.put("OFFICIAL", endingAt: right, row: area.row + 1, role: .official) }
    guard room.hasBigClock, state.clocks.count == 1, let clock = state.clocks.first else {
      drawClocks(into: &grid, centredIn: area, row: area.row + 1)
      return
    }
    let width = BigDigits.width(of: clock.text, height: BigDigits.largeHeight) ?? 0
    let column = area.column + (area.columns - width) / 2
    grid.putBig(
      clock.text, column: column, row: area.row + 2, height: BigDigits.largeHeight, role: clock.phase.role)
    if let word = clock.phase.word {
      grid.put(word, column: column + width + 2, row: area.row + 6, role: clock.phase.role)
    }
  }

  private func drawClocks(into grid: inout CellGrid, centredIn area: Rect, row: Int) {
    let texts = state.clocks.map(text)
    let width = texts.reduce(0) { $0 + TextWidth.of($1) + 3 } - 3
    var column = area.column + max((area.columns - width) / 2, TextWidth.of(state.heat) + 3)
    for (clock, text) in zip(state.clocks, texts) {
      column += grid.put(text, column: column, row: row, role: clock.phase.role) + 3
    }
  }

  private func drawClocks(into grid: inout CellGrid, endingAt right: Int, row: Int) -> Int {
    var end = right
    for clock in state.clocks.reversed() {
      end -= grid.put(text(clock), endingAt: end, row: row, role: clock.phase.role) + 2
    }
    return max(right - end - 2, 0)
  }

  private func text(_ clock: ClockState) -> String {
    let word = room.detail == .full ? clock.phase.word : nil
    return clock.text + (word.map { "  " + $0 } ?? "")
  }
}
