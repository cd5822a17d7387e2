import FoundationEssentials
import Glibc
import ProgramFixtures
import ReplayFixtures
import Testing

/// A public screen that follows a file somebody else writes.
@Suite struct WatchTests {
  private static let pair: [String] = {
    func entry(_ id: String, _ name: String, _ lane: String) -> String {
      #"{"type":"entry","race":"r","pair":1,"lane":"\#(lane)","#
        + #""competitor":{"id":"\#(id)","name":"\#(name)","nation":"NED"}}"#
    }
    func split(_ id: String, _ mark: Int, _ time: String) -> String {
      #"{"type":"split","race":"r","competitor":"\#(id)","mark":\#(mark),"time":"\#(time)","source":"optical"}"#
    }
    return [
      #"{"type":"meet","format":1,"log":"t","name":"Night of the thousand laps"}"#,
      #"{"type":"race","race":"r","kind":"individual","distance":1000,"gender":"women"}"#,
      entry("a", "Kimi Goetz", "inner"), entry("b", "Mei Han", "outer"),
      #"{"type":"call","race":"r","pair":1}"#, #"{"type":"start","race":"r","pair":1}"#,
      split("a", 200, "17.91"), #"{"type":"board","screen":"big"}"#, split("b", 200, "18.22"),
      #"{"type":"board","screen":"standings"}"#, split("a", 600, "45.21"), split("a", 1000, "1:14.45"),
    ]
  }()

  /// Lines of the log.
  private static func lines(_ range: Range<Int>) -> String {
    Replays.text(pair).split(separator: "\n")[range].map { $0 + "\n" }.joined()
  }

  private static func add(_ text: String, to path: String) throws {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    let bytes = Array(text.utf8)
    let written = unsafe bytes.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
    try #require(written == bytes.count)
    close(file)
  }

  @Test func itFollowsTheFileFromBeforeItExistsToItsSuccessor() throws {
    let scratch = try Scratch()
    let log = scratch.folder + "/night.ndjson"
    let shell = try Shell(columns: 80, rows: 24)
    try shell.start("$R watch \(log)")
    try shell.tmux.wait(for: "waiting for ")
    try Self.add(Self.lines(0..<2), to: log)
    try shell.tmux.wait(for: "Nobody is entered yet.")
    try Self.add(Self.lines(2..<6), to: log)
    let first = try shell.tmux.wait(for: "GOETZ Kimi")
    let clock = ReplayTests.clock(first)
    try shell.tmux.wait("a later clock") { ReplayTests.clock($0) != clock }
    // A line is shown when it is whole.
    let split = Self.lines(6..<7)
    try Self.add(String(split.dropLast(9)), to: log)
    try Self.add(String(split.suffix(9)), to: log)
    try shell.tmux.wait(for: "17.91")
    try shell.tmux.wait("the age of the data") { $0.contains("data 0 s old") || $0.contains("data 1 s old") }
    try Self.add(Self.lines(7..<9), to: log)
    try shell.tmux.wait("the big board") {
      $0.contains("██") && $0.contains("HAN Mei") && $0.contains("laps to go")
    }
    // The journal is written anew, under another inode, with more in it than before.
    let successor = try scratch.file("successor", Data(Self.lines(0..<12).utf8))
    try #require(unsafe rename(successor, log) == 0)
    try shell.tmux.wait("the standings of the new file") { $0.contains("1:14.45") && !$0.contains("██") }
    try shell.tmux.press("F1")
    try shell.tmux.wait(for: "Pair 1")
    try shell.tmux.press("q")
    #expect(try shell.status() == 0)
  }

  /// Keys come from the terminal, the log through a pipe; what came is kept, and can be gone back to.
  @Test func aPipeIsWatchedRecordedAndReplayed() throws {
    let shell = try Shell(columns: 80, rows: 24)
    let scratch = try Scratch()
    let copy = scratch.folder + "/copy.ndjson"
    try shell.start("$R watch - --record \(copy) < \(Replays.path("2023-beijing-women-1000m.ndjson"))")
    try shell.tmux.wait(for: "ended")
    try shell.tmux.press("g")
    try shell.tmux.wait(for: "behind live")
    try shell.tmux.press("Space")
    try shell.tmux.wait(for: "‖ −27:0")
    try shell.tmux.press("G")
    try shell.tmux.wait("the end") { $0.contains("1:14.44") && !$0.contains("behind live") }
    try shell.tmux.press("q")
    #expect(try shell.status() == 0)
    let beijing = Replays.path("2023-beijing-women-1000m.ndjson")
    #expect(try scratch.text("copy.ndjson") == String(contentsOfFile: beijing, encoding: .utf8))
  }

  @Test func killedItGivesTheTerminalBack() throws {
    let shell = try Shell(columns: 80, rows: 24)
    try shell.start("$R watch /nowhere/night.ndjson")
    try shell.tmux.wait(for: "waiting for /nowhere/night.ndjson")
    try shell.tmux.press("C-c")
    #expect(try shell.status() == 130)
    try shell.expectGivenBack("Ctrl-C in watch")
  }

  @Test func whatCanNeverBeALogIsRefused() throws {
    let folder = try Program.run(["watch", "/tmp"])
    #expect(folder.status == 2)
    #expect(folder.errors == "rinkside: /tmp: not a file that grows. Name a log, or a pipe for a feed.\n")
    let late = try Program.run(["watch", "--delay", "soon", "night.ndjson"])
    #expect(late.status == 64)
    #expect(late.errors.contains("soon: not a delay. Write seconds, like 3.5; 600 at most."))
    let none = try Program.run(["watch", "--record", "/nowhere/copy.ndjson", "night.ndjson"])
    #expect(none.status == 2)
    #expect(none.errors.contains("/nowhere"))
  }
}
