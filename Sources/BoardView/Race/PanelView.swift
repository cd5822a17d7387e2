import CellGrid
import LongTrack
import Scoreboard

/// A skater with a table of marks.
struct PanelView {
  let panel: PanelState
  /// The most marks shown.
  let marks: Int

  func draw(into grid: inout CellGrid, area: Rect) {
    drawName(into: &grid, area: area)
    let second = Rect(column: area.column, row: area.row + 1, columns: area.columns, rows: 1)
    let hasLane = drawComparison(into: &grid, area: second) || panel.lane == nil
    let room = max(area.rows - 2, 0)
    // Three lines under the marks, whether there is something to say yet or not: no mark moves for it.
    let head = panel.rival == nil ? 0 : 1
    let rows = min(marks + head, max(room - 3, min(marks, 3) + head), room)
    let table = Rect(column: area.column, row: area.row + 2, columns: area.columns, rows: rows)
    MarkTable(panel: panel).draw(into: &grid, area: table)
    var lines = footLines(area.columns)
    // The lane must not depend on a live delta: it gets a line of its own rather than no place.
    let liveWidth = panel.hasLiveLine ? lines.first.map { $0.reduce(2) { $0 + TextWidth.of($1.text) } } : nil
    let laneLine = liveWidth.map { laneNote(area.columns - $0 - 2) == nil ? 1 : 0 } ?? 0
    if !hasLane, liveWidth == nil || laneLine > 0 { lines.insert([], at: laneLine) }
    for (index, line) in lines.prefix(room - rows).enumerated() {
      let row = Rect(column: area.column, row: table.bottom + index, columns: area.columns, rows: 1)
      let used = put(line, into: &grid, area: row)
      if index == laneLine, !hasLane { drawLane(into: &grid, area: row, left: line.isEmpty ? 0 : used + 2) }
    }
  }

  private func drawName(into grid: inout CellGrid, area: Rect) {
    let role = Role(panel.armband)
    var column = area.column
    if let armband = panel.armband {
      column += grid.put(armband.glyph, column: column, row: area.row, role: role) + 1
    }
    let word = panel.status ?? panel.armband?.rawValue ?? panel.straight
    let wordWidth = grid.put(
      word, endingAt: area.right - 1, row: area.row, role: panel.status == nil ? role : .alert)
    let nationRight = area.right - wordWidth - 3
    let room = nationRight - column - TextWidth.of(panel.nation) - 1
    let used = grid.put(panel.name, column: column, row: area.row, role: .name, cutTo: room)
    grid.put(panel.nation, column: column + used + 1, row: area.row, role: .nation)
  }

  /// Draws what is compared with, and the lane beside it where that fits, which it tells.
  private func drawComparison(into grid: inout CellGrid, area: Rect) -> Bool {
    let parts = [
      panel.rival.map { "rival " + $0 }, panel.comparison.map { "vs " + $0 } ?? panel.noComparison,
    ]
    let text = parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
    let role: Role = panel.comparison == nil ? .dim : .leader
    let used = grid.put(text, column: area.column + 2, row: area.row, role: role, cutTo: area.columns - 2)
    return drawLane(into: &grid, area: area, left: used + 4)
  }

  /// Lane and right of way, on the right of a line where so many columns are taken.
  @discardableResult
  private func drawLane(into grid: inout CellGrid, area: Rect, left: Int) -> Bool {
    guard let lane = panel.lane, let note = laneNote(area.columns - left) else { return false }
    grid.put(note, endingAt: area.right - 1, row: area.row, role: lane.hasRightOfWay ? .notice : .dim)
    return true
  }

  /// The longest wording of lane and right of way that leaves a column of the room.
  private func laneNote(_ room: Int) -> String? {
    panel.lane.flatMap { lane in [lane.long, lane.short].first { TextWidth.of($0) < room } }
  }

  /// What stands under the marks, the most important first.
  private func footLines(_ width: Int) -> [[(text: String, role: Role)]] {
    var lines: [[(text: String, role: Role)]] = []
    var notes = panel.notes[...]
    if let state = panel.state {
      lines.append([(state, panel.isProvisional ? .provisional : .official)])
      // Why somebody is out must be seen where there is room for one line only.
      if panel.status != nil, let reason = notes.first,
        TextWidth.of(state) + TextWidth.of(reason) + 4 < width
      {
        lines[0].append(("  " + reason, .notice))
        notes.removeFirst()
      }
    } else if let live = panel.live {
      lines.append([(live.label + " ", .live), (live.text, Role(live.situation))])
    }
    // One wording for all of them, so that they are compared at a glance.
    let isLong = panel.needs.allSatisfy { TextWidth.of($0.long) + 3 <= width }
    for need in panel.needs {
      let text = isLong ? need.long : need.short
      lines.append(
        [(text, need.isPossible ? .need : .dim)] + (need.tie.map { [(" (" + $0 + ")", .dim)] } ?? []))
    }
    lines += notes.map { [($0, .notice)] }
    return lines
  }

  /// Puts the pieces of a line that fit whole; only the first may be cut, between words.
  ///
  /// - Returns: the columns taken.
  private func put(
    _ pieces: [(text: String, role: Role)], into grid: inout CellGrid, area: Rect
  ) -> Int {
    var used = 2
    for (index, piece) in pieces.enumerated()
    where index == 0 || used + TextWidth.of(piece.text) < area.columns {
      let text = TextWidth.words(piece.text, width: area.columns - 1 - used)
      used += grid.put(text, column: area.column + used, row: area.row, role: piece.role)
    }
    return used
  }
}

extension PanelState {
  /// Whether the first line under the marks is about now, and short.
  fileprivate var hasLiveLine: Bool { state != nil || live != nil }
}
