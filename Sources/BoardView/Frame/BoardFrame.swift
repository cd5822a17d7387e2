package import CellGrid
package import Scoreboard

/// What a frame shows.
package enum FrameContent: Hashable, Sendable {
  /// The heat on the ice above the standings.
  case race(BoardState)
  /// Three facts about each skater, as large as fits.
  case big(BigBoardState)
  /// The standings with all splits.
  case standings(BoardState)
  /// Who starts where.
  case startList(StartListState)
  /// The ranking of the cup that the race is for.
  case cup(CupState)
  /// The deltas of the heat over the distance.
  case plot(PlotState)
  /// Every event with its state.
  case log(LogState)
  /// Nothing to show yet: the meaning of that, and more about it.
  case waiting(String, more: String)
  /// The keys.
  case help([HelpLine], page: Int)
}

/// Draws whole frames.
package enum BoardFrame {
  /// The least size at which nothing is left out that must not be.
  package static let smallest = GridSize(columns: 40, rows: 12)

  /// The frame of some content at a size; stale content is dim, the last line is not. Under the smallest size it is a sentence with the size needed.
  package static func draw(
    _ content: FrameContent, footer: Footer, size: GridSize, isStale: Bool = false
  ) -> CellGrid {
    var grid = CellGrid(size: size)
    guard size.columns >= smallest.columns, size.rows >= smallest.rows else { return tooSmall(size) }
    let area = Rect(column: 0, row: 0, columns: size.columns, rows: size.rows - 1)
    switch content {
    case .race(let state): RaceScreen(state: state).draw(into: &grid, area: area)
    case .big(let state): BigScreen(state: state).draw(into: &grid, area: area)
    case .standings(let state): StandingsScreen(state: state).draw(into: &grid, area: area)
    case .startList(let state): StartListScreen(state: state).draw(into: &grid, area: area)
    case .cup(let state): CupScreen(state: state).draw(into: &grid, area: area)
    case .plot(let state): PlotScreen(state: state).draw(into: &grid, area: area)
    case .log(let state): LogScreen(state: state).draw(into: &grid, area: area)
    case .waiting(let text, let more): drawWaiting(text, more, into: &grid, area: area)
    case .help(let lines, let page): HelpScreen(lines: lines, page: page).draw(into: &grid, area: area)
    }
    if isStale { grid.restyle(area, as: .dim) }
    FooterView(footer: footer).draw(into: &grid, row: size.rows - 1)
    return grid
  }

  /// How many pages the keys take at a size.
  package static func helpPages(_ lines: [HelpLine], size: GridSize) -> Int {
    HelpScreen(lines: lines, page: 0).pages(
      Rect(column: 0, row: 0, columns: size.columns, rows: size.rows - 1))
  }

  private static func drawWaiting(_ text: String, _ more: String, into grid: inout CellGrid, area: Rect) {
    let title = TextWidth.fit(text, width: min(TextWidth.of(text), area.columns - 2))
    let rest = wrapped(more, width: min(area.columns - 2, 76)).prefix(max(area.rows / 2 - 1, 1))
    var row = area.rows / 2 - 1
    grid.put(title, column: (area.columns - TextWidth.of(title)) / 2, row: row, role: .title)
    row += 1
    for line in rest {
      row += 1
      grid.put(line, column: (area.columns - TextWidth.of(line)) / 2, row: row, role: .notice)
    }
  }

  /// A text in lines that break between words; a word that is longer than a line is cut.
  private static func wrapped(_ text: String, width: Int) -> [String] {
    text.split(separator: " ").reduce(into: [String]()) { lines, word in
      let word = TextWidth.fit(String(word), width: min(TextWidth.of(String(word)), width))
      if let last = lines.last, TextWidth.of(last) + 1 + TextWidth.of(word) <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
  }

  /// A sentence with the size needed.
  static func tooSmall(_ size: GridSize) -> CellGrid {
    var grid = CellGrid(size: size)
    let lines = [
      "Rinkside needs \(smallest.columns)×\(smallest.rows)",
      "this is \(size.columns)×\(size.rows)",
    ]
    for (index, line) in lines.enumerated() where index < size.rows {
      grid.put(
        TextWidth.fit(line, width: min(TextWidth.of(line), size.columns)),
        column: max((size.columns - TextWidth.of(line)) / 2, 0),
        row: min(max(size.rows / 2 - 1, 0) + index, size.rows - 1), role: .notice)
    }
    return grid
  }
}
