import CellGrid
import Operation

/// A whole field on the console, where it is too large for a panel each: number, name, laps and time of everybody, as
/// many as there is room for, the first ones first.
struct ConsoleField {
  let skaters: [ConsoleState.Skater]

  func draw(into grid: inout CellGrid, area: Rect) {
    let columns = max(area.columns / 26, 1)
    let width = (area.columns - 1) / columns
    let isCut = skaters.count > columns * area.rows
    let shown = skaters.prefix(columns * area.rows - (isCut ? 1 : 0))
    for (index, skater) in shown.enumerated() {
      let left = 1 + index / max(area.rows, 1) * width
      draw(
        skater, into: &grid, column: left, row: area.row + index % max(area.rows, 1), right: left + width - 2)
    }
    guard isCut else { return }
    grid.put(
      "and \(skaters.count - shown.count) more", column: 1 + (columns - 1) * width, row: area.bottom - 1,
      role: .dim)
  }

  private func draw(
    _ skater: ConsoleState.Skater, into grid: inout CellGrid, column: Int, row: Int, right: Int
  ) {
    grid.put(skater.bib, endingAt: column + 3, row: row, role: .heading, cutTo: 3)
    let last = skater.rows.last { !$0.mark.isEmpty }
    let place = last.map { "\($0.mark)  \($0.time ?? "")" } ?? ""
    let end = skater.status.isEmpty ? place : skater.status
    let taken = grid.put(
      end, endingAt: right, row: row, role: skater.status.isEmpty ? .time : .alert, cutTo: 16)
    grid.put(
      skater.name, column: column + 4, row: row, role: skater.status.isEmpty ? .name : .dim,
      cutTo: right - taken - 5 - column)
  }
}
