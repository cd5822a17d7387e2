import CellGrid
import LongTrack
import Scoreboard

/// A skater in two or three lines, for a small terminal: often the one with the largest letters.
struct BriefPanelView {
  let panel: PanelState
  let isTerse: Bool

  func draw(into grid: inout CellGrid, area: Rect) {
    drawName(into: &grid, area: area)
    guard area.rows > 1 else { return }
    drawMark(into: &grid, row: area.row + 1, area: area)
    guard area.rows > 2 else { return }
    drawFoot(into: &grid, row: area.row + 2, area: area)
  }

  private func drawName(into grid: inout CellGrid, area: Rect) {
    var column = area.column
    if let armband = panel.armband {
      column += grid.put(armband.glyph, column: column, row: area.row, role: Role(panel.armband)) + 1
    }
    let right =
      panel.status ?? (isTerse ? liveText : nil) ?? panel.comparison.map { "vs " + $0 } ?? panel.noComparison
    let role: Role =
      panel.status != nil
      ? .alert : isTerse && liveText != nil ? .live : panel.comparison == nil ? .dim : .leader
    let most = max(area.columns / 2 - 2, 8)
    let rightWidth = grid.put(
      TextWidth.fit(right, width: min(TextWidth.of(right), most)), endingAt: area.right, row: area.row,
      role: role)
    let room = area.right - rightWidth - column - TextWidth.of(panel.nation) - 2
    let name = TextWidth.fit(panel.name, width: min(TextWidth.of(panel.name), max(room, 0)))
    let used = grid.put(name, column: column, row: area.row, role: .name)
    grid.put(panel.nation, column: column + used + 1, row: area.row, role: .nation)
  }

  /// The last mark, or the first one to come. The delta stands before everything that may be cut.
  private func drawMark(into grid: inout CellGrid, row: Int, area: Rect) {
    let mark = panel.marks[panel.lastMark ?? 0]
    let parts: [(String?, Role)] = [
      (mark.name, .heading), (mark.time ?? "–", .time), (mark.delta, Role(mark.situation)),
      (mark.trend, Role(mark.situation)), (mark.place, mark.isBest ? .best : .rank), (mark.lap, .lap),
    ]
    var column = area.column + 2
    for (text, role) in parts {
      guard let text, column + TextWidth.of(text) <= area.right else { continue }
      column += grid.put(text, column: column, row: row, role: role) + 1
    }
  }

  private func drawFoot(into grid: inout CellGrid, row: Int, area: Rect) {
    var parts: [(String, Role)] = []
    if let state = panel.state {
      parts.append((state, panel.isProvisional ? .provisional : .official))
    } else if let live = panel.live {
      parts.append((live.label + " " + live.text, Role(live.situation)))
    }
    parts += panel.needs.map { ($0.short, $0.isPossible ? .need : .dim) }
    parts += panel.notes.map { ($0, .notice) }
    if parts.isEmpty, let lane = panel.lane {
      parts.append((lane.short, lane.hasRightOfWay ? .notice : .dim))
    }
    var column = area.column + 2
    for (index, (text, role)) in parts.enumerated() {
      let room = area.right - column
      guard index == 0 || TextWidth.of(text) <= room else { continue }
      column +=
        grid.put(
          TextWidth.fit(text, width: min(TextWidth.of(text), room)), column: column, row: row, role: role) + 2
    }
  }

  private var liveText: String? { panel.live.map { $0.label + " " + $0.text } }
}
