import FoundationEssentials
import Glibc
import Handover
import ProgramFixtures
import ReplayFixtures
import Synchronization
import TerminalHarness

/// `rinkside operate --serve` in a terminal of its own that nobody looks at.
final class ServedConsole {
  let journal: String
  let port: Int
  private let scratch: Scratch
  private let pid: pid_t
  private let terminal: PseudoTerminal
  private var written: [UInt8] = []
  private var hasEnded = false

  static let startList =
    "distance;gender;pair;lane;name\n1000;women;1;inner;Qishi Li\n;;1;outer;Miho Takagi\n"

  /// Starts it, and waits until its port answers.
  init(_ options: String..., environment: [String] = [], host: String = "127.0.0.1", port: Int? = nil) throws
  {
    scratch = try Scratch()
    journal = scratch.folder + "/meet.ndjson"
    let list = try scratch.file("list.csv", Data(Self.startList.utf8))
    self.port = port ?? FreePort.next()
    // One that is wide enough for all the console says.
    terminal = try PseudoTerminal(columns: 100, rows: 30)
    pid = try terminal.spawn(
      try Program.path(),
      ["operate", "--ascii", journal, "--start-list", list, "--serve", "\(host):\(self.port)"] + options,
      environment: ["TERM=xterm", "LC_ALL=C.UTF-8", "TZ=UTC0"] + environment)
  }

  deinit {
    guard !hasEnded else { return }
    kill(pid, SIGKILL)
    _ = end()
  }

  func type(_ text: String) { terminal.type(text) }

  /// What is in its journal.
  var saved: String {
    get throws { try text(of: "meet.ndjson") }
  }

  /// What is in a file beside it.
  func text(of name: String) throws -> String { try scratch.text(name) }

  /// The path of a file beside its journal.
  func path(_ name: String) -> String { scratch.folder + "/" + name }

  /// Waits until a text stands on one row of its screen, which it is made to write anew as often as that takes: else it
  /// writes only what is other than before.
  func wait(for text: String) throws {
    let wanted = Array(text.utf8)
    let end = ContinuousClock.now + .seconds(60)
    while !written.indices.contains(where: { written[$0...].starts(with: wanted) }) {
      guard ContinuousClock.now < end, kill(pid, 0) == 0 else {
        throw RawClient.Failure(what: "\(text) never came: \(self.text.suffix(1000))", errno: 0)
      }
      if terminal.wait(milliseconds: 1000) {
        _ = read()
      } else {
        type("\u{0C}")
      }
    }
  }

  /// Leaves it.
  func quit() -> Int32 {
    type("qq")
    return end()
  }

  /// Waits for its end.
  func end() -> Int32 {
    hasEnded = true
    return terminal.end(of: pid, reading: read)
  }

  /// What it wrote since it was looked at last.
  var text: String { String(decoding: written, as: UTF8.self) }

  private func read() -> Bool {
    let bytes = terminal.read()
    written += bytes
    return !bytes.isEmpty
  }
}
