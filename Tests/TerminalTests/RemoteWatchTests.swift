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

  /// A port that nobody listens on now.
  private static func freePort() throws -> UInt16 {
    let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe bind(descriptor, address, size) == 0 ? unsafe getsockname(descriptor, address, &size) : -1
      }
    }
    try #require(result == 0)
    return UInt16(bigEndian: address.sin_port)
  }

  @Test func aServerIsAwaitedWatchedLostAndFoundAgain() throws {
    let scratch = try Scratch()
    let half = Self.lines.count / 2
    let log = try scratch.file("night.ndjson", Data(Self.lines[..<half].joined().utf8))
    let port = try Self.freePort()
    let viewer = try Shell(columns: 132, rows: 24)
    try viewer.start("$R watch http://127.0.0.1:\(port) --record \(scratch.folder)/copy.ndjson")
    try viewer.tmux.wait(for: "nothing listens there")
    let server = try Shell(columns: 80, rows: 24)
    func serve() throws {
      try server.tmux.enter("$R serve \(log) --listen 127.0.0.1:\(port)")
      try server.tmux.wait(for: "serving ")
    }
    try serve()
    try viewer.tmux.wait("the first half") { $0.contains("Women 1000 m") && $0.contains("data 0 s old") }
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
