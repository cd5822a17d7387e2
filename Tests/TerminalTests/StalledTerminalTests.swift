import Glibc
import TerminalHarness
import Testing

/// A terminal that nobody reads, as after a lost connection, does not keep the program from ending.
@Suite struct StalledTerminalTests {
  /// A size whose frame fits into what a terminal takes unread, and one whose frame does not.
  static let sizes: [(columns: UInt16, rows: UInt16)] = [(80, 24), (250, 120)]

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV], sizes.indices)
  func aSignalEndsIt(signal: CInt, size: Int) throws {
    let terminal = try PseudoTerminal(columns: Self.sizes[size].columns, rows: Self.sizes[size].rows)
    let before = terminal.settings
    let pid = try terminal.spawn(
      try Program.path(), ["replay", "--start", "26:30", Program.demo],
      environment: ["TERM=xterm-256color", "LC_ALL=C.UTF-8"])
    // The first frame is begun, so that keys are not echoed by the line.
    #expect(terminal.output(until: "\u{1B}[?2026h").contains("\u{1B}[?2026h"))
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
    #expect(terminal.output(until: "\u{1B}[?1049l").contains("\u{1B}[?1049l"))
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
      var status: CInt = 0
      if unsafe waitpid(pid, &status, WNOHANG) == pid {
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
      }
      usleep(10_000)
    }
    kill(pid, SIGKILL)
    _ = Child.end(of: pid)
    return nil
  }
}
