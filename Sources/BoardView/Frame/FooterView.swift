import CellGrid

/// Draws the last line.
struct FooterView {
  let footer: Footer

  func draw(into grid: inout CellGrid, row: Int) {
    let columns = grid.size.columns
    var left = 1
    if let playback = footer.playback {
      left += grid.put(
        playback.isPaused ? "‖" : "▶", column: left, row: row, role: playback.isPaused ? .notice : .playhead)
      left += 1 + grid.put(playback.speed, column: left + 1, row: row, role: .time)
      left += 2 + grid.put("\(playback.position)/\(playback.length)", column: left + 2, row: row, role: .time)
    }
    if let status = footer.status {
      // Help stays beside it, but not beside what has to be noticed and is longer than half the line.
      let isLong = status.isAlert && TextWidth.of(status.text) > columns / 2
      let room = columns - left - (isLong ? 0 : footer.hints.last.map(width) ?? 0) - (isLong ? 1 : 2)
      left += 2
      left += grid.put(
        TextWidth.words(status.text, width: room), column: left - 2, row: row,
        role: status.isAlert ? .alert : .dim)
    }
    if let notice = footer.notice {
      grid.put(
        notice, column: left + (footer.status == nil ? 2 : 0), row: row, role: .notice,
        cutTo: columns - left - 3)
      return
    }
    guard left < columns - 8 else { return }
    let hints = fitting(columns - left - 1, besides: footer.playback == nil ? 0 : columns / 4 + 2)
    var right = columns - 1
    for hint in hints.reversed() {
      right -= grid.put(hint.does, endingAt: right, row: row, role: .dim) + 1
      right -= grid.put(hint.key, endingAt: right, row: row, role: .key) + 2
    }
    if let playback = footer.playback {
      bar(playback, into: &grid, rect: Rect(column: left + 2, row: row, columns: right - left - 2, rows: 1))
    }
  }

  /// The hints that fit. The last one, help, is always among them, and the first one, pause, where there is
  /// room at all; the others leave a quarter of the width to the bar.
  private func fitting(_ room: Int, besides bar: Int) -> [Footer.Hint] {
    guard let last = footer.hints.last else { return [] }
    var chosen: [Footer.Hint] = []
    var left = room - width(last)
    for (index, hint) in footer.hints.dropLast().enumerated()
    where width(hint) <= left - (index == 0 ? 0 : bar) {
      chosen.append(hint)
      left -= width(hint)
    }
    return chosen + [last]
  }

  private func width(_ hint: Footer.Hint) -> Int {
    TextWidth.of(hint.key) + TextWidth.of(hint.does) + 3
  }

  /// Fewer columns do not look like a bar.
  private static let narrowestBar = 4

  private func bar(_ playback: Footer.Playback, into grid: inout CellGrid, rect: Rect) {
    guard rect.columns >= Self.narrowestBar else { return }
    let last = Double(rect.columns - 1)
    let head = Int((min(max(playback.fraction, 0), 1) * last).rounded(.down))
    let places = playback.heats.map { Int((min(max($0, 0), 1) * last).rounded(.down)) }.sorted()
    // Marks side by side are a line that says nothing: one directly beside the one before is left out.
    let heats = places.reduce(into: [Int]()) { heats, place in
      if heats.last.map({ place - $0 > 1 }) ?? true { heats.append(place) }
    }
    for column in 0..<rect.columns {
      let isPast = column < head
      let glyph = column == head ? "●" : heats.contains(column) ? (isPast ? "┿" : "┼") : isPast ? "━" : "─"
      let role: Role = column == head ? .playhead : isPast ? .progress : .progressMark
      grid.put(glyph, column: rect.column + column, row: rect.row, role: role)
    }
  }
}
