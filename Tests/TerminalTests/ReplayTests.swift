import Glibc
import Testing

/// A replay as its user sees it.
@Suite struct ReplayTests {
  @Test func theBoardIsThereAndTheClockRuns() throws {
    let shell = try Shell(columns: 80, rows: 24)
    try shell.replay("--start", "26:00")
    let first = try shell.tmux.wait(for: "TAKAGI Miho")
    #expect(first.contains("Pair 10 of 10") && first.contains("vs leader GOETZ"))
    let clock = Self.clock(first)
    try shell.tmux.wait("a later clock") { Self.clock($0) != clock }
  }

  @Test func pausedTheClockStands() throws {
    let shell = try Shell(columns: 80, rows: 24)
    try shell.replay("--start", "26:20", "--speed", "1/8")
    try shell.tmux.press("Space")
    let first = try shell.tmux.wait(for: "‖")
    let clock = Self.clock(first)
    #expect(clock != nil)
    // Help and back are frames that were drawn later.
    try shell.tmux.press("?")
    try shell.tmux.wait(for: "pause, go on")
    try shell.tmux.press("Escape")
    let second = try shell.tmux.wait("the board") { $0.contains("TAKAGI") && $0.contains("‖") }
    #expect(Self.clock(second) == clock)
    try shell.tmux.press("Space")
    try shell.tmux.wait("a running clock") { $0.contains("▶") && Self.clock($0) != clock }
  }

  @Test func jumpsLeadThereAndBack() throws {
    let shell = try Shell(columns: 80, rows: 24)
    try shell.replay("--start", "26:00")
    try shell.tmux.press("Space")
    try shell.tmux.wait(for: "‖")
    let before = try shell.tmux.screen()
    try shell.tmux.press("n")
    try shell.tmux.wait("another moment") { Self.clock($0) != Self.clock(before) }
    try shell.tmux.press("u")
    try shell.tmux.wait("the same moment") { $0 == before }
    try shell.tmux.press("G")
    try shell.tmux.wait(for: "OFFICIAL")
    try shell.tmux.press("g")
    try shell.tmux.wait(for: "0:00/27:")
    try shell.tmux.press(">")
    try shell.tmux.wait(for: "KIM")
    try shell.tmux.press("Right", "Right")
    try shell.tmux.wait(for: "10.0")
    try shell.tmux.press("Left")
    try shell.tmux.wait(for: "5.0")
  }

  @Test func itTakesOnEverySize() throws {
    let shell = try Shell(columns: 80, rows: 24)
    try shell.replay("--start", "26:30")
    try shell.tmux.press("Space")
    let usual = try shell.tmux.wait(for: "‖")
    #expect(usual.contains("Standings"))
    try shell.tmux.resize(columns: 40, rows: 12)
    let small = try shell.tmux.wait("the small board") { $0.contains("10/10") && $0.contains("?") }
    #expect(small.contains("TAKAGI") && small.contains(Self.clock(usual) ?? "no clock"))
    try shell.tmux.resize(columns: 20, rows: 6)
    try shell.tmux.wait(for: "needs 40×12")
    try shell.tmux.resize(columns: 132, rows: 43)
    try shell.tmux.wait("the large board") { $0.contains("█") && $0.contains("TAKAGI Miho") }
    try shell.tmux.resize(columns: 80, rows: 24)
    try shell.tmux.wait("the same board") { $0 == usual }
  }

  @Test(
    arguments: [
      ("F2", "200"), ("F3", "Start list"), ("F4", " at 600"), ("F5", "Log"), ("Tab", "Standings"),
      ("?", "pause, go on"),
    ])
  func keysLeadToScreensAndBack(key: String, text: String) throws {
    let shell = try Shell(columns: 80, rows: 24)
    try shell.replay("--start=#80", "--speed", "1/8")
    try shell.tmux.wait(for: "needs last lap")
    try shell.tmux.press(key)
    try shell.tmux.wait("another screen") { $0.contains(text) && !$0.contains("needs last lap") }
    try shell.tmux.press("Escape")
    try shell.tmux.wait(for: "needs last lap")
  }

  /// The clock of the race: the text between the heat and what is on the right of it.
  static func clock(_ screen: String) -> String? {
    for row in screen.split(separator: "\n") where row.contains("Pair ") {
      return row.split(separator: " ").first { $0.contains(".") }.map(String.init)
    }
    return nil
  }
}
