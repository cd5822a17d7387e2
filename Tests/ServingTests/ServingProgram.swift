import FoundationEssentials
import Glibc
import ReplayFixtures

/// The program as it was built, serving a file of its own.
final class ServingProgram {
  struct Failure: Error {
    let what: String
  }

  let log: String
  private let isOwn: Bool
  private let pid: pid_t
  private let errors: CInt

  /// Where the program is: next to the tests.
  static func path() throws -> String {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(filePath: tests).deletingLastPathComponent().path + "/rinkside"
  }

  /// Serves a new file with these contents, or one that is there, at a free port or a certain one.
  init(_ contents: String, _ more: String..., at path: String? = nil, port: Int = FreePort.next()) throws {
    let program = try Self.path()
    let own = FileManager.default.temporaryDirectory.path + "/serving-" + UUID().uuidString + ".ndjson"
    log = path ?? own
    isOwn = path == nil
    if isOwn { try Data(contents.utf8).write(to: URL(filePath: log)) }
    var ends: [CInt] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw Failure(what: "pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO)
    // Swift's threads block most signals, and a child would inherit that: it could not be ended.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let arguments = [program, "serve", log, "--listen", "127.0.0.1:\(port)"] + more
    let argv = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { unsafe argv.forEach { unsafe free($0) } }
    var pid: pid_t = 0
    let code = unsafe posix_spawn(&pid, program, &actions, &attributes, argv, [nil])
    close(ends[1])
    errors = ends[0]
    self.pid = pid
    guard code == 0 else { throw Failure(what: "spawn \(code)") }
  }

  deinit {
    kill(pid, SIGKILL)
    var status: CInt = 0
    unsafe waitpid(pid, &status, WNOHANG)
    close(errors)
    if isOwn { unsafe unlink(log) }
  }

  /// The next line that it says, which ends with its port.
  func portLine() throws -> Int {
    let line = try line()
    guard let port = line.split(separator: ":").last.flatMap({ Int($0) }) else { throw Failure(what: line) }
    return port
  }

  /// The most memory that it ever had, in MiB.
  func peakMemory() throws -> Int {
    let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    guard let kilobytes = line?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
      throw Failure(what: status)
    }
    return kilobytes / 1024
  }

  /// The next line that it says.
  func line() throws -> String {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while unsafe read(errors, &byte, 1) == 1 {
      if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
      line.append(byte)
    }
    throw Failure(what: "ended: " + String(decoding: line, as: UTF8.self))
  }

  /// Adds a line to its log.
  func add(_ line: String) throws { try add(bytes: Array((line + "\n").utf8)) }

  /// Adds bytes to its log.
  func add(bytes: [UInt8]) throws {
    let file = unsafe open(log, O_WRONLY | O_APPEND | O_CLOEXEC)
    let count = unsafe bytes.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
    close(file)
    guard count == bytes.count else { throw Failure(what: "write") }
  }

  /// Sends a signal and waits for the end: its exit status, or the signal's number and 128.
  func end(_ signal: CInt) -> CInt {
    kill(pid, signal)
    var status: CInt = 0
    while unsafe waitpid(pid, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
  }
}
