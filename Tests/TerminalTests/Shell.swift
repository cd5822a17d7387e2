import ProgramFixtures
import Testing

/// A shell in a terminal that starts the program and can say whether it got the terminal back.
final class Shell {
  let tmux: Tmux

  init(columns: Int, rows: Int, environment: [String] = ["TERM=screen-256color", "LC_ALL=C.UTF-8"]) throws {
    tmux = try Tmux(columns: columns, rows: rows, environment: environment)
    try tmux.enter("before=$(stty -g)")
    try tmux.prompt()
    try tmux.enter("echo still' 'here")
    try tmux.wait(for: "still here")
  }

  /// Starts the demo and waits for the board.
  func replay(_ arguments: String...) throws {
    try start((["$R", "replay"] + arguments + [Program.demo]).joined(separator: " "))
  }

  /// Starts a command line and waits for the board.
  func start(_ line: String) throws {
    try tmux.enter(line)
    try tmux.wait(for: "? keys")
  }

  /// The exit status of what ran last.
  func status() throws -> Int? {
    try tmux.prompt()
    try tmux.enter("echo \"status:\"$?")
    let screen = try tmux.wait("the status") { Self.status($0) != nil }
    return Self.status(screen)
  }

  private static func status(_ screen: String) -> Int? {
    screen.split(separator: "\n").last { $0.hasPrefix("status:") }.flatMap { Int($0.dropFirst(7)) }
  }

  /// Expects the settings of the line, the screen, the cursor and the keys of before.
  func expectGivenBack(
    _ how: String, hasSecondScreen: Bool = true, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try tmux.enter("[ \"$before\" = \"$(stty -g)\" ] && echo settings' 'same || echo settings' 'changed")
    let screen = try tmux.wait("the settings") {
      $0.contains("settings same") || $0.contains("settings changed")
    }
    #expect(screen.contains("settings same"), "\(how)", sourceLocation: sourceLocation)
    #expect(
      screen.contains("still here") == hasSecondScreen, "\(how): the main screen",
      sourceLocation: sourceLocation)
    for (fact, value) in [
      ("alternate_on", "0"), ("cursor_flag", "1"), ("keypad_flag", "0"), ("keypad_cursor_flag", "0"),
    ] {
      #expect(try tmux.fact(fact) == value, "\(how): \(fact)", sourceLocation: sourceLocation)
    }
    try tmux.prompt()
    try tmux.enter("clear; echo still' 'here")
    try tmux.wait("a clear screen") { $0.contains("still here") && !$0.contains("settings") }
    try tmux.prompt()
  }
}
