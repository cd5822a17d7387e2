import CellGrid
import Scoreboard

/// Everybody in a mass start, under a rule that names the columns.
struct MassStartTable {
  /// What the columns tell.
  enum Style {
    /// Times, gaps and points.
    case order
    /// The place at each passage, as many of the last ones as fit, and the points.
    case passages
  }

  let race: MassStartState
  let style: Style

  func draw(into grid: inout CellGrid, area: Rect) {
    guard area.rows > 0 else { return }
    let longest = max(race.lines.map { TextWidth.of($0.name) }.max() ?? 0, 8)
    let fitting = fitting(area.columns - 2, longest: longest)
    let notes = notes > 0 ? notes + 2 : 0
    let room = area.columns - 2 - MassStartColumn.width(of: fitting) - Self.lead - 1
    let name = min(longest, max(room - notes, min(room, 10)))
    let rule = Rect(column: area.column + 1, row: area.row, columns: area.columns - 2, rows: 1)
    grid.fill(rule, with: "─", role: .rule)
    grid.put(caption: race.isResult ? "Result" : "Order", column: Self.lead + 1, row: area.row)
    var place = Self.lead + 1 + name
    var ends: [Int] = []
    for column in fitting {
      place += column.width
      ends.append(place)
      guard !column.caption.isEmpty else { continue }
      grid.put(caption: column.caption, column: place - TextWidth.of(column.caption), row: area.row)
    }
    for (index, line) in race.lines.prefix(area.rows - 1).enumerated() {
      let row = area.row + 1 + index
      grid.put(
        line.place, endingAt: Self.lead, row: row, role: line.place == "1" ? .leader : .rank)
      grid.put(line.name, column: Self.lead + 1, row: row, role: line.isOut ? .dim : .name, cutTo: name)
      for (column, end) in zip(fitting, ends) {
        column.draw(line, into: &grid, endingAt: end, row: row)
      }
      let note = (ends.last ?? Self.lead + 1 + name) + 2
      if !line.note.isEmpty, TextWidth.of(line.note) < area.right - note {
        grid.put(line.note, column: note, row: row, role: line.isOut ? .alert : .notice)
      }
    }
    if race.lines.isEmpty, area.rows > 1 {
      grid.put("nobody is entered yet", column: area.column + 5, row: area.row + 1, role: .dim)
    }
  }

  /// Columns kept for notes: nothing tells a fall but its note.
  private var notes: Int { min(race.lines.map { TextWidth.of($0.note) }.max() ?? 0, 10) }

  /// Columns before the names.
  private static let lead = 4

  /// The columns that fit beside names: of those that have no room the last ones in order of importance give way, so
  /// that the names keep at least ten letters.
  private func fitting(_ room: Int, longest: Int) -> [MassStartColumn] {
    var columns = style == .order ? MassStartColumn.order(of: race) : MassStartColumn.passages(of: race)
    let name = min(longest, 20)
    while let last = columns.map(\.importance).max(), last > 0,
      Self.lead + 1 + name + MassStartColumn.width(of: columns) + (notes > 0 ? notes + 2 : 0) > room,
      let index = columns.firstIndex(where: { $0.importance == last })
    {
      // Sprints go together: some of the points would look like all of them.
      let leaving = columns[index]
      columns.removeAll { leaving.isSprint ? $0.isSprint : $0 == leaving }
    }
    return columns
  }
}
