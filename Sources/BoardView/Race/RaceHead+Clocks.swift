import CellGrid
import LongTrack
import Scoreboard

extension RaceHead {
  /// Draws small clocks between the heat and what stands on the right. Where two of them leave no room for
  /// their words, the words give way.
  func drawClocks(into grid: inout CellGrid, centredIn area: Rect, row: Int) {
    let left = TextWidth.of(state.heat) + 3
    let right = area.columns - (state.isOfficial ? 11 : 1)
    func total(_ words: Bool) -> Int { state.clocks.reduce(-3) { $0 + width($1, words: words) + 3 } }
    let words = left + total(true) <= right
    var column = area.column + max((area.columns - total(words)) / 2, left)
    for clock in state.clocks {
      column += draw(clock, words: words, into: &grid, column: column, row: row) + 3
    }
  }

  /// Draws small clocks that end at a column.
  ///
  /// - Returns: the columns taken.
  func drawClocks(into grid: inout CellGrid, endingAt right: Int, row: Int) -> Int {
    var end = right
    for clock in state.clocks.reversed() {
      let width = width(clock, words: false)
      draw(clock, words: false, into: &grid, column: end - width, row: row)
      end -= width + 2
    }
    return max(right - end - 2, 0)
  }

  /// Draws a clock, with the armbands of those it is for where there is another one.
  ///
  /// - Returns: the columns taken.
  @discardableResult
  private func draw(
    _ clock: ClockState, words: Bool, into grid: inout CellGrid, column: Int, row: Int
  ) -> Int {
    var used = 0
    for armband in armbands(of: clock) {
      used += grid.put(armband.glyph, column: column + used, row: row, role: Role(armband))
    }
    used += used > 0 ? 1 : 0
    return used + grid.put(text(clock, words: words), column: column + used, row: row, role: clock.phase.role)
  }

  private func width(_ clock: ClockState, words: Bool) -> Int {
    let glyphs = armbands(of: clock).count
    return glyphs + (glyphs > 0 ? 1 : 0) + TextWidth.of(text(clock, words: words))
  }

  /// Whose clock it is; nobody's where it is the only one and that goes without saying.
  func armbands(of clock: ClockState) -> [Armband] {
    state.clocks.count < 2 ? [] : state.panels.compactMap(\.armband).filter { $0.group == clock.group }
  }

  private func text(_ clock: ClockState, words: Bool) -> String {
    clock.text + (words ? clock.phase.word.map { "  " + $0 } ?? "" : "")
  }
}
