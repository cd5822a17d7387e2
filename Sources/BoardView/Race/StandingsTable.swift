import CellGrid
import Scoreboard

/// The standings under a rule that names the columns.
struct StandingsTable {
  let state: BoardState

  func draw(into grid: inout CellGrid, area: Rect) {
    guard area.rows > 0 else { return }
    let lines = visible(area.rows - 1)
    let notes = lines.map { $0.note.isEmpty ? 0 : TextWidth.of($0.note) + 2 }.max() ?? 0
    let columns = Columns(area: area, state: state, notes: notes)
    drawRule(into: &grid, area: area, columns: columns)
    for (index, line) in lines.enumerated() {
      draw(line, into: &grid, row: area.row + 1 + index, columns: columns, area: area)
    }
    if lines.isEmpty, area.rows > 1 {
      grid.put("no time yet", column: area.column + 5, row: area.row + 1, role: .dim)
    }
  }

  /// Where each column ends. On a narrow board the nation gives way before the gap does.
  private struct Columns {
    let rank: Int
    let name: Int
    let nameWidth: Int
    let nation: Int?
    let time: Int
    let behind: Int
    /// Indices of the splits shown, each with the column where it ends.
    let splits: [(index: Int, end: Int)]
    let note: Int

    /// Splits and long names give way to notes that take so many columns; nothing tells a fall but its note.
    init(area: Rect, state: BoardState, notes: Int) {
      let isNarrow = area.columns < 60
      let gap = max(area.columns / 40 - 1, 1)
      let longest = max(state.standings.map { TextWidth.of($0.name) }.max() ?? 0, 14)
      rank = area.column + (isNarrow ? 3 : 5)
      name = rank + 1
      let right = area.right - 1
      // Time and what hangs over it, and the gap: (4)p, +1:01.11.
      let numbers = isNarrow ? 8 + 2 + 6 : 10 + 2 + gap + 8
      let nationWidth = area.columns < 48 ? 0 : 3 + gap
      let room = right - name - numbers - nationWidth - 1
      nameWidth = min(longest, max(room - (isNarrow ? 0 : notes), 8))
      nation = nationWidth == 0 ? nil : name + nameWidth + gap
      time = name + nameWidth + nationWidth + (isNarrow ? 9 : 10 + gap)
      behind = isNarrow ? right : time + 2 + gap + 8
      let count = max(state.marks.count - 1, 0)
      let end = behind
      let fitting = min(count, max((right - behind - notes) / (9 + gap), 0))
      splits = (0..<fitting).map { ($0 + count - fitting, end + ($0 + 1) * (9 + gap)) }
      note = (splits.last?.end ?? behind) + 2
    }
  }

  private func drawRule(into grid: inout CellGrid, area: Rect, columns: Columns) {
    let rule = Rect(column: area.column + 1, row: area.row, columns: area.columns - 2, rows: 1)
    grid.fill(rule, with: "─", role: .rule)
    func caption(_ text: String, endingAt end: Int) {
      guard end < area.right else { return }
      grid.put(caption: text, column: end - TextWidth.of(text), row: area.row)
    }
    grid.put(caption: "Standings", column: columns.name, row: area.row)
    caption("time", endingAt: columns.time)
    caption("behind", endingAt: columns.behind)
    for split in columns.splits { caption(state.marks[split.index], endingAt: split.end) }
  }

  private func draw(_ line: StandingLine, into grid: inout CellGrid, row: Int, columns: Columns, area: Rect) {
    grid.put(line.isOnIce ? "▸" : " ", column: area.column, row: row, role: .notice)
    grid.put(line.rank, endingAt: columns.rank, row: row, role: line.rank == "1" ? .leader : .rank)
    let name = TextWidth.fit(line.name, width: columns.nameWidth)
    grid.put(name, column: columns.name, row: row, role: line.isOnIce ? .selected : .name)
    if let nation = columns.nation {
      grid.put(line.nation, column: nation, row: row, role: .nation, limit: 3)
    }
    // The bracketed thousandth hangs over the column, so that the hundredths stay under each other.
    let bare = line.time.prefix { $0 != "(" }
    grid.put(String(bare), endingAt: columns.time, row: row, role: line.rank.isEmpty ? .alert : .time)
    let tail = line.time.dropFirst(bare.count) + (line.isProvisional && !line.rank.isEmpty ? "p" : "")
    grid.put(String(tail), column: columns.time, row: row, role: .provisional)
    grid.put(line.behind, endingAt: columns.behind, row: row, role: .time)
    for split in columns.splits {
      grid.put(line.splits[split.index] ?? "", endingAt: split.end, row: row, role: .lap)
    }
    // Two letters of a note say nothing.
    if TextWidth.of(line.note) < area.right - columns.note {
      grid.put(line.note, column: columns.note, row: row, role: .notice)
    }
  }

  /// The best, and whoever is on the ice even where that is far down.
  private func visible(_ rows: Int) -> [StandingLine] {
    guard state.standings.count > rows else { return state.standings }
    let below = state.standings.dropFirst(rows).filter(\.isOnIce)
    return Array(state.standings.prefix(max(rows - below.count, 1)) + below).prefix(max(rows, 0)).map(\.self)
  }
}
