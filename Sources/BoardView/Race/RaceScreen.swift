import CellGrid
import Scoreboard

/// The heat on the ice above the standings.
struct RaceScreen {
  let state: BoardState

  func draw(into grid: inout CellGrid, area: Rect) {
    if let race = state.massStart, state.emptiness == nil {
      return MassStartScreen(state: state, race: race).draw(into: &grid, area: area)
    }
    let room = RaceRoom(area, state: state)
    RaceHead(state: state, room: room).draw(into: &grid, area: area.splitRows(at: room.head).top)
    var rest = area.splitRows(at: room.head).bottom
    guard state.emptiness == nil else {
      grid.put(state.emptiness ?? "", column: 2, row: rest.row + 1, role: .notice, cutTo: area.columns - 4)
      return
    }
    drawPanels(into: &grid, area: rest.splitRows(at: room.panels).top, room: room)
    rest = rest.splitRows(at: room.panels).bottom
    if let ticker = state.ticker, room.ticker > 0 {
      let text = TextWidth.words(ticker.text, width: area.columns - 2)
      grid.put(text, column: 1, row: rest.row, role: ticker.isAlert ? .alert : .notice)
      rest = rest.splitRows(at: 1).bottom
    }
    StandingsTable(state: state).draw(into: &grid, area: rest)
  }

  private func drawPanels(into grid: inout CellGrid, area: Rect, room: RaceRoom) {
    guard room.panels > 0 else { return }
    let gutter = room.panelColumns > 1 ? 2 : 0
    let columns = (area.columns - 2 - gutter * (room.panelColumns - 1)) / room.panelColumns
    for (index, panel) in state.panels.enumerated() {
      let place = Rect(
        column: 1 + (index % room.panelColumns) * (columns + gutter),
        row: area.row + (index / room.panelColumns) * room.panelRows,
        columns: columns, rows: room.panelRows)
      if room.detail == .full {
        PanelView(panel: panel, marks: room.marks).draw(into: &grid, area: place)
      } else {
        BriefPanelView(panel: panel, isTerse: room.detail == .terse).draw(into: &grid, area: place)
      }
    }
    guard room.panelColumns > 1 else { return }
    for index in 1..<room.panelColumns {
      let column = index * (columns + gutter) - 1
      let line = Rect(column: column, row: area.row, columns: 1, rows: area.rows)
      grid.fill(line, with: "│", role: .rule)
    }
  }
}
