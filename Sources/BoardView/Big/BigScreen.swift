import CellGrid
import LongTrack
import Scoreboard

/// The big board: three facts about each skater, as large as the terminal allows.
struct BigScreen {
  let state: BigBoardState

  func draw(into grid: inout CellGrid, area: Rect) {
    let (top, body) = area.splitRows(at: 1)
    let arranged = Self.arrange(state, in: body)
    // Where two rows of numbers would touch, the head goes between them.
    let isBetween = arranged.map { $0.gap == 0 && $0.plan.arrangement == .beside && $0.lines == 2 } ?? false
    let head =
      isBetween
      ? arranged.map { Rect(column: 0, row: area.row + $0.cell.rows, columns: area.columns, rows: 1) } : top
    drawHead(into: &grid, area: head ?? top)
    guard !state.skaters.isEmpty else {
      drawEmptiness(into: &grid, area: body)
      return
    }
    guard let arranged else {
      let text = "\(state.skaters.count) on the ice: the standings tell who is where"
      grid.put(text, column: 1, row: body.row + 1, role: .notice, cutTo: body.columns - 2)
      return
    }
    for (index, skater) in arranged.skaters.enumerated() {
      let row = index / arranged.columns
      let place = Rect(
        column: 1 + index % arranged.columns * (arranged.cell.columns + 3),
        row: body.row + row * (arranged.cell.rows + arranged.gap) - (isBetween && row == 0 ? 1 : 0),
        columns: arranged.cell.columns,
        rows: arranged.cell.rows)
      BigSkaterView(skater: skater, plan: arranged.plan).draw(into: &grid, area: place)
      if arranged.gap > 0, row > 0, index % arranged.columns == 0 {
        grid.fill(
          Rect(column: 1, row: place.row - 1, columns: area.columns - 2, rows: 1), with: "─", role: .rule)
      }
    }
    for column in 1..<max(arranged.columns, 1) {
      let line = Rect(
        column: column * (arranged.cell.columns + 3) - 1, row: body.row, columns: 1, rows: body.rows)
      grid.fill(line, with: "│", role: .rule)
    }
  }

  /// The race and the heat, or a message for as long as it is news; the clocks on the right.
  private func drawHead(into grid: inout CellGrid, area: Rect) {
    let head = RaceHead(state: state.board, room: RaceRoom(area, state: state.board))
    guard let ticker = state.board.ticker else {
      head.drawShort(into: &grid, area: area)
      return
    }
    let used = head.drawClocks(into: &grid, endingAt: area.right - 1, row: area.row)
    let text = TextWidth.words(ticker.text, width: area.columns - used - 4)
    grid.put(text, column: 1, row: area.row, role: ticker.isAlert ? .alert : .notice)
  }

  private func drawEmptiness(into grid: inout CellGrid, area: Rect) {
    let lines: [(text: String, role: Role)] = [
      (state.board.meet, .title), (state.board.race, .heading), (state.emptiness ?? "", .notice),
    ].filter { !$0.text.isEmpty }
    for (index, line) in lines.enumerated() {
      let text = TextWidth.fit(line.text, width: min(TextWidth.of(line.text), area.columns - 2))
      grid.put(
        text, column: area.column + (area.columns - TextWidth.of(text)) / 2,
        row: area.row + max(area.rows / 2 - lines.count, 0) + 2 * index, role: line.role)
    }
  }

  /// Who is shown, in cells of which size.
  private struct Arranged {
    let skaters: [BigSkater]
    let columns: Int
    let cell: GridSize
    /// Rows between cells, for a rule.
    let gap: Int
    let plan: BigPlan

    var lines: Int { skaters.count / columns }
  }

  /// The arrangement with the largest numbers; of equal ones the one with rules between, then the one with
  /// fewest columns. Nil where there are too many to be read.
  private static func arrange(_ state: BigBoardState, in area: Rect) -> Arranged? {
    if let all = best(state.skaters, in: area), all.plan.digits > 0 || state.skaters.count <= 2 { return all }
    return best(state.newest, in: area) ?? best(state.skaters, in: area)
  }

  private static func best(_ skaters: [BigSkater], in area: Rect) -> Arranged? {
    guard (1...4).contains(skaters.count) else { return nil }
    var best: Arranged?
    for columns in 1...skaters.count where skaters.count % columns == 0 {
      let lines = skaters.count / columns
      for gap in lines > 1 ? [1, 0] : [0] {
        let cell = GridSize(
          columns: (area.columns - 2 - 3 * (columns - 1)) / columns,
          rows: (area.rows - gap * (lines - 1)) / lines)
        let plan = BigPlan(skaters, cell: cell)
        if best.map({ plan.isLarger(than: $0.plan) }) ?? true {
          best = Arranged(skaters: skaters, columns: columns, cell: cell, gap: gap, plan: plan)
        }
      }
    }
    return best
  }
}
