import Glibc
import Testing

/// However the program ends, the shell gets its terminal back as it was.
@Suite struct EndingTests {
  /// How the user or the system ends it, and the status that the shell then tells.
  static let endings: [(name: String, status: Int, end: @Sendable (Tmux) throws -> Void)] = [
    ("q", 0, { try $0.press("q") }),
    ("Ctrl-C", 130, { try $0.press("C-c") }),
    ("Ctrl-\\", 131, { try $0.press("C-\\") }),
    ("SIGTERM", 143, { kill(try $0.program(), SIGTERM) }),
    ("SIGHUP", 129, { kill(try $0.program(), SIGHUP) }),
    ("SIGINT", 130, { kill(try $0.program(), SIGINT) }),
    ("SIGQUIT", 131, { kill(try $0.program(), SIGQUIT) }),
    ("SIGSEGV", 139, { kill(try $0.program(), SIGSEGV) }),
    ("SIGILL", 132, { kill(try $0.program(), SIGILL) }),
    ("SIGABRT", 134, { kill(try $0.program(), SIGABRT) }),
  ]

  @Test(arguments: endings.indices)
  func theTerminalIsAsBefore(index: Int) throws {
    let ending = Self.endings[index]
    let shell = try Shell(columns: 80, rows: 24)
    try shell.replay()
    try ending.end(shell.tmux)
    let status = try shell.status()
    #expect(status == ending.status, "\(ending.name)")
    try shell.expectGivenBack(ending.name)
  }

  @Test func suspendedAndContinuedItGoesOnWhereItWas() throws {
    let shell = try Shell(columns: 80, rows: 24)
    try shell.replay("--start", "26:30")
    try shell.tmux.press("Space")
    let before = try shell.tmux.wait(for: "‖")
    try shell.tmux.press("C-z")
    try shell.tmux.prompt()
    try shell.expectGivenBack("Ctrl-Z")
    try shell.tmux.enter("fg")
    let after = try shell.tmux.wait(for: "‖")
    #expect(after == before)
    try shell.tmux.press("q")
    #expect(try shell.status() == 0)
    try shell.expectGivenBack("q after fg")
  }

  @Test func suspendedItTakesOnTheSizeThatTheTerminalHasWhenItContinues() throws {
    let shell = try Shell(columns: 80, rows: 24)
    try shell.replay("--start", "26:30")
    try shell.tmux.press("C-z")
    try shell.tmux.prompt()
    try shell.tmux.resize(columns: 132, rows: 43)
    try shell.tmux.enter("fg")
    try shell.tmux.wait("the large board") { $0.contains("█") && $0.contains("TAKAGI Miho") }
    try shell.tmux.press("q")
    #expect(try shell.status() == 0)
    try shell.expectGivenBack("q")
  }

  @Test func stoppedFromOutsideAndContinuedItDrawsItselfAgain() throws {
    let shell = try Shell(columns: 80, rows: 24)
    try shell.replay("--start", "26:30")
    let program = try shell.tmux.program()
    kill(program, SIGSTOP)
    // The shell speaks on top of the board: nobody could clear it.
    try shell.tmux.wait(for: "READY>")
    try shell.tmux.enter("fg")
    try shell.tmux.wait("the board alone") { $0.contains("? keys") && !$0.contains("READY>") }
    try shell.tmux.press("q")
    #expect(try shell.status() == 0)
    try shell.expectGivenBack("q after SIGSTOP")
  }

  @Test func stoppedTwiceItStillEndsWell() throws {
    let shell = try Shell(columns: 80, rows: 24)
    try shell.replay()
    for _ in 0..<2 {
      try shell.tmux.press("C-z")
      try shell.tmux.prompt()
      try shell.tmux.enter("fg")
      try shell.tmux.wait(for: "? keys")
    }
    try shell.tmux.press("C-c")
    #expect(try shell.status() == 130)
    try shell.expectGivenBack("Ctrl-C after two fg")
  }
}
