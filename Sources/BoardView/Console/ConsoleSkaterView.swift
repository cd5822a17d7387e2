import CellGrid
import LongTrack
import Operation

/// A skater on the console: who, which key, and everything measured.
struct ConsoleSkaterView {
  let skater: ConsoleState.Skater

  func draw(into grid: inout CellGrid, area: Rect) {
    guard area.rows > 0 else { return }
    var left = area.column
    left +=
      grid.put(skater.armband?.glyph ?? "·", column: left, row: area.row, role: Role(skater.armband)) + 1
    let word = skater.armband?.rawValue ?? ""
    let isTight = area.rows == 1
    let due = isTight ? dueText : ""
    let tail = [word, skater.status, due].filter { !$0.isEmpty }.joined(separator: " ")
    let right = area.right - 1
    let taken = grid.put(
      tail, endingAt: right, row: area.row, role: skater.status.isEmpty ? Role(skater.armband) : .alert,
      cutTo: area.columns / 2)
    grid.put(
      "\(skater.name) \(skater.nation)", column: left, row: area.row, role: .name,
      cutTo: right - taken - 1 - left)
    guard area.rows > 1 else { return }
    drawDue(into: &grid, column: left, row: area.row + 1, isBrief: area.rows == 2)
    if area.rows == 2, let last = skater.rows.last(where: { !$0.mark.isEmpty }) {
      let text = "\(last.mark) \(last.time ?? "no time")"
      grid.put(text, endingAt: right, row: area.row + 1, role: last.time == nil ? .alert : .time)
      return
    }
    let room = area.rows - 2
    for (index, row) in shown(room).enumerated() {
      draw(row, into: &grid, column: left, row: area.row + 2 + index, right: right)
    }
  }

  /// The newest rows that fit. Where the other measurements of marks have no room, what counts is shown alone.
  private func shown(_ room: Int) -> [ConsoleState.Row] {
    let rows = skater.rows
    if rows.count <= room { return rows }
    let counting = rows.filter { !$0.mark.isEmpty }
    return Array((counting.count < room ? rows : counting).suffix(max(room, 0)))
  }

  private var dueText: String {
    guard let next = skater.next else { return "" }
    if next.isDue, let key = next.key { return "\(key.key): \(next.mark)" }
    return next.lane.map { "\(next.mark) \($0.rawValue)" } ?? next.mark
  }

  private func drawDue(into grid: inout CellGrid, column: Int, row: Int, isBrief: Bool) {
    guard let next = skater.next else {
      grid.put(skater.start.isEmpty ? "done" : skater.start, column: column, row: row, role: .dim)
      return
    }
    guard let key = next.key else {
      grid.put("next \(next.mark)", column: column, row: row, role: .notice)
      return
    }
    var left = column
    // The key stands there when it would be hers.
    left += grid.put(next.isDue ? " \(key.key) " : "   ", column: left, row: row, role: .key) + 1
    let place = next.lane.map { isBrief ? " \($0.rawValue)" : " in the \($0.rawValue) lane" } ?? ""
    let text = (next.lane == nil ? "next " : "") + next.mark + place
    grid.put(text, column: left, row: row, role: next.isDue ? .notice : .dim)
  }

  private func draw(_ line: ConsoleState.Row, into grid: inout CellGrid, column: Int, row: Int, right: Int) {
    grid.put(line.mark, endingAt: column + 5, row: row, role: .dim)
    guard let time = line.time else {
      grid.put("no time", column: column + 7, row: row, role: .alert)
      return
    }
    // Dot under dot, however many decimals were measured.
    let whole = time.prefix { $0 != "." }.count
    grid.put(time, column: max(column + 12 - whole, column + 6), row: row, role: line.counts ? .time : .dim)
    grid.put(line.source, column: column + 19, row: row, role: .dim)
    if let lap = line.lap { grid.put(lap, endingAt: min(column + 31, right), row: row, role: .lap) }
  }
}

extension Lane {
  /// The key that times it.
  fileprivate var key: String { self == .inner ? "i" : "o" }
}
