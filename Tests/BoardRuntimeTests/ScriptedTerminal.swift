import BoardRuntime
import CellGrid
import CursesScreen

/// A terminal that plays a script: what happens at each wait, with a clock that jumps to the deadline when
/// nothing does.
struct ScriptedTerminal: BoardTerminal, ~Copyable {
  var size = GridSize(columns: 80, rows: 24)
  var now: Int64 = 0
  /// What happens at each wait; an empty step is a deadline that passes.
  var script: [[TerminalEvent]]
  /// The frames shown, and what else was asked for.
  var frames: [String] = []
  var calls: [String] = []
  var deadlines: [Int64?] = []
  /// The descriptors watched at each wait.
  var watched: [[CInt]] = []

  init(_ script: [[TerminalEvent]]) {
    self.script = script
  }

  mutating func present(_ grid: borrowing CellGrid, theme: Theme) { frames.append(grid.text()) }

  mutating func wait(until deadline: Int64?, watching descriptors: [CInt]) -> [TerminalEvent] {
    deadlines.append(deadline)
    watched.append(descriptors)
    // Past its script it ends, so that no mistake can run for ever.
    guard !script.isEmpty else { return [.signal(.hangUp)] }
    let step = script.removeFirst()
    if step.isEmpty { now = deadline ?? now }
    return step
  }

  mutating func fit() {
    calls.append("fit")
    size = GridSize(columns: 40, rows: 12)
  }

  mutating func redraw() { calls.append("redraw") }
  mutating func suspend() { calls.append("suspend") }
}
