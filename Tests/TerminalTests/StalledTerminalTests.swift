import Glibc
import ProgramFixtures
import ReplayFixtures
import TerminalHarness
import Testing

/// A terminal that nobody reads, as after a lost connection, does not keep the program from ending.
@Suite struct StalledTerminalTests {
  /// Frames of a few kilobytes fit into what a terminal takes unread; large ones fill it several times.
  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV], [false, true])
  func aSignalEndsIt(signal: CInt, isLarge: Bool) throws {
    let terminal = try PseudoTerminal(columns: isLarge ? 200 : 80, rows: isLarge ? 300 : 24)
    let before = terminal.settings
    let scratch = try Scratch()
    let long = String(repeating: "A long message. ", count: 15)
    let log = try scratch.log(
      [#"{"type":"meet","format":1,"log":"t","name":"T"}"#]
        + (0..<300).map { #"{"type":"message","text":"\#($0) \#(long)","level":"info"}"# })
    let pid = try terminal.spawn(
      try Program.path(), ["replay", "--start", "99:00", isLarge ? log : Program.demo],
      environment: ["TERM=xterm-256color", "LC_ALL=C.UTF-8"])
    // The first frame is begun, so that keys are not echoed by the line.
    let hasBegun = terminal.output(until: "\u{1B}[?2026h").contains("\u{1B}[?2026h")
    #expect(hasBegun)
    if isLarge { terminal.type("\u{1B}[15~") }
    var stalled = 0
    for _ in 0..<1000 where stalled < 10 {
      terminal.type("\u{C}")
      usleep(5_000)
      stalled = Self.isWriting(pid) ? stalled + 1 : 0
    }
    #expect(stalled == 10)
    kill(pid, signal)
    #expect(Self.end(of: pid) == 128 + signal)
    #expect(terminal.settings == before)
    let isLeft = terminal.output(until: "\u{1B}[?1049l").contains("\u{1B}[?1049l")
    #expect(isLeft)
    withExtendedLifetime(scratch) {}
  }

  /// Whether a process hangs in a write, as the first word of its state in the kernel tells.
  private static func isWriting(_ pid: pid_t) -> Bool {
    var block = [UInt8](repeating: 0, count: 64)
    let file = unsafe open("/proc/\(pid)/syscall", O_RDONLY)
    guard file >= 0 else { return false }
    defer { close(file) }
    let count = unsafe read(file, &block, block.count)
    return String(decoding: block.prefix(max(count, 0)), as: UTF8.self).hasPrefix("\(writeCall) ")
  }

  #if arch(x86_64)
    private static let writeCall = 1
  #else
    private static let writeCall = 64
  #endif

  /// The status of a process that ends within five seconds; nil, and it is killed, if it does not.
  private static func end(of pid: pid_t) -> Int32? {
    for _ in 0..<500 {
      if let status = Spawn.endNow(of: pid) { return status }
      usleep(10_000)
    }
    Spawn.kill(pid)
    return nil
  }
}
