import CellGrid
import Scoreboard

/// The standings with all splits that fit.
struct StandingsScreen {
  let state: BoardState

  func draw(into grid: inout CellGrid, area: Rect) {
    let rest = ListHead.draw(state.race, state.meet, into: &grid, area: area)
    if let race = state.massStart {
      return MassStartTable(race: race, style: .passages).draw(into: &grid, area: rest)
    }
    StandingsTable(state: state).draw(into: &grid, area: rest)
  }
}
