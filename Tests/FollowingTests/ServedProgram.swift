import FoundationEssentials
import Glibc
import ReplayFixtures
import Synchronization

/// The program as it was built, serving a file; it can be killed and started again.
final class ServedProgram: Sendable {
  struct Failure: Error {
    let what: String
  }

  private let log: String
  private let place = Mutex((pid: pid_t(0), port: FreePort.next()))

  /// Starts it on a port that is free.
  init(serving log: String) throws {
    self.log = log
    try start()
  }

  deinit { kill() }

  var port: Int { place.withLock { $0.port } }

  /// Starts it where it was, and waits until it listens.
  func start() throws {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let program = URL(filePath: tests).deletingLastPathComponent().path + "/rinkside"
    var ends: [CInt] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw Failure(what: "pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO)
    let arguments = [program, "serve", log, "--listen", "127.0.0.1:\(port)"]
    let argv = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { unsafe argv.forEach { unsafe free($0) } }
    var pid: pid_t = 0
    let code = unsafe posix_spawn(&pid, program, &actions, nil, argv, [nil])
    close(ends[1])
    guard code == 0 else { throw Failure(what: "spawn \(code)") }
    place.withLock { [pid] in $0.pid = pid }
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while unsafe read(ends[0], &byte, 1) == 1, byte != UInt8(ascii: "\n") { line.append(byte) }
    let text = String(decoding: line, as: UTF8.self)
    guard text.hasPrefix("rinkside: serving "),
      let port = text.split(separator: ":").last.flatMap({ Int($0) })
    else { throw Failure(what: text) }
    place.withLock { $0.port = port }
  }

  /// Stops it, or lets it go on.
  func send(_ signal: CInt) {
    let pid = place.withLock { $0.pid }
    if pid > 0 { Glibc.kill(pid, signal) }
  }

  /// Ends it without a word.
  func kill() {
    let pid = place.withLock { place in
      defer { place.pid = 0 }
      return place.pid
    }
    guard pid > 0 else { return }
    Glibc.kill(pid, SIGKILL)
    var status: CInt = 0
    while unsafe waitpid(pid, &status, 0) < 0, errno == EINTR {}
  }

  /// Adds to its file.
  func add(_ bytes: Data) throws {
    let file = unsafe open(log, O_WRONLY | O_APPEND | O_CLOEXEC)
    let count = unsafe bytes.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
    close(file)
    guard count == bytes.count else { throw Failure(what: "write") }
  }
}
