import FoundationEssentials
import Glibc
import ProgramFixtures
import TerminalHarness
import Testing

/// Logs from anywhere, keys from the terminal.
@Suite struct InputTests {
  @Test(
    arguments: [
      "cat \(Program.demo) | $R replay --start 26:30 -", "$R replay --start 26:30 - < \(Program.demo)",
      "$R replay --start 26:30 \(Program.demo) < /dev/null", "true | $R replay --start 26:30 \(Program.demo)",
      "cd $(dirname \(Program.demo))/..; $R replay --start 26:30",
    ])
  func keysWorkWhereverTheLogComesFrom(line: String) throws {
    let shell = try Shell(columns: 80, rows: 24)
    try shell.start(line)
    try shell.tmux.wait(for: "TAKAGI Miho")
    try shell.tmux.press("Space")
    try shell.tmux.wait(for: "‖")
    try shell.tmux.press("q")
    #expect(try shell.status() == 0)
    try shell.expectGivenBack(line)
  }

  @Test(arguments: ["--speed 64", "--speed 1/8", "--speed 0.5", "--compare best", "--race w1000"])
  func optionsOfAReplay(options: String) throws {
    let shell = try Shell(columns: 80, rows: 24)
    try shell.replay("--start", "26:30", options)
    let shown = [
      "--speed 64": "64×", "--speed 1/8": "1/8×", "--speed 0.5": "1/2×", "--compare best": "vs best",
    ]
    try shell.tmux.wait(for: shown[options] ?? "TAKAGI Miho")
  }

  @Test func withoutATerminalItSaysSo() throws {
    let result = try Program.run(["replay", Program.demo])
    #expect(
      result.errors
        == "rinkside: cannot open the terminal /dev/tty: this process has no terminal. Start rinkside from a "
        + "terminal.\n")
    #expect(result.status == 2 && result.output.isEmpty)
  }

  @Test func itEndsWhenTheWindowIsClosed() throws {
    let terminal = try PseudoTerminal(columns: 80, rows: 24)
    let pid = try terminal.spawn(
      try Program.path(), ["replay", Program.demo], environment: ["TERM=xterm-256color", "LC_ALL=C.UTF-8"])
    _ = terminal.output(until: "\u{1B}[?2026l")
    terminal.hangUp()
    #expect(Spawn.end(of: pid) == 128 + SIGHUP)
  }
}
