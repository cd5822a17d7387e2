import FoundationEssentials
import Glibc
import ReplayFixtures
import Testing

/// Two terminals: one serves a log, the other watches it by its address.
@Suite struct RemoteWatchTests {
  private static let lines: [String] = {
    do {
      let text = try String(
        contentsOfFile: Replays.path("2023-beijing-women-1000m.ndjson"), encoding: .utf8)
      return text.split(separator: "\n").map { $0 + "\n" }
    } catch { return [] }
  }()

  @Test func aServerIsAwaitedWatchedLostAndFoundAgain() throws {
    let scratch = try Scratch()
    let half = Self.lines.count / 2
    let log = try scratch.file("night.ndjson", Data(Self.lines[..<half].joined().utf8))
    let port = FreePort.next()
    let viewer = try Shell(columns: 132, rows: 24)
    try viewer.start("$R watch http://127.0.0.1:\(port) --record \(scratch.folder)/copy.ndjson")
    try viewer.tmux.wait(for: "nothing listens there")
    let server = try Shell(columns: 80, rows: 24)
    func serve() throws {
      try server.tmux.enter("$R serve \(log) --listen 127.0.0.1:\(port)")
      try server.tmux.wait(for: "serving ")
    }
    try serve()
    try viewer.tmux.wait("the first half") { $0.contains("Women 1000 m") && $0.contains("days old") }
    try server.tmux.press("C-c")
    try viewer.tmux.wait(for: "nothing listens there")
    // The meet goes on while nobody can see it.
    let file = unsafe open(log, O_WRONLY | O_APPEND | O_CLOEXEC)
    let rest = Array(Self.lines[half...].joined().utf8)
    #expect(unsafe write(file, rest, rest.count) == rest.count)
    close(file)
    try server.tmux.enter("clear")
    try serve()
    try viewer.tmux.wait("all of it") { $0.contains("1:14.44") && $0.contains("TAKAGI") }
    try viewer.tmux.press("q")
    #expect(try viewer.status() == 0)
    #expect(try scratch.text("copy.ndjson") == Self.lines.joined())
    try server.tmux.press("C-c")
  }
}
