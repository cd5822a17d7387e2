import CellGrid

/// A key binding as the help screen shows it.
package struct HelpLine: Hashable, Sendable {
  /// `← →`.
  package let keys: String
  /// `back and on by 5 s`.
  package let does: String

  /// A key binding.
  package init(keys: String, does: String) {
    self.keys = keys
    self.does = does
  }
}

/// The keys that work, in as many columns as fit.
struct HelpScreen {
  let lines: [HelpLine]
  let page: Int

  func draw(into grid: inout CellGrid, area: Rect) {
    let count = pages(area)
    let last = page + 1 >= count
    let list = ListHead.draw(
      count > 1 ? "Keys \(page + 1)/\(count)" : "Keys", last ? "? or Esc: back to the board" : "? for more",
      into: &grid, area: area)
    let (columns, width) = columns(area)
    let shown = lines.dropFirst(page * columns * list.rows).prefix(columns * list.rows)
    let rows = (shown.count + columns - 1) / columns
    for (index, line) in shown.enumerated() {
      let column = 2 + index / max(rows, 1) * (width + 3)
      let row = list.row + index % max(rows, 1)
      grid.put(line.keys, endingAt: column + keyWidth, row: row, role: .key)
      grid.put(
        line.does, column: column + keyWidth + 2, row: row, role: .plain,
        cutTo: area.right - column - keyWidth - 3)
    }
  }

  func pages(_ area: Rect) -> Int {
    let fitting = max(columns(area).count * (area.rows - 1), 1)
    return max((lines.count + fitting - 1) / fitting, 1)
  }

  private var keyWidth: Int { lines.map { TextWidth.of($0.keys) }.max() ?? 0 }

  private func columns(_ area: Rect) -> (count: Int, width: Int) {
    let width = keyWidth + 2 + (lines.map { TextWidth.of($0.does) }.max() ?? 0)
    return (max((area.columns - 2) / (width + 3), 1), width)
  }
}
