import CellGrid
import LongTrack
import Scoreboard

/// A skater with a table of marks.
struct PanelView {
  let panel: PanelState

  func draw(into grid: inout CellGrid, area: Rect) {
    drawName(into: &grid, area: area)
    let second = Rect(column: area.column, row: area.row + 1, columns: area.columns, rows: 1)
    let hasLane = drawComparison(into: &grid, area: second)
    let foot = footLines
    let room = max(area.rows - 2, 0)
    let markRows = min(panel.marks.count, max(room - min(foot.count, 3), 1))
    let table = Rect(column: area.column, row: area.row + 2, columns: area.columns, rows: min(markRows, room))
    MarkTable(panel: panel).draw(into: &grid, area: table)
    for (index, line) in foot.prefix(max(room - table.rows, 0)).enumerated() {
      let used = put(line, into: &grid, column: area.column, row: table.bottom + index, width: area.columns)
      guard index == 0, !hasLane else { continue }
      let row = Rect(column: area.column, row: table.bottom, columns: area.columns, rows: 1)
      drawLane(into: &grid, area: row, left: used + 2)
    }
  }

  private func drawName(into grid: inout CellGrid, area: Rect) {
    let role = Role(panel.armband)
    var column = area.column
    if let armband = panel.armband {
      column += grid.put(armband.glyph, column: column, row: area.row, role: role) + 1
    }
    let word = panel.status ?? panel.armband?.rawValue ?? ""
    let wordWidth = grid.put(
      word, endingAt: area.right - 1, row: area.row, role: panel.status == nil ? role : .alert)
    let nationRight = area.right - wordWidth - 3
    let room = nationRight - column - TextWidth.of(panel.nation) - 1
    let used = grid.put(
      TextWidth.fit(panel.name, width: min(TextWidth.of(panel.name), max(room, 0))), column: column,
      row: area.row,
      role: .name)
    grid.put(panel.nation, column: column + used + 1, row: area.row, role: .nation)
  }

  /// Draws what is compared with, and the lane beside it where that fits, which it tells.
  private func drawComparison(into grid: inout CellGrid, area: Rect) -> Bool {
    let text = panel.comparison.map { "vs " + $0 } ?? panel.noComparison
    let shown = TextWidth.fit(text, width: min(TextWidth.of(text), area.columns - 2))
    let used = grid.put(
      shown, column: area.column + 2, row: area.row, role: panel.comparison == nil ? .dim : .leader)
    return drawLane(into: &grid, area: area, left: used + 4)
  }

  /// Lane and right of way, on the right of a line where so many columns are taken; the longest wording that
  /// fits.
  @discardableResult
  private func drawLane(into grid: inout CellGrid, area: Rect, left: Int) -> Bool {
    guard let lane = panel.lane,
      let note = [lane.long, lane.short].first(where: { TextWidth.of($0) < area.columns - left })
    else { return false }
    grid.put(note, endingAt: area.right - 1, row: area.row, role: lane.hasRightOfWay ? .notice : .dim)
    return true
  }

  /// What stands under the marks, the most important first.
  private var footLines: [[(text: String, role: Role)]] {
    var lines: [[(text: String, role: Role)]] = []
    if let state = panel.state {
      lines.append([(state, panel.isProvisional ? .provisional : .official)])
    } else if let live = panel.live {
      lines.append([(live.label + " ", .live), (live.text, Role(live.situation))])
    }
    for need in panel.needs {
      lines.append(
        [(need.long, need.isPossible ? .need : .dim)] + (need.tie.map { [(" (" + $0 + ")", .dim)] } ?? []))
    }
    lines += panel.notes.map { [($0, .notice)] }
    return lines
  }

  /// Puts the pieces of a line that fit whole; only the first may be cut.
  ///
  /// - Returns: the columns taken.
  private func put(
    _ pieces: [(text: String, role: Role)], into grid: inout CellGrid, column: Int, row: Int, width: Int
  ) -> Int {
    var used = 2
    for (index, piece) in pieces.enumerated() where index == 0 || used + TextWidth.of(piece.text) <= width {
      let text = TextWidth.fit(piece.text, width: min(TextWidth.of(piece.text), width - used))
      used += grid.put(text, column: column + used, row: row, role: piece.role)
    }
    return used
  }
}
