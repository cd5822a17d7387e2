import CellGrid
import LongTrack
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
  func drawShort(into grid: inout CellGrid, area: Rect) {
    let right = area.right - 1
    let clockWidth = drawClocks(into: &grid, endingAt: right, row: area.row)
    let room = right - clockWidth - 2
    let words = state.heat.split(separator: " ").filter { $0 != "of" }
    let number = words.dropFirst().joined(separator: "/")
    let long = (words.first.map { $0.lowercased() + " " } ?? "") + number
    // Without its word a heat looks like a rank.
    let heat = TextWidth.of(state.race) + TextWidth.of(long) + 3 <= room ? long : number
    let raceRoom = room - TextWidth.of(heat) - 3
    let used = grid.put(state.race, column: 1, row: area.row, role: .title, cutTo: raceRoom)
    grid.put(heat, column: 3 + used, row: area.row, role: .heading, limit: max(room - used - 2, 0))
  }

  private func drawFull(into grid: inout CellGrid, area: Rect) {
    let right = area.right - 1
    let raceWidth = grid.put(
      state.race, endingAt: right, row: area.row, role: .title, cutTo: area.columns - 4)
    grid.put(state.meet, column: 1, row: area.row, role: .dim, cutTo: area.columns - raceWidth - 4)
    grid.put(state.heat, column: 1, row: area.row + 1, role: .heading)
    if state.isOfficial { grid.put("OFFICIAL", endingAt: right, row: area.row + 1, role: .official) }
    guard room.bigHeight > 0 else {
      drawClocks(into: &grid, centredIn: area, row: area.row + 1)
      return
    }
    let width = area.columns / max(state.clocks.count, 1)
    for (index, clock) in state.clocks.enumerated() {
      let caption = (armbands(of: clock).map(\.glyph) + [clock.phase.word ?? ""]).joined(separator: " ")
      let big = Big(
        text: clock.text, caption: caption, role: clock.phase.role, centre: index * width + width / 2)
      drawBig(big, most: width - 2, into: &grid, row: area.row + 2)
    }
    guard state.panels.count <= 2, state.clocks.count == 1, let clock = state.clocks.first else { return }
    let side = (area.columns - (BigDigits.width(of: clock.text, height: room.bigHeight) ?? 0)) / 2 - 2
    for (panel, centre) in zip(state.panels, [side / 2 + 1, area.columns - side / 2 - 1]) {
      guard let last = panel.lastMark, let delta = panel.marks[last].delta else { continue }
      let caption = "at \(panel.marks[last].name) vs \(panel.comparison ?? "")"
      let big = Big(text: delta, caption: caption, role: Role(panel.marks[last].situation), centre: centre)
      drawBig(big, most: side, into: &grid, row: area.row + 2)
    }
  }

  /// A large number with a caption under it, around a column.
  private struct Big {
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
}
