import FoundationEssentials
import Glibc
import TerminalHarness

/// A program on a terminal, for keys: the console, unlocked, with a heat running.
final class LiveConsole {
  let terminal: PseudoTerminal
  private let process: pid_t

  /// A console over a new journal of one pair over 3000 m, a moment after its gun.
  init(_ program: String, journal: String, arguments: [String] = []) throws {
    try OperateJournal.programme.write(to: URL(filePath: journal))
    terminal = try PseudoTerminal(columns: 132, rows: 43)
    process = try terminal.spawn(
      program, ["operate", journal] + arguments, environment: TerminalBench.environment)
    let file = try WatchedFile(journal)
    let size = file.size
    terminal.type(":unlock\r:call 1\ra ")
    // The call and the gun.
    while file.lines(from: size) < 2, file.wait(orFor: terminal) { _ = terminal.read() }
    rest(milliseconds: 300)
  }

  /// A program that sends back what it gets.
  init(echo program: String) throws {
    terminal = try PseudoTerminal(columns: 132, rows: 43)
    process = try terminal.spawn(program, ["--floor", "echo"], environment: TerminalBench.environment)
    _ = terminal.output(until: "ready")
  }

  deinit { Spawn.kill(process) }

  /// Processor time so far, of all its threads, in seconds.
  var processorTime: Double { ProcessFacts.processorTime(process) }

  /// Reads what comes for so long.
  func rest(milliseconds: Int) {
    let until = Meter.now + Int64(milliseconds) * 1_000_000
    while true {
      let left = (until - Meter.now) / 1_000_000
      guard left > 0, terminal.wait(milliseconds: Int(left)) else { return }
      _ = terminal.read()
    }
  }

  /// Milliseconds from a key to the first byte that comes back, pressed when nothing has come for a while.
  func answer(to key: String, quiet: Int) -> Double {
    while terminal.wait(milliseconds: quiet) { _ = terminal.read() }
    let start = Meter.now
    terminal.type(key)
    _ = terminal.wait(milliseconds: 5000)
    let end = Meter.now
    _ = terminal.read()
    return Double(end - start) / 1e6
  }
}

/// A file that somebody else writes.
final class WatchedFile {
  private let descriptor: CInt
  private let watch: CInt
  private let path: String

  init(_ path: String) throws {
    self.path = path
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    watch = inotify_init1(CInt(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0, watch >= 0, unsafe inotify_add_watch(watch, path, UInt32(IN_MODIFY)) >= 0 else {
      throw PseudoTerminal.Failure(errno: errno)
    }
  }

  deinit {
    close(descriptor)
    close(watch)
  }

  var size: Int {
    var facts = stat()
    return unsafe fstat(descriptor, &facts) == 0 ? Int(facts.st_size) : 0
  }

  /// Waits until what is in it is on disk.
  func sync() { fdatasync(descriptor) }

  /// Waits until it was written to, or a terminal has something to read; false when neither comes in five seconds.
  func wait(orFor terminal: PseudoTerminal) -> Bool {
    let isThere = terminal.wait(orFor: watch, milliseconds: 5000)
    var events = [UInt8](repeating: 0, count: 4096)
    while unsafe read(watch, &events, events.count) > 0 {}
    return isThere
  }

  /// How many whole lines stand in it after so many bytes.
  func lines(from start: Int) -> Int { text.dropFirst(start).count { $0 == UInt8(ascii: "\n") } }

  /// Everything in it.
  var text: Data {
    do { return try Data(contentsOf: URL(filePath: path)) } catch { return Data() }
  }
}
