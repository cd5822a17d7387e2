package import CellGrid
import LongTrack
import Operation
import Scoreboard

/// Draws the operator's console. What gives way on a small screen: the public board, the next heat, older marks. The
/// lock, the disk, the clock, who is due in which lane, and the newest decision never do.
package struct ConsoleScreen {
  private let frame: ConsoleFrame
  private var state: ConsoleState { frame.state }

  /// The console at a moment.
  package init(_ frame: ConsoleFrame) { self.frame = frame }

  /// The whole picture at a size; under the smallest one, a sentence with the size needed.
  package func draw(size: GridSize) -> CellGrid {
    guard size.columns >= BoardFrame.smallest.columns, size.rows >= BoardFrame.smallest.rows else {
      return BoardFrame.tooSmall(size)
    }
    var grid = CellGrid(size: size)
    let head = ConsoleHead(frame: frame, rows: size.rows >= 24 ? 4 : 2)
    head.draw(into: &grid)
    // A long sentence takes the place of the keys, but for help, rather than be cut off.
    let prompt = PromptView(prompt: frame.prompt, undoes: state.undoes)
    let isLong = prompt.draw(into: &grid, row: size.rows - 2)
    let footer = isLong ? Footer(hints: frame.footer.hints.suffix(1)) : frame.footer
    FooterView(footer: footer).draw(into: &grid, row: size.rows - 1)
    let area = Rect(column: 0, row: head.rows, columns: size.columns, rows: size.rows - 2 - head.rows)
    let board = frame.publicBoard
    // The skaters keep at least a name, a next mark and two times.
    let lower = board.map { max($0.size.rows, 6) } ?? min(max(area.rows / 2 - 1, 2), 8)
    let (top, bottom) = area.splitRows(at: area.rows - lower)
    drawSkaters(into: &grid, area: top)
    drawDecisions(into: &grid, area: bottom, beside: board)
    return grid
  }

  private func drawSkaters(into grid: inout CellGrid, area: Rect) {
    guard !state.skaters.isEmpty else {
      let text =
        state.race.isEmpty ? "No race yet: start with --start-list or --from." : "Nobody is on the ice."
      grid.put(text, column: 2, row: area.row, role: .notice, cutTo: area.columns - 3)
      return
    }
    guard state.skaters.count <= 4 else {
      return ConsoleField(skaters: state.skaters).draw(into: &grid, area: area)
    }
    let isWide = area.columns >= 72
    let perRow = isWide ? min(state.skaters.count, area.columns / 36) : 1
    let lines = (state.skaters.count + perRow - 1) / perRow
    let rows = max(area.rows / lines, 1)
    let columns = (area.columns - 1) / perRow
    for (index, skater) in state.skaters.enumerated() {
      let place = Rect(
        column: 1 + index % perRow * columns, row: area.row + index / perRow * rows, columns: columns - 1,
        rows: rows)
      ConsoleSkaterView(skater: skater).draw(into: &grid, area: place)
    }
  }

  private func drawDecisions(into grid: inout CellGrid, area: Rect, beside board: CellGrid?) {
    var left = area
    if let board {
      let column = area.columns - board.size.columns
      let row = area.row + (area.rows - board.size.rows)
      grid.put(board, column: column, row: row)
      grid.fill(Rect(column: column - 1, row: row, columns: 1, rows: board.size.rows), with: "│", role: .rule)
      left = Rect(column: 0, row: area.row, columns: column - 1, rows: area.rows)
    }
    let starters = min(state.nextStarters.count, 4)
    let next = left.rows >= 7 + starters ? 1 + starters : left.rows >= 5 ? 1 : 0
    let (upper, lower) = left.splitRows(at: left.rows - next)
    DecisionList(frame: frame).draw(into: &grid, area: upper)
    if next > 0 { drawNext(into: &grid, area: lower) }
  }

  private func drawNext(into grid: inout CellGrid, area: Rect) {
    let title = state.nextHeat.map { "Next: \($0)" } ?? "This is the last heat."
    grid.put(title, column: 1, row: area.row, role: .heading, cutTo: area.columns - 2)
    for (index, starter) in state.nextStarters.prefix(area.rows - 1).enumerated() {
      let row = area.row + 1 + index
      grid.put(starter.armband?.glyph ?? "·", column: 2, row: row, role: Role(starter.armband))
      grid.put(
        "\(starter.name) \(starter.nation)", column: 4, row: row, role: .name, cutTo: area.columns - 5)
    }
  }
}
