import FoundationEssentials
import Glibc
import ProgramFixtures
import ReplayFixtures
import TerminalHarness

/// A terminal as people use it, with a shell in it: tmux, on a server of its own.
final class Tmux {
  /// tmux did not do what it was asked for, or something did not come.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let server: String
  private let scratch: Scratch

  /// A terminal with a shell that waits for commands, with `NAME=value` in its environment.
  init(
    columns: Int = 80, rows: Int = 24, environment: [String] = ["TERM=screen-256color", "LC_ALL=C.UTF-8"]
  ) throws {
    scratch = try Scratch()
    server = scratch.folder + "/tmux"
    let quiet = ["set -g status off", "set -g remain-on-exit on", "set -g escape-time 0"]
    let settings = try scratch.file("tmux.conf", Data(quiet.joined(separator: "\n").utf8))
    let shell = ["env", "-i", "PATH=/usr/bin:/bin", "PS1=READY> ", "R=" + (try Program.path())] + environment
    try ask(
      ["-f", settings, "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"] + shell + ["/bin/sh", "-i"])
    try prompt()
  }

  deinit {
    do { try ask(["kill-server"]) } catch { print("tmux does not end: \(error)") }
  }

  /// Asks tmux for something.
  ///
  /// - Returns: what it prints.
  @discardableResult
  func ask(_ arguments: [String]) throws -> String {
    let result: Child.Result
    do {
      result = try Child.run("tmux", ["-u", "-S", server] + arguments, environment: Self.environment)
    } catch is Spawn.Failure {
      throw Failure(description: "tmux is not installed; these tests need it (apt-get install tmux).")
    }
    guard result.status == 0 else {
      throw Failure(description: "tmux \(arguments): status \(result.status), \(result.errors)")
    }
    return result.output
  }

  private static let environment = ["PATH=/usr/bin:/bin:/usr/local/bin", "LC_ALL=C.UTF-8"]

  /// What is on the screen.
  func screen() throws -> String { try ask(["capture-pane", "-p"]) }

  /// What is on the screen, with the sequences for colours and weight.
  func styledScreen() throws -> String { try ask(["capture-pane", "-p", "-e"]) }

  /// What tmux knows about the terminal: `alternate_on`, `cursor_flag`.
  func fact(_ name: String) throws -> String {
    try ask(["display-message", "-p", "#{\(name)}"]).filter { $0 != "\n" }
  }

  /// Presses keys by their names: `q`, `Space`, `C-c`.
  func press(_ keys: String...) throws { try ask(["send-keys"] + keys) }

  /// Types a command line.
  func enter(_ line: String) throws {
    try ask(["send-keys", "-l", line])
    try press("C-j")
  }

  /// Gives it another size.
  func resize(columns: Int, rows: Int) throws {
    try ask(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Waits until the screen shows what a test asks for. The limit is there for programs that hang.
  @discardableResult
  func wait(_ what: String, until isThere: (String) throws -> Bool) throws -> String {
    let end = ContinuousClock.now + .seconds(20)
    while true {
      let screen = try screen()
      if try isThere(screen) { return screen }
      guard ContinuousClock.now < end else { throw Failure(description: "\(what) never came:\n\(screen)") }
      pause()
    }
  }

  /// Leaves the processor to the others for a moment.
  private func pause() {
    var nothing: [pollfd] = []
    _ = unsafe poll(&nothing, 0, 10)
  }

  /// Waits for text on the screen.
  @discardableResult
  func wait(for text: String) throws -> String { try wait(text) { $0.contains(text) } }

  /// Waits for the shell to ask for a command.
  @discardableResult
  func prompt() throws -> String {
    try wait("the prompt") { screen in
      // tmux leaves out blanks at the ends of rows, so this is a prompt with nothing typed after it.
      screen.split(separator: "\n").last { $0.contains { $0 != " " } } == "READY>"
    }
  }

  /// The process that the shell runs in front.
  func program() throws -> pid_t {
    let shell = try fact("pane_pid")
    let text = try String(contentsOf: URL(filePath: "/proc/\(shell)/task/\(shell)/children"), encoding: .utf8)
    guard let child = text.split(separator: " ").first.flatMap({ pid_t($0) }) else {
      throw Failure(description: "the shell runs nothing")
    }
    return child
  }
}
