import CellGrid
import Scoreboard

/// A mass start: how far it is, who is away, who is together, and everybody in order.
///
/// What gives way when space shrinks: the ticker, then the groups at the end, then the lower part of the order. The
/// clock, the laps to go and the breakaway never do.
struct MassStartScreen {
  let state: BoardState
  let race: MassStartState

  func draw(into grid: inout CellGrid, area: Rect) {
    let room = RaceRoom(area, state: state)
    RaceHead(state: state, room: room).draw(into: &grid, area: area.splitRows(at: room.head).top)
    var rest = area.splitRows(at: room.head).bottom
    drawProgress(into: &grid, area: rest)
    rest = rest.splitRows(at: 1).bottom
    let isNarrow = area.columns < 76
    let away = race.breakaway == nil ? 0 : 2
    if let breakaway = race.breakaway {
      BreakawayView(line: breakaway, isNarrow: isNarrow).draw(
        into: &grid, area: rest.splitRows(at: away).top)
    }
    rest = rest.splitRows(at: away).bottom
    // The order keeps half of what is left.
    let groups =
      race.isResult && race.breakaway == nil ? 0 : min(race.groups.count, max(rest.rows / 2 - 1, 1), 6)
    if groups > 0 {
      let rule = isNarrow ? 0 : 1
      GroupTable(groups: race.groups, isNarrow: isNarrow).draw(
        into: &grid, area: rest.splitRows(at: groups + rule).top)
      rest = rest.splitRows(at: groups + rule).bottom
    }
    if let ticker = state.ticker, rest.rows > 4 {
      let text = TextWidth.words(ticker.text, width: area.columns - 2)
      grid.put(text, column: 1, row: rest.row, role: ticker.isAlert ? .alert : .notice)
      rest = rest.splitRows(at: 1).bottom
    }
    MassStartTable(race: race, style: .order).draw(into: &grid, area: rest)
  }

  /// Laps to go on the left, what the next sprint gives on the right.
  private func drawProgress(into grid: inout CellGrid, area: Rect) {
    let right = area.right - 1
    // Without room for its points a sprint is told all the same.
    let short = String(race.sprint.prefix { $0 != ":" })
    let width = TextWidth.of(race.toGo) + 4 + TextWidth.of(race.sprint)
    let sprint = width > area.columns - 2 ? short : race.sprint
    let used = grid.put(race.toGo, column: 1, row: area.row, role: .clock, cutTo: area.columns - 2)
    let left = used == 0 ? 1 : used + 3
    let room = right - left
    let both = TextWidth.of(race.lap) + 2 + TextWidth.of(sprint) <= room
    if both || used == 0 { grid.put(race.lap, column: left, row: area.row, role: .heading, cutTo: room) }
    if both || used > 0 {
      grid.put(
        TextWidth.words(sprint, width: room), endingAt: right, row: area.row, role: .notice, cutTo: room)
    }
  }
}

/// Who is away from the pack, by how much, and whether it lasts.
struct BreakawayView {
  let line: BreakawayLine
  let isNarrow: Bool

  func draw(into grid: inout CellGrid, area: Rect) {
    guard area.rows > 0 else { return }
    let right = area.right - 1
    let measured = "\(line.gap) on \(line.pack)"
    let size = [line.metres, line.laps].filter { !$0.isEmpty }
    let ends = [[measured] + size, [measured] + size.suffix(1), [measured], [line.gap]]
      .map { $0.joined(separator: " · ") }
    let least = min(TextWidth.of(line.who), 12)
    let label = isNarrow ? "" : "AWAY "
    let room = right - 1 - TextWidth.of(label) - least - 2
    let end = ends.first { TextWidth.of($0) <= room } ?? line.gap
    let taken = grid.put(end, endingAt: right, row: area.row, role: role)
    let column = 1 + grid.put(label, column: 1, row: area.row, role: .heading)
    grid.put(line.who, column: column, row: area.row, role: .leader, cutTo: right - taken - 2 - column)
    guard area.rows > 1 else { return }
    let left = [line.live.map { "live " + $0 }, line.trend].compactMap(\.self)
    var outlook = line.outlook ?? ""
    if TextWidth.of((left + [outlook]).joined(separator: "  ")) > right - column {
      outlook = line.shortOutlook ?? ""
    }
    let width = grid.put(
      outlook, endingAt: right, row: area.row + 1, role: line.holds == true ? .need : .notice)
    var next = column
    for (index, text) in left.enumerated() where next + TextWidth.of(text) < right - width {
      let role: Role = index == 0 && line.live != nil ? .live : self.role
      next += grid.put(text, column: next, row: area.row + 1, role: role) + 2
    }
  }

  private var role: Role { line.isGrowing == false ? .aheadLosing : .aheadGaining }
}
