import FoundationEssentials
package import Glibc
import ReplayFixtures

/// A real `nats-server` on this machine, with its streams in a folder of its own.
package final class NATSServer {
  /// The server was not there, or did not do what it should.
  package struct Failure: Error, CustomStringConvertible {
    /// What, and where.
    package let description: String

    /// A failure.
    package init(description: String) { self.description = description }
  }

  /// Where it listens, on 127.0.0.1.
  package let port: UInt16
  /// Its process; 0 while it does not run.
  package private(set) var pid: pid_t = 0
  private let scratch: Scratch
  private let arguments: [String]

  /// A server on a port that is free, running at once if wanted.
  package init(_ arguments: String..., isRunning: Bool = true, hasStreams: Bool = true) throws {
    scratch = try Scratch()
    port = UInt16(FreePort.next())
    self.arguments =
      ["-a", "127.0.0.1", "-p", "\(port)"] + (hasStreams ? ["-js", "-sd", scratch.folder] : []) + arguments
    if isRunning { try start() }
  }

  deinit { kill() }

  /// Its address, with a path or without.
  package func url(_ path: String = "", secrets: String = "", scheme: String = "nats") -> String {
    "\(scheme)://\(secrets)127.0.0.1:\(port)\(path)"
  }

  /// Starts it, again after a kill, and waits until it answers.
  package func start() throws {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(
      &actions, 2, scratch.folder + "/server.log", O_WRONLY | O_CREAT | O_APPEND, 0o644)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let argv = unsafe (["nats-server"] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe argv.forEach { unsafe free($0) } }
    let failure = unsafe posix_spawnp(&pid, "nats-server", &actions, &attributes, argv, environ)
    guard failure == 0 else {
      throw Failure(
        description: "nats-server is not installed; these tests need it (apt-get install nats-server).")
    }
    try waitFor("an answer of nats-server") {
      // Refused until it listens.
      do { return try RawBroker(port: port, login: nil).info.contains(#""server_id""#) } catch {
        return false
      }
    }
  }

  /// Kills it as no program can catch.
  package func kill() {
    guard pid > 0 else { return }
    Glibc.kill(pid, SIGKILL)
    var status: CInt = 0
    while unsafe waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    pid = 0
  }
}

/// Waits until something is so. The limit is there for programs that hang.
package func waitFor(_ what: String, seconds: Int64 = 30, watching: [CInt] = [], _ isSo: () throws -> Bool)
  throws
{
  let end = ContinuousClock.now + .seconds(seconds)
  while try !isSo() {
    guard ContinuousClock.now < end else { throw NATSServer.Failure(description: "\(what) never came") }
    var asked = watching.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    _ = unsafe poll(&asked, nfds_t(asked.count), 10)
  }
}
