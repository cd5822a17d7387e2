import ProgramFixtures
import Testing

/// Colours and characters follow what the user and the terminal ask for.
@Suite struct AppearanceTests {
  @Test(
    arguments: [
      ("", "", true), ("--no-color", "", false), ("", "NO_COLOR=1", false), ("", "NO_COLOR=", true),
    ])
  func coloursCanBeTurnedOff(option: String, variable: String, hasColours: Bool) throws {
    let environment = ["TERM=screen-256color", "LC_ALL=C.UTF-8", variable].filter { !$0.isEmpty }
    let shell = try Shell(columns: 80, rows: 24, environment: environment)
    try shell.replay("--start", "26:30", option)
    let screen = try shell.tmux.styledScreen()
    #expect(screen.contains("\u{1B}["))
    #expect(Self.colours(screen).isEmpty == !hasColours, "\(Self.colours(screen))")
    try shell.tmux.press("v")
    try shell.tmux.wait(for: "colours: ")
    let next = try shell.tmux.styledScreen()
    #expect(Self.colours(next).isEmpty == !hasColours)
  }

  @Test(
    arguments: [
      ("--ascii", "LC_ALL=C.UTF-8"), ("", "LC_ALL=C"), ("", "LC_ALL=en_US.ISO-8859-1"), ("", "LANG=POSIX"),
    ])
  func asciiOnlyWhereAskedForOrWithoutUTF8(option: String, locale: String) throws {
    let shell = try Shell(columns: 80, rows: 24, environment: ["TERM=screen-256color", locale])
    try shell.replay("--start=#80", option)
    for key in ["F2", "F3", "F4", "?", "Escape"] {
      let before = try shell.tmux.screen()
      #expect(before.utf8.allSatisfy { $0 < 0x80 }, "\(before)")
      try shell.tmux.press(key)
      try shell.tmux.wait("another screen") { $0 != before }
    }
  }

  @Test func aTerminalWithoutColoursShowsTheWholeBoard() throws {
    let shell = try Shell(columns: 80, rows: 24, environment: ["TERM=vt100", "LC_ALL=C.UTF-8"])
    try shell.replay("--start=#80")
    let screen = try shell.tmux.wait(for: "TAKAGI Miho")
    #expect(screen.contains("+0.14 ▼0.11"))
    #expect(try Self.colours(shell.tmux.styledScreen()).isEmpty)
    try shell.tmux.press("q")
    // It has no second screen, so the board stays, and the shell goes on below it.
    let after = try shell.tmux.prompt()
    #expect(after.contains("TAKAGI Miho") && after.contains("? keys"))
    #expect(try shell.status() == 0)
    try shell.expectGivenBack("vt100", hasSecondScreen: false)
  }

  @Test(
    arguments: [
      (
        "TERM=dumb",
        "rinkside: the terminal \"dumb\" cannot place text on the screen. Use another terminal, or set TERM to "
          + "what it really is."
      ),
      (
        "TERM=no-such-thing",
        "rinkside: this system has no description of the terminal \"no-such-thing\". Set TERM to one it knows, "
          + "for example: TERM=xterm-256color"
      ),
      (
        "TERM=",
        "rinkside: the kind of terminal is not known: TERM is not set. Set it, for example: TERM=xterm-256color"
      ),
    ])
  func aTerminalThatCannotShowItIsToldInASentence(variable: String, sentence: String) throws {
    let shell = try Shell(columns: 200, rows: 24)
    try shell.tmux.enter("\(variable) $R replay \(Program.demo)")
    try shell.tmux.wait("the sentence") { $0.split(separator: "\n").contains { $0 == sentence } }
    #expect(try shell.status() == 2)
    try shell.expectGivenBack(variable)
  }

  /// The sequences for colours; those for weight and for the terminal's own colours (39, 49) are left out.
  static func colours(_ screen: String) -> [String] {
    let own: Set = [39, 49]
    return screen.split(separator: "\u{1B}[").dropFirst().compactMap { part in
      let codes = part.prefix { $0.isNumber || $0 == ";" }
      guard part.dropFirst(codes.count).first == "m" else { return nil }
      let isColour = codes.split(separator: ";").compactMap { Int($0) }.contains {
        (30...107).contains($0) && !own.contains($0)
      }
      return isColour ? String(codes) : nil
    }
  }
}
