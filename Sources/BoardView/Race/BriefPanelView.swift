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
    let right = panel.status ?? panel.comparison.map { "vs " + $0 } ?? panel.noComparison
    let role: Role = panel.status != nil ? .alert : panel.comparison == nil ? .dim : .leader
    let most = max(area.columns / 2 - 2, 8)
    let rightWidth = grid.put(right, endingAt: area.right, row: area.row, role: role, cutTo: most)
    let room = area.right - rightWidth - column - TextWidth.of(panel.nation) - 2
    let used = grid.put(panel.name, column: column, row: area.row, role: .name, cutTo: room)
    grid.put(panel.nation, column: column + used + 1, row: area.row, role: .nation)
  }

  /// The last mark, or the first one to come, and in two lines the live delta at the end. The delta stands
  /// before everything that may be left out.
  private func drawMark(into grid: inout CellGrid, row: Int, area: Rect) {
    let mark = panel.marks[panel.lastMark ?? 0]
    let situation = Role(mark.situation)
    let rival = mark.rival.map { "rival " + $0 }
    let placeRole: Role = mark.isBest ? .best : .rank
    let head: [(String?, Role)] = [
      (mark.name, .heading), (mark.time ?? "–", .time), (mark.delta, situation),
    ]
    let tails: [[(String?, Role)]] = [
      [(rival, Role(mark.rivalSituation)), (mark.trend, situation), (mark.place, placeRole)],
      [(rival, Role(mark.rivalSituation)), (mark.trendGlyph, situation), (mark.shortPlace, placeRole)],
      [(mark.trend, situation), (mark.shortPlace, placeRole)],
      [(mark.trendGlyph, situation), (mark.shortPlace, placeRole)],
    ]
    var right = area.right
    // On which leg a team is has no other place on two lines.
    let leg = isTerse && panel.armband == nil ? panel.lane?.short : nil
    var parts = head + (leg == nil ? tails[0] + [(mark.lap, .lap)] : [(leg, .notice)] + tails[0])
    if isTerse, let live = panel.live {
      let text = live.label + " " + live.text
      let room = area.columns - 2 - TextWidth.of(text) - 1
      if let tail = tails.first(where: { width(head + $0) <= room }) {
        parts = head + tail
        right -= grid.put(text, endingAt: right, row: row, role: Role(live.situation)) + 1
      }
    }
    var column = area.column + 2
    for (text, role) in parts {
      guard let text, column + TextWidth.of(text) <= right else { continue }
      column += grid.put(text, column: column, row: row, role: role) + 1
    }
  }

  private func width(_ parts: [(String?, Role)]) -> Int {
    parts.compactMap(\.0).reduce(-1) { $0 + TextWidth.of($1) + 1 }
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
      column += grid.put(TextWidth.words(text, width: room), column: column, row: row, role: role) + 2
    }
    // On the right, so that it does not read as a part of what is needed.
    if TextWidth.of(panel.lapsToGo) < area.right - column {
      grid.put(panel.lapsToGo, endingAt: area.right, row: row, role: .dim)
    }
  }
}
