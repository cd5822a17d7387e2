import FoundationEssentials
import ReplayFixtures

/// The operator's console in a real terminal, worked by keys.
final class Console {
  let shell: Shell
  let scratch: Scratch
  private var tmux: Tmux { shell.tmux }

  /// The journal.
  var journal: String { scratch.folder + "/meet.ndjson" }

  /// Starts the console with a start list of its own.
  init(_ startList: String, options: String = "", columns: Int = 80, rows: Int = 24) throws {
    scratch = try Scratch()
    shell = try Shell(columns: columns, rows: rows)
    let list = try scratch.file("start.csv", Data(startList.utf8))
    try shell.start("$R operate \(journal) --start-list \(list) \(options)")
  }

  /// Presses keys, one after the other, and waits for text on the screen.
  @discardableResult
  func press(_ keys: String..., until text: String) throws -> String {
    try tmux.ask(["send-keys"] + keys)
    return try tmux.wait(for: text)
  }

  /// Does a command line, and waits for the answer.
  @discardableResult
  func say(_ line: String, _ answer: String) throws -> String {
    try type(":" + line)
    return try press("Enter", until: answer)
  }

  /// Types.
  func type(_ text: String) throws { try tmux.ask(["send-keys", "-l", text]) }

  /// Presses a key that decides: once more where the decision had not been seen long enough.
  func decide(_ key: String, until text: String) throws {
    try tmux.wait("the end of \(key)") { screen in
      if screen.contains(text) { return true }
      try self.tmux.press(key)
      return false
    }
  }

  /// Takes back what was done last and does it again.
  func undoAndRedo(_ what: String) throws {
    try press("u", until: "undone: " + what)
    try press("C-r", until: "done again: " + what)
  }

  /// Arms and fires.
  func start() throws {
    try press("a", until: "ARMED: Space")
    try press("Space", until: " running")
  }

  /// Ends it.
  func quit() throws {
    try press("q", until: "Quit? The same key again leaves.")
    try tmux.press("q")
    try tmux.prompt()
  }
}
