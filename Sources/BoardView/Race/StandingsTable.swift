import CellGrid
import Scoreboard

/// The standings under a rule that names the columns.
struct StandingsTable {
  let state: BoardState

  func draw(into grid: inout CellGrid, area: Rect) {
    guard area.rows > 0 else { return }
    let columns = Columns(area: area, state: state)
    drawRule(into: &grid, area: area, columns: columns)
    let lines = visible(area.rows - 1)
    for (index, line) in lines.enumerated() {
      draw(line, into: &grid, row: area.row + 1 + index, columns: columns, area: area)
    }
    if lines.isEmpty, area.rows > 1 {
      grid.put("no time yet", column: area.column + 5, row: area.row + 1, role: .dim)
    }
  }

  /// Where each column ends.
  private struct Columns {
    let name: Int
    let nameWidth: Int
    let nation: Int
    let time: Int
    let behind: Int
    /// Indices of the splits shown, each with the column where it ends.
    let splits: [(index: Int, end: Int)]
    let note: Int

    init(area: Rect, state: BoardState) {
      let left = area.column + 1
      name = left + 5
      let longest = state.standings.map { TextWidth.of($0.name) }.max() ?? 0
      let fixed = 5 + 1 + 3 + 1 + 10 + 3 + 8 + 1
      let splitCount = max(state.marks.count - 1, 0)
      let room = area.columns - 2 - fixed
      nameWidth = min(max(longest, 14), max(room, 8))
      let gap = area.columns >= 100 ? 2 : 1
      nation = name + nameWidth + gap
      time = nation + 3 + gap + 10
      behind = time + 2 + gap + 8
      let fitting = min(splitCount, max((area.right - 1 - behind) / (9 + gap), 0))
      let start = behind
      splits = (0..<fitting).map { ($0 + splitCount - fitting, start + ($0 + 1) * (9 + gap)) }
      note = (splits.last?.end ?? behind) + 2
    }
  }

  private func drawRule(into grid: inout CellGrid, area: Rect, columns: Columns) {
    let rule = Rect(column: area.column + 1, row: area.row, columns: area.columns - 2, rows: 1)
    grid.fill(rule, with: "─", role: .rule)
    func caption(_ text: String, endingAt end: Int) {
      guard end < area.right else { return }
      grid.put(" " + text + " ", endingAt: end + 1, row: area.row, role: .heading)
    }
    grid.put(" Standings ", column: columns.name - 1, row: area.row, role: .heading)
    caption("time", endingAt: columns.time)
    if columns.behind < area.right - 1 { caption("behind", endingAt: columns.behind) }
    for split in columns.splits { caption(state.marks[split.index], endingAt: split.end) }
  }

  private func draw(_ line: StandingLine, into grid: inout CellGrid, row: Int, columns: Columns, area: Rect) {
    let left = area.column + 1
    grid.put(line.isOnIce ? "▸" : " ", column: left, row: row, role: .notice)
    grid.put(line.rank, endingAt: left + 4, row: row, role: line.rank == "1" ? .leader : .rank)
    let name = TextWidth.fit(line.name, width: columns.nameWidth)
    grid.put(name, column: columns.name, row: row, role: line.isOnIce ? .selected : .name)
    grid.put(line.nation, column: columns.nation, row: row, role: .nation, limit: 3)
    // The bracketed thousandth hangs over the column, so that the hundredths stay under each other.
    let bare = line.time.prefix { $0 != "(" }
    grid.put(String(bare), endingAt: columns.time, row: row, role: line.rank.isEmpty ? .alert : .time)
    let tail = line.time.dropFirst(bare.count) + (line.isProvisional && !line.rank.isEmpty ? "p" : "")
    grid.put(String(tail), column: columns.time, row: row, role: .provisional)
    if columns.behind < area.right { grid.put(line.behind, endingAt: columns.behind, row: row, role: .time) }
    for split in columns.splits {
      grid.put(line.splits[split.index] ?? "", endingAt: split.end, row: row, role: .lap)
    }
    if columns.note < area.right {
      grid.put(line.note, column: columns.note, row: row, role: .notice, limit: area.right - columns.note)
    }
  }

  /// The best, and whoever is on the ice even where that is far down.
  private func visible(_ rows: Int) -> [StandingLine] {
    guard state.standings.count > rows else { return state.standings }
    let below = state.standings.dropFirst(rows).filter(\.isOnIce)
    return Array(state.standings.prefix(max(rows - below.count, 0)) + below).prefix(max(rows, 0)).map(\.self)
  }
}
