import Glibc
import TerminalHarness

/// The real program on a terminal: start-up, bytes and processor time while a clock runs.
struct TerminalBench {
  let runs: Int
  let program: String
  let file: String
  /// This program, which serves as the floor.
  let own: String

  static let environment = ["TERM=xterm-256color", "LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin"]

  func run() throws -> [Figure] {
    let start = try (0..<runs).map { _ in try Self.firstFrame([program, "replay", file]) }
    let bare = try (0..<runs).map { _ in try Self.firstFrame([own, "--floor", "start", "--file", file]) }
    // Pair 8 of Heerenveen: two clocks' worth of skaters, passings every 2.3 s.
    let watched = try (0..<runs).map { _ in try watch([program, "replay", file, "--start", "32:30"]) }
    let floor = try (0..<runs).map { _ in try watch([own, "--floor", "tick", "--file", file]) }
    return [
      Figure(
        name: "start to first frame, floor: a process that reads the log, decodes its JSON and writes",
        unit: "ms", values: start, floor: bare, goal: "under 60 ms"),
      Figure(
        name: "bytes to the terminal per tick of a running clock, floor: cursor to a place and one digit",
        unit: "bytes", values: watched.map(\.bytes), floor: floor.map(\.bytes), goal: nil),
      Figure(
        name: "processor at 1×, floor: a process that wakes ten times a second and writes a digit",
        unit: "% of a core", values: watched.map(\.processor), floor: floor.map(\.processor),
        goal: "under 2 %"),
    ]
  }

  /// Milliseconds from starting a program to the end of its first frame: the last byte before it waits.
  static func firstFrame(_ command: [String]) throws -> Double {
    let terminal = try PseudoTerminal(columns: 132, rows: 43)
    let start = Meter.now
    let child = try terminal.spawn(command[0], Array(command.dropFirst()), environment: Self.environment)
    var last = start
    var bytes = 0
    while terminal.wait(milliseconds: bytes == 0 ? 5000 : 60) {
      let more = terminal.read()
      if more.isEmpty { break }
      bytes += more.count
      last = Meter.now
      // The clock of a running race would go on for ever; the frame is there with its last line.
      if bytes > 4000 || command.contains("--floor") { break }
    }
    Spawn.kill(child)
    return Double(last - start) / 1e6
  }

  /// Bytes and processor time for each of the ticks of two seconds.
  private func watch(_ command: [String]) throws -> (bytes: Double, processor: Double) {
    let terminal = try PseudoTerminal(columns: 132, rows: 43)
    let child = try terminal.spawn(command[0], Array(command.dropFirst()), environment: Self.environment)
    drain(terminal, milliseconds: 700)
    let before = processorTime(child)
    let start = Meter.now
    let counted = drain(terminal, milliseconds: 2000)
    let processor = Double(processorTime(child) - before) / Double(Meter.now - start)
    Spawn.kill(child)
    return (Double(counted.bytes) / Double(max(counted.reads, 1)), processor * 100)
  }

  @discardableResult
  private func drain(_ terminal: PseudoTerminal, milliseconds: Int) -> (bytes: Int, reads: Int) {
    let until = Meter.now + Int64(milliseconds) * 1_000_000
    var bytes = 0
    var reads = 0
    while true {
      let left = Int((until - Meter.now) / 1_000_000)
      guard left > 0, terminal.wait(milliseconds: left) else { return (bytes, reads) }
      let more = terminal.read()
      if more.isEmpty { return (bytes, reads) }
      bytes += more.count
      reads += 1
    }
  }

  /// Nanoseconds that a process has run so far.
  private func processorTime(_ process: pid_t) -> Int64 {
    guard let file = unsafe fopen("/proc/\(process)/schedstat", "r") else { return 0 }
    defer { unsafe fclose(file) }
    var text = [CChar](repeating: 0, count: 128)
    guard unsafe fgets(&text, 128, file) != nil else { return 0 }
    let line = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return line.split(separator: " ").first.flatMap { Int64($0) } ?? 0
  }
}
