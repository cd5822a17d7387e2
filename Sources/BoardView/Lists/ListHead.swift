import CellGrid

/// The head of a screen that is a list.
enum ListHead {
  /// Draws the head and gives back what is left for the list.
  static func draw(_ title: String, _ subtitle: String, into grid: inout CellGrid, area: Rect) -> Rect {
    let right = area.right - 1
    let width = grid.put(title, endingAt: right, row: area.row, role: .title, cutTo: area.columns - 2)
    grid.put(subtitle, column: 1, row: area.row, role: .dim, cutTo: area.columns - width - 4)
    return area.splitRows(at: 1).bottom
  }
}
