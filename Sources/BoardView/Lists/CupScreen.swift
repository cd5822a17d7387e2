import CellGrid
import Scoreboard

/// The ranking of a cup, with who moves up or down while a race is not over.
struct CupScreen {
  let state: CupState

  func draw(into grid: inout CellGrid, area: Rect) {
    let list = ListHead.draw(state.cup, state.basis, into: &grid, area: area)
    if let emptiness = state.emptiness {
      grid.put(emptiness, column: 2, row: list.row + 1, role: .notice, cutTo: area.columns - 4)
      return
    }
    let right = area.right - 1
    let moves = state.isRunning ? 5 : 0
    let total = right - (area.columns < 60 ? 6 : 8)
    let name = 5 + moves + 1
    let longest = max(state.lines.map { TextWidth.of($0.name) }.max() ?? 0, 8)
    let races = state.lines.first?.points.count ?? 0
    // The last races, five columns each, as many as leave room for the names.
    let most = max((total - 5 - name - min(longest, 22) - 5) / 5, 0)
    let shown = min(races, most)
    let points = total - 5 - shown * 5
    let nameRoom = min(longest, points - name - 5)
    drawRule(
      into: &grid, area: list, name: name, total: total, right: right, races: races - shown..<races,
      points: points)
    for (index, line) in visible(list.rows - 1).enumerated() {
      let row = list.row + 1 + index
      grid.put(line.isOnIce ? "▸" : " ", column: area.column, row: row, role: .notice)
      grid.put(line.rank, endingAt: 5, row: row, role: line.rank == "1" ? .leader : .rank)
      grid.put(line.move, endingAt: 5 + moves, row: row, role: role(line.move))
      let used = grid.put(
        line.name, column: name, row: row, role: line.isOnIce ? .selected : .name, cutTo: nameRoom)
      grid.put(line.nation, column: name + max(used, nameRoom) + 1, row: row, role: .nation, limit: 3)
      for (place, text) in line.points.suffix(shown).enumerated() {
        grid.put(text, endingAt: points + (place + 1) * 5, row: row, role: .lap)
      }
      grid.put(line.total, endingAt: total, row: row, role: .time)
      grid.put(line.behind, endingAt: right, row: row, role: .dim)
    }
  }

  private func drawRule(
    into grid: inout CellGrid, area: Rect, name: Int, total: Int, right: Int, races: Range<Int>, points: Int
  ) {
    let rule = Rect(column: area.column + 1, row: area.row, columns: area.columns - 2, rows: 1)
    grid.fill(rule, with: "─", role: .rule)
    grid.put(caption: "Cup", column: name, row: area.row)
    for (place, race) in races.enumerated() {
      let caption = String(race + 1) + "."
      grid.put(caption: caption, column: points + (place + 1) * 5 - TextWidth.of(caption), row: area.row)
    }
    grid.put(caption: "pts", column: total - 3, row: area.row)
  }

  private func role(_ move: String) -> Role {
    switch move.first {
    case "▲": .aheadGaining
    case "▼": .behindLosing
    default: .dim
    }
  }

  /// The best, and whoever is on the ice even where that is far down.
  private func visible(_ rows: Int) -> [CupState.Line] {
    guard state.lines.count > rows else { return state.lines }
    let below = state.lines.dropFirst(max(rows, 0)).filter(\.isOnIce)
    return Array((state.lines.prefix(max(rows - below.count, 1)) + below).prefix(max(rows, 0)))
  }
}
