import CellGrid
import LongTrack
import Scoreboard

/// Who starts where, around the heat on the ice.
struct StartListScreen {
  let state: StartListState

  func draw(into grid: inout CellGrid, area: Rect) {
    let list = ListHead.draw(state.race, "Start list", into: &grid, area: area)
    drawRule(into: &grid, area: list)
    let rows = list.splitRows(at: 1).bottom
    let lines = state.heats.indices.flatMap { heat in
      state.heats[heat].starters.indices.map { (heat: heat, starter: $0) }
    }
    let current = lines.firstIndex { $0.heat == state.onIce } ?? 0
    // The heat on the ice stands in the upper third, so that what is to come is seen.
    let first = min(max(current - rows.rows / 3, 0), max(lines.count - rows.rows, 0))
    for (row, line) in lines.dropFirst(first).prefix(rows.rows).enumerated() {
      draw(line.heat, line.starter, into: &grid, row: rows.row + row, area: area)
    }
  }

  private func drawRule(into grid: inout CellGrid, area: Rect) {
    let rule = Rect(column: area.column + 1, row: area.row, columns: area.columns - 2, rows: 1)
    grid.fill(rule, with: "─", role: .rule)
    grid.put(caption: state.heatWord, column: 3, row: area.row)
    for (caption, end) in zip(["result", "PB", "SB"], ends(area)) where end > 30 {
      grid.put(caption: caption, column: end - TextWidth.of(caption), row: area.row)
    }
  }

  /// Where the columns on the right end: result, PB, SB.
  private func ends(_ area: Rect) -> [Int] {
    let right = area.right - 2
    let hasBests = state.heats.flatMap(\.starters).contains { !$0.best.isEmpty || !$0.seasonBest.isEmpty }
    return area.columns < 64 || !hasBests ? [right] : [right, right - 11, right - 22]
  }

  private func draw(_ heat: Int, _ index: Int, into grid: inout CellGrid, row: Int, area: Rect) {
    let starter = state.heats[heat].starters[index]
    let isOnIce = heat == state.onIce
    if index == 0 {
      grid.put(String(state.heats[heat].number), endingAt: 6, row: row, role: isOnIce ? .selected : .heading)
    }
    if isOnIce { grid.put("▸", column: 1, row: row, role: .notice) }
    grid.put(starter.armband?.glyph ?? "·", column: 8, row: row, role: Role(starter.armband))
    let ends = ends(area)
    let texts = [starter.result, starter.best, starter.seasonBest]
    for (text, end) in zip(texts, ends) { grid.put(text, endingAt: end, row: row, role: .time) }
    let bibs = area.columns < 80 ? 0 : bibWidth
    if bibs > 0 { grid.put(starter.bib, endingAt: 10 + bibs, row: row, role: .dim, cutTo: bibs) }
    let column = bibs > 0 ? 12 + bibs : 10
    let room = (ends.last ?? area.right) - column - 10
    let used = grid.put(
      starter.name, column: column, row: row, role: isOnIce ? .selected : .name, cutTo: room - 4)
    let nation = grid.put(starter.nation, column: column + 1 + used, row: row, role: .nation)
    let left = column + used + nation + 4
    if !starter.team.isEmpty, (ends.last ?? area.right) - 10 - left > 8 {
      grid.put(starter.team, column: left, row: row, role: .dim, cutTo: (ends.last ?? area.right) - 10 - left)
    }
  }

  /// Columns of the bibs; 0 where nobody has one.
  private var bibWidth: Int {
    min(state.heats.flatMap(\.starters).map { TextWidth.of($0.bib) }.max() ?? 0, 4)
  }
}
