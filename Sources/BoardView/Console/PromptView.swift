import CellGrid

/// The line above the last: what is typed, or what was done, else what could be taken back.
struct PromptView {
  let prompt: ConsoleFrame.Prompt
  let undoes: String?

  /// - Returns: whether it took the last line too.
  func draw(into grid: inout CellGrid, row: Int) -> Bool {
    let columns = grid.size.columns
    switch prompt {
    case .nothing:
      guard let undoes else { return false }
      grid.put("u takes back: \(undoes)", column: 1, row: row, role: .dim, cutTo: columns - 2)
    case .reply(let text, let isProblem):
      let lines = TextWidth.twoLines(text, width: columns - 2)
      for (index, line) in lines.enumerated() {
        grid.put(
          line, column: 1, row: row + index, role: isProblem ? .alert : .notice,
          cutTo: columns - (index == 0 ? 2 : 10))
      }
      return lines.count > 1
    case .command(let text, let cursor, let completions):
      // What stands left of the cursor stays in sight, however long the line is.
      let room = columns - 4
      let before = String(text.prefix(cursor))
      let shift = max(TextWidth.of(before) - room, 0)
      grid.put(":", column: 1, row: row, role: .key)
      grid.put(String(text.dropFirst(shift)), column: 2, row: row, role: .plain, limit: room)
      let place = 2 + TextWidth.of(before) - shift
      let under = text.dropFirst(cursor).first.map(String.init) ?? " "
      grid.put(under, column: place, row: row, role: .selected)
      let end = 2 + TextWidth.of(text) - shift + 2
      let offer = TextWidth.words(completions.joined(separator: " "), width: max(columns - end - 1, 0))
      if columns - end > 8 { grid.put(offer, column: end, row: row, role: .dim, cutTo: columns - end - 1) }
    }
    return false
  }
}
