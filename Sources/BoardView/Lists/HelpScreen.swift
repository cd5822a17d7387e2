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

  func draw(into grid: inout CellGrid, area: Rect) {
    let list = ListHead.draw("Keys", "? closes", into: &grid, area: area)
    let keyWidth = lines.map { TextWidth.of($0.keys) }.max() ?? 0
    let width = keyWidth + 2 + (lines.map { TextWidth.of($0.does) }.max() ?? 0)
    let most = max((area.columns - 2) / (width + 3), 1)
    let columns = min(most, (lines.count + list.rows - 1) / max(list.rows, 1))
    let rows = (lines.count + max(columns, 1) - 1) / max(columns, 1)
    for (index, line) in lines.enumerated() {
      let column = 2 + index / max(rows, 1) * (width + 3)
      let row = list.row + index % max(rows, 1)
      guard row < list.bottom else { continue }
      grid.put(line.keys, endingAt: column + keyWidth, row: row, role: .key)
      grid.put(line.does, column: column + keyWidth + 2, row: row, role: .plain, limit: area.right - column - keyWidth - 3)
    }
  }
}
