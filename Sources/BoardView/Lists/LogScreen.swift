import CellGrid
import Scoreboard

/// The newest events, each with what became of it.
struct LogScreen {
  let state: LogState

  func draw(into grid: inout CellGrid, area: Rect) {
    let count = state.hidden + state.lines.count
    let list = ListHead.draw("\(count) events", "Log", into: &grid, area: area)
    for (row, line) in state.lines.suffix(list.rows).enumerated() {
      draw(line, into: &grid, row: list.row + row, area: area)
    }
  }

  private func draw(_ line: LogState.Line, into grid: inout CellGrid, row: Int, area: Rect) {
    let isLive = line.fate == .counts || line.fate == .accepted
    grid.put(line.seq, endingAt: 8, row: row, role: .dim)
    grid.put(line.time, endingAt: 18, row: row, role: .time)
    grid.put(line.type, column: 20, row: row, role: isLive ? .heading : .dim, cutTo: 10)
    let fate = line.fate.rawValue
    let width = grid.put(fate, endingAt: area.right - 1, row: row, role: isLive ? .official : .alert)
    grid.put(
      line.text, column: 31, row: row, role: isLive ? .plain : .dim, cutTo: area.right - 32 - width)
  }
}
