import FoundationEssentials
import Glibc
import ProgramFixtures
import TerminalHarness

/// `rinkside operate` in a terminal of its own, and what it shows.
final class OperatorConsole {
  /// What a test waited for did not come.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  let pid: pid_t
  private(set) var screen: PaintedScreen
  /// The most events that it ever said to be saved.
  private(set) var acknowledged = 0
  /// Everything it wrote.
  private(set) var written: [UInt8] = []
  private let terminal: PseudoTerminal
  private var hasEnded = false

  /// Starts it with a journal and options.
  convenience init(_ journal: String, _ options: String..., columns: Int = 76) throws {
    try self.init(journal, options, columns: columns)
  }

  /// Starts it with a journal and options.
  init(_ journal: String, _ options: [String], columns: Int = 76) throws {
    screen = PaintedScreen(columns: columns, rows: 23)
    terminal = try PseudoTerminal(columns: UInt16(clamping: columns), rows: 23)
    pid = try terminal.spawn(
      try Program.path(), ["operate", "--ascii", journal] + options,
      environment: ["TERM=vt100", "LC_ALL=C.UTF-8", "TZ=UTC0"])
  }

  deinit {
    if !hasEnded { kill() }
  }

  /// Types lines of the console's command line, all at once.
  func enter(_ lines: String...) { enter(lines) }

  /// Types lines of the console's command line, all at once.
  func enter(_ lines: [String]) { terminal.type(lines.map { ":\($0)\r" }.joined()) }

  /// Presses keys.
  func press(_ keys: String) { terminal.type(keys) }

  /// Looks at the screen for so many milliseconds.
  func watch(milliseconds: Int) {
    let end = ContinuousClock.now + .milliseconds(milliseconds)
    while true {
      let left = end - ContinuousClock.now
      guard left > .zero, terminal.wait(milliseconds: Int(left / .milliseconds(1))) else { return }
      guard read() else { return }
    }
  }

  /// Waits until the screen shows what a test asks for. The limit is there for programs that hang.
  @discardableResult
  func wait(_ what: String, until isThere: (PaintedScreen) -> Bool) throws -> String {
    let end = ContinuousClock.now + .seconds(20)
    while screen.frames == 0 || !isThere(screen) {
      guard ContinuousClock.now < end, terminal.wait(milliseconds: 20_000), read() else {
        throw Failure(
          description:
            "\(what) never came:\n\(screen.text)\n\(String(decoding: written.suffix(500), as: UTF8.self))")
      }
    }
    return screen.text
  }

  /// Waits for text on the screen.
  @discardableResult
  func wait(for text: String) throws -> String { try wait(text) { $0.text.contains(text) } }

  /// Kills it as no program can catch, and reads what it still had shown.
  func kill() {
    Glibc.kill(pid, SIGKILL)
    _ = end()
  }

  /// Waits for its end.
  ///
  /// - Returns: its exit status as a shell tells it.
  func end() -> Int32 {
    hasEnded = true
    return terminal.end(of: pid, reading: read)
  }

  /// - Returns: whether anything was there.
  private func read() -> Bool {
    let bytes = terminal.read()
    written += bytes
    screen.take(bytes) { screen in
      acknowledged = max(acknowledged, Self.saved(screen) ?? 0)
    }
    return !bytes.isEmpty
  }

  /// The number after `saved`, which stands at the right end of the first row.
  private static func saved(_ screen: PaintedScreen) -> Int? {
    let words = screen.rows[0].split(separator: " ")
    guard words.count > 1, words[words.count - 2] == "saved" else { return nil }
    return Int(words[words.count - 1])
  }
}
