import CellGrid
import Operation
import Scoreboard

/// The head: lock, race and disk; clock, what can happen next, and feeds.
struct ConsoleHead {
  let frame: ConsoleFrame
  /// 2, or 4 with large digits.
  let rows: Int

  func draw(into grid: inout CellGrid) {
    let columns = grid.size.columns
    let saving = savingText
    let right =
      columns - 1
      - grid.put(saving.text, endingAt: columns - 1, row: 0, role: saving.role, cutTo: columns / 2)
    let lock = frame.isUnlocked ? " UNLOCKED " : " locked "
    var left = 1
    left += grid.put(lock, column: left, row: 0, role: frame.isUnlocked ? .selected : .dim) + 1
    let title = [frame.state.race, frame.state.heat].filter { !$0.isEmpty }
    let text = title.joined(separator: " · ")
    // Where both have no room, the pair says more than the race.
    let shown = TextWidth.of(text) > right - left - 1 ? title.last ?? "" : text
    grid.put(shown, column: left, row: 0, role: .title, cutTo: right - left - 1)
    drawClocks(into: &grid)
  }

  private func drawClocks(into grid: inout CellGrid) {
    let columns = grid.size.columns
    var left = 1
    for clock in frame.state.clocks {
      let role = clock.phase.role
      let large = rows > 2 ? grid.putBig(clock.text, column: left, row: 1, height: 3, role: role) : 0
      left += (large > 0 ? large : grid.put(clock.text, column: left, row: 1, role: role)) + 2
    }
    let row = rows > 2 ? 2 : 1
    let phase = phaseText
    left += grid.put(phase.text, column: left, row: row, role: phase.role, cutTo: columns - left - 1) + 2
    var right = columns - 1
    // Lamps outside: what needs eyes is never cut for the age of a feed.
    for lamp in frame.lamps.reversed() where right - left > 7 {
      right -=
        grid.put(
          lamp.text, endingAt: right, row: row, role: lamp.isAlert ? .alert : .dim, cutTo: right - left) + 2
    }
    let feeds = frame.feeds.joined(separator: "  ")
    guard right - left > 7, !feeds.isEmpty else { return }
    grid.put(feeds, endingAt: right, row: row, role: .dim, cutTo: right - left)
  }

  private var phaseText: (text: String, role: Role) {
    switch frame.state.phase {
    case .idle: ("> calls the first pair", .notice)
    case .called: ("called: a arms the gun", .notice)
    case .armed(let group):
      (
        frame.state.clocks.count > 1 ? "ARMED, group \(group): Space is the gun" : "ARMED: Space is the gun",
        .alert
      )
    case .running: ("running", .dim)
    case .done: ("all in: W confirms, > next", .notice)
    case .official: ("official: > next", .official)
    }
  }

  private var savingText: (text: String, role: Role) {
    switch frame.saving {
    case .saved(let count): ("saved \(count)", .dim)
    case .saving(let count): ("saving \(count)", .notice)
    case .trouble(let unsaved, let reason): (" NOT SAVED \(unsaved): \(reason) ", .alert)
    }
  }
}
