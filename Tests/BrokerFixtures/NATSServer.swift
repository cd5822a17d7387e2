import FoundationEssentials
package import Glibc
import ReplayFixtures
import TerminalHarness

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
    do {
      pid = try Spawn.start(
        "nats-server", arguments,
        streams: [2: .file(scratch.folder + "/server.log", O_WRONLY | O_CREAT | O_APPEND)])
    } catch {
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
    Spawn.kill(pid)
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
