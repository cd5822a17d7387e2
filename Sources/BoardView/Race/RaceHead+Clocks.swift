import CellGrid
import LongTrack
import Scoreboard

extension RaceHead {
  /// Draws small clocks in the middle, and never over the heat.
  func drawClocks(into grid: inout CellGrid, centredIn area: Rect, row: Int) {
    let width = state.clocks.reduce(0) { $0 + self.width($1) + 3 } - 3
    var column = area.column + max((area.columns - width) / 2, TextWidth.of(state.heat) + 3)
    for clock in state.clocks { column += draw(clock, into: &grid, column: column, row: row) + 3 }
  }

  /// Draws small clocks that end at a column.
  ///
  /// - Returns: the columns taken.
  func drawClocks(into grid: inout CellGrid, endingAt right: Int, row: Int) -> Int {
    var end = right
    for clock in state.clocks.reversed() {
      draw(clock, into: &grid, column: end - width(clock), row: row)
      end -= width(clock) + 2
    }
    return max(right - end - 2, 0)
  }

  /// Draws a clock, with the armbands of those it is for where there is another one.
  ///
  /// - Returns: the columns taken.
  @discardableResult
  private func draw(_ clock: ClockState, into grid: inout CellGrid, column: Int, row: Int) -> Int {
    var used = 0
    for armband in armbands(of: clock) {
      used += grid.put(armband.glyph, column: column + used, row: row, role: Role(armband))
    }
    used += used > 0 ? 1 : 0
    return used + grid.put(text(clock), column: column + used, row: row, role: clock.phase.role)
  }

  private func width(_ clock: ClockState) -> Int {
    let glyphs = armbands(of: clock).count
    return glyphs + (glyphs > 0 ? 1 : 0) + TextWidth.of(text(clock))
  }

  /// Whose clock it is; nobody's where it is the only one and that goes without saying.
  func armbands(of clock: ClockState) -> [Armband] {
    state.clocks.count < 2 ? [] : state.panels.compactMap(\.armband).filter { $0.group == clock.group }
  }

  private func text(_ clock: ClockState) -> String {
    let word = room.detail == .full ? clock.phase.word : nil
    return clock.text + (word.map { "  " + $0 } ?? "")
  }
}
