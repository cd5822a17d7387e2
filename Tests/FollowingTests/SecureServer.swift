import FoundationEssentials
import Glibc
import Handover
import ReplayFixtures
import TerminalHarness

/// A server with a certificate that nobody knows: the program `openssl`, which gives a file as it is.
final class SecureServer: Sendable {
  struct Failure: Error {
    let what: String
  }

  /// The file with its certificate.
  let authority: String
  let port: Int
  private let pid: pid_t

  /// Serves an answer as `/events`.
  ///
  /// - Parameter name: who the certificate is for, as openssl writes it.
  init(in scratch: Scratch, name: String, answer: String) throws {
    _ = try scratch.file("events", Data(answer.utf8))
    authority = scratch.folder + "/cert.pem"
    let made = try Self.run(
      "cd '\(scratch.folder)' && exec openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
        + " -days 2 -keyout key.pem -out cert.pem -subj /CN=rink -addext subjectAltName=\(name) 2>&1")
    var text = ""
    while let line = try made.lines.next() { text += line + "\n" }
    guard Spawn.end(of: made.pid) == 0 else { throw Failure(what: text) }
    let server = try Self.run(
      "cd '\(scratch.folder)' && exec openssl s_server -accept 127.0.0.1:0 -cert cert.pem -key key.pem -HTTP 2>&1"
    )
    pid = server.pid
    while true {
      guard let line = try server.lines.next() else { throw Failure(what: "openssl ended") }
      guard line.hasPrefix("ACCEPT ") else { continue }
      let place = line.split(separator: " ")[1]
      guard let port = place.split(separator: ":").last.flatMap({ Int($0) }) else {
        throw Failure(what: line)
      }
      self.port = port
      break
    }
    // What it says of each connection is taken, lest it waits.
    let lines = server.lines
    try WorkerThread { lines.drain() }.detach()
  }

  deinit { Spawn.kill(pid) }

  private static func run(_ command: String) throws -> (pid: pid_t, lines: SpokenLines) {
    try Spawn.start("/bin/sh", ["-c", command], reading: STDOUT_FILENO)
  }
}
