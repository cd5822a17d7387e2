import CellGrid
import Operation

/// What waits for the operator's word, the newest on top.
struct DecisionList {
  let frame: ConsoleFrame

  func draw(into grid: inout CellGrid, area: Rect) {
    guard area.rows > 0 else { return }
    let lines = frame.state.decisions
    grid.fill(
      Rect(column: area.column, row: area.row, columns: area.columns, rows: 1), with: "─", role: .rule)
    let title =
      lines.isEmpty ? " Nothing to decide " : " To decide: \(lines.count + frame.state.moreDecisions) "
    grid.put(title, column: area.column + 2, row: area.row, role: lines.isEmpty ? .dim : .alert)
    let selection = min(max(frame.selection, 0), max(lines.count - 1, 0))
    var row = area.row + 1
    // The chosen one first, then what comes after it: it is never off the screen.
    for (index, line) in lines.enumerated().dropFirst(selection) {
      guard row < area.bottom else { return }
      let isChosen = index == selection
      if isChosen { grid.put("▶", column: area.column + 1, row: row, role: .alert) }
      let lines =
        isChosen && area.bottom - row > 2
        ? TextWidth.twoLines(line.text, width: area.columns - 4) : [line.text]
      for text in lines {
        grid.put(
          text, column: area.column + 3, row: row, role: isChosen ? .alert : .plain, cutTo: area.columns - 4)
        row += 1
      }
      guard isChosen, row < area.bottom else { continue }
      let offer = line.suggestion.map { "Enter: \($0)   " } ?? ""
      grid.put(offer + line.otherwise, column: area.column + 3, row: row, role: .key, cutTo: area.columns - 4)
      row += 1
    }
  }
}

extension ConsoleState.Line {
  /// What else can be done.
  fileprivate var otherwise: String {
    switch lacks {
    case .skater: "p assigns   x drops it"
    case .time: "e gives the time   x drops it"
    case .nothing: "x drops it"
    }
  }
}
