import CellGrid
import Scoreboard

/// The marks of a skater: time, lap, delta, trend, place.
struct MarkTable {
  let panel: PanelState

  /// A column of the table.
  private struct Column {
    let texts: [String]
    let role: (MarkLine) -> Role
    let importance: Int
    var width: Int { texts.map(TextWidth.of).max() ?? 0 }
  }

  func draw(into grid: inout CellGrid, area: Rect) {
    let marks = visible(area.rows)
    let columns = fitting(area.columns - 1, marks: marks)
    let widths = columns.reduce(0) { $0 + $1.width }
    let spare = area.columns - 1 - widths
    let gap = columns.count < 2 ? 0 : min(max(spare / (columns.count - 1), 1), 3)
    for (index, mark) in marks.enumerated() {
      var column = area.column + 1
      for part in columns {
        grid.put(
          part.texts[index], endingAt: column + part.width, row: area.row + index, role: part.role(mark))
        column += part.width + gap
      }
    }
  }

  /// The marks that fit: the last ones passed, and the next one.
  private func visible(_ rows: Int) -> ArraySlice<MarkLine> {
    let next = min((panel.lastMark ?? -1) + 1, panel.marks.count - 1)
    let end = min(max(next + 1, rows), panel.marks.count)
    return panel.marks[max(end - rows, 0)..<end]
  }

  /// The columns that fit: mark, time and delta always; then trend, place, lap.
  private func fitting(_ room: Int, marks: ArraySlice<MarkLine>) -> [Column] {
    let all = [
      Column(texts: marks.map(\.name), role: { $0.time == nil ? .dim : .heading }, importance: 0),
      Column(texts: marks.map { $0.time ?? "" }, role: { _ in .time }, importance: 0),
      Column(texts: marks.map { $0.lap ?? "" }, role: { _ in .lap }, importance: 3),
      Column(texts: marks.map { $0.delta ?? "" }, role: { Role($0.situation) }, importance: 0),
      Column(texts: marks.map { $0.trend ?? "" }, role: { Role($0.situation) }, importance: 1),
      Column(texts: marks.map { $0.place ?? "" }, role: { $0.isBest ? .best : .rank }, importance: 2),
    ]
    // A column keeps its place while it is empty, so that nothing jumps when the first split comes.
    let least = [4, 7, 5, 5, 5, 5]
    var padded = zip(all, least).enumerated().map { index, part in
      let (column, width) = part
      // Places start under each other, everything else is a number and ends there.
      let alignment: TextWidth.Alignment = index == all.count - 1 ? .left : .right
      return Column(
        texts: column.texts.map { TextWidth.fit($0, width: max(width, column.width), alignment: alignment) },
        role: column.role, importance: column.importance)
    }
    while padded.reduce(-1, { $0 + $1.width + 1 }) > room,
      let least = padded.map(\.importance).max(), least > 0,
      let index = padded.firstIndex(where: { $0.importance == least })
    {
      padded.remove(at: index)
    }
    return padded
  }
}
