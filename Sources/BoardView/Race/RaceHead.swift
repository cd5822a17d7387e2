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
    guard room.bigHeight > 0, state.clocks.count == 1, let clock = state.clocks.first else {
      drawClocks(into: &grid, centredIn: area, row: area.row + 1)
      return
    }
    let middle = area.columns / 2
    drawBig(Big(clock, centre: middle), most: area.columns - 2, into: &grid, row: area.row + 2)
    guard state.panels.count <= 2 else { return }
    let side = (area.columns - (BigDigits.width(of: clock.text, height: room.bigHeight) ?? 0)) / 2 - 2
    for (panel, centre) in zip(state.panels, [side / 2 + 1, area.columns - side / 2 - 1]) {
      guard let last = panel.lastMark, let delta = panel.marks[last].delta else { continue }
      let caption = "at \(panel.marks[last].name) vs \(panel.comparison ?? "")"
      let big = Big(text: delta, caption: caption, role: Role(panel.marks[last].situation), centre: centre)
      drawBig(big, most: side, into: &grid, row: area.row + 2)
    }
  }

  /// A large number with a caption under it, around a column.
  fileprivate struct Big {
    let text: String
    let caption: String?
    let role: Role
    let centre: Int
  }

  /// Draws a large number; one that is too wide for its place becomes smaller, and plain text at last.
  private func drawBig(_ big: Big, most: Int, into grid: inout CellGrid, row: Int) {
    let room = GridSize(columns: most, rows: self.room.bigHeight)
    if let height = BigDigits.height(of: big.text, fitting: room, fullBlocksOnly: true) {
      let width = BigDigits.width(of: big.text, height: height) ?? 0
      let top = row + (self.room.bigHeight - height) / 2
      grid.putBig(big.text, column: big.centre - width / 2, row: top, height: height, role: big.role)
    } else {
      put(big.text, centre: big.centre, row: row + self.room.bigHeight / 2, role: big.role, into: &grid)
    }
    if let caption = big.caption {
      put(
        TextWidth.fit(caption, width: min(TextWidth.of(caption), most)), centre: big.centre,
        row: row + self.room.bigHeight, role: .heading, into: &grid)
    }
  }

  private func put(_ text: String, centre: Int, row: Int, role: Role, into grid: inout CellGrid) {
    grid.put(text, column: max(centre - TextWidth.of(text) / 2, 1), row: row, role: role)
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

extension RaceHead.Big {
  fileprivate init(_ clock: ClockState, centre: Int) {
    self.init(text: clock.text, caption: clock.phase.word, role: clock.phase.role, centre: centre)
  }
}
