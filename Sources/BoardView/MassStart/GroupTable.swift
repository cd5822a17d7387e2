import CellGrid
import Scoreboard

/// Who is together on the ice, with the gaps to the first: seconds, metres, and parts of a lap.
struct GroupTable {
  let groups: [GroupLine]
  /// Whether there is no rule with captions above, and so only what needs none.
  let isNarrow: Bool

  private struct Column {
    let caption: String
    let width: Int
    let text: (GroupLine) -> String
  }

  private var columns: [Column] {
    let gap = Column(caption: "gap", width: 10) { $0.gap }
    guard !isNarrow else { return [gap] }
    return [
      gap, Column(caption: "metres", width: 8) { $0.metres },
      Column(caption: "laps", width: 6) { $0.laps }, Column(caption: "last lap", width: 9) { $0.lastLap },
    ]
  }

  func draw(into grid: inout CellGrid, area: Rect) {
    let right = area.right - 1
    let list = isNarrow ? area : area.splitRows(at: 1).bottom
    if !isNarrow { drawRule(into: &grid, area: area, right: right) }
    let names = right - columns.reduce(0) { $0 + $1.width } - 2
    let shown = groups.prefix(list.rows)
    for (index, group) in shown.enumerated() {
      let row = list.row + index
      grid.put(String(group.count), endingAt: 5, row: row, role: .rank)
      // The last line that there is room for says how many more there are.
      let isCut = index == shown.count - 1 && groups.count > shown.count
      let more = isCut ? " +\(groups.count - shown.count) groups" : ""
      let room = max(names - 6 - TextWidth.of(more), 8)
      let used = grid.put(
        TextWidth.words(group.names.joined(separator: " "), width: room), column: 6, row: row,
        role: index == 0 ? .leader : .name, cutTo: room)
      grid.put(more, column: 6 + used, row: row, role: .dim, cutTo: max(names - 6 - used, 0))
      var end = right
      for column in columns.reversed() {
        grid.put(column.text(group), endingAt: end, row: row, role: .time)
        end -= column.width
      }
    }
  }

  private func drawRule(into grid: inout CellGrid, area: Rect, right: Int) {
    grid.fill(
      Rect(column: area.column + 1, row: area.row, columns: area.columns - 2, rows: 1), with: "─", role: .rule
    )
    grid.put(caption: "Together", column: 6, row: area.row)
    var end = right
    for column in columns.reversed() {
      grid.put(caption: column.caption, column: end - TextWidth.of(column.caption), row: area.row)
      end -= column.width
    }
  }
}
