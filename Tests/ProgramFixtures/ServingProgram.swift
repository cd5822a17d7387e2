import FoundationEssentials
import Glibc
import ReplayFixtures
import Synchronization
import TerminalHarness

/// The program as it was built, serving a file; it can be ended and started again.
package final class ServingProgram: Sendable {
  /// It did not do what it should.
  package struct Failure: Error {
    /// What it said, or what could not be done.
    package let what: String
  }

  /// The file that it serves.
  package let log: String
  /// The port that it is asked to listen on, unless other options name another.
  package let port: Int
  private let options: [String]
  private let scratch: Scratch?
  private let running = Mutex<(pid: pid_t, lines: SpokenLines)?>(nil)

  /// Serves a new file with these contents, gone after it, at a port that is free.
  package convenience init(_ contents: String, _ options: String...) throws {
    let scratch = try Scratch()
    let log = try scratch.file("served.ndjson", Data(contents.utf8))
    try self.init(log, FreePort.next(), options, scratch)
  }

  /// Serves a file that is there, at a port that is free.
  package convenience init(serving log: String) throws { try self.init(log, FreePort.next(), [], nil) }

  private init(_ log: String, _ port: Int, _ options: [String], _ scratch: Scratch?) throws {
    (self.log, self.port, self.options, self.scratch) = (log, port, options, scratch)
    try start()
  }

  deinit { kill() }

  /// Starts it again, where it was.
  package func start() throws {
    let started = try Spawn.start(
      try Program.path(), ["serve", log, "--listen", "127.0.0.1:\(port)"] + options, environment: [],
      reading: STDERR_FILENO)
    running.withLock { $0 = started }
  }

  /// The next line that it says.
  package func line() throws -> String {
    let lines = running.withLock { $0?.lines }
    guard let line = try lines?.next() else { throw Failure(what: "it ended") }
    return line
  }

  /// Waits until it says where it listens.
  ///
  /// - Returns: its port.
  @discardableResult package func portLine() throws -> Int {
    let line = try line()
    guard line.hasPrefix("rinkside: serving "),
      let port = line.split(separator: ":").last.flatMap({ Int($0) })
    else { throw Failure(what: line) }
    return port
  }

  /// The most memory that it ever had, in MiB.
  package func peakMemory() throws -> Int {
    let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    guard let kilobytes = line?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
      throw Failure(what: status)
    }
    return kilobytes / 1024
  }

  /// Adds a line to its log.
  package func add(_ line: String) throws { try add(bytes: (line + "\n").utf8) }

  /// Adds bytes to its log.
  package func add(bytes: some Sequence<UInt8>) throws {
    let bytes = Array(bytes)
    let file = unsafe open(log, O_WRONLY | O_APPEND | O_CLOEXEC)
    let count = unsafe bytes.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
    close(file)
    guard count == bytes.count else { throw Failure(what: "write") }
  }

  /// Stops it, or lets it go on.
  package func send(_ signal: CInt) {
    if pid > 0 { Glibc.kill(pid, signal) }
  }

  /// Sends a signal and waits for the end.
  ///
  /// - Returns: its exit status, or the signal's number and 128; -1 if it did not run.
  @discardableResult package func end(_ signal: CInt) -> CInt {
    guard let pid = running.withLock({ $0.take()?.pid }) else { return -1 }
    Glibc.kill(pid, signal)
    return Spawn.end(of: pid)
  }

  /// Ends it without a word.
  package func kill() { end(SIGKILL) }

  private var pid: pid_t { running.withLock { $0?.pid ?? 0 } }
}
