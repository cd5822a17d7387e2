import FoundationEssentials
import Glibc
import Handover
import ReplayFixtures

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
    let text = Self.rest(of: made.output)
    var status: CInt = 0
    while unsafe waitpid(made.pid, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else { throw Failure(what: text) }
    let server = try Self.run(
      "cd '\(scratch.folder)' && exec openssl s_server -accept 127.0.0.1:0 -cert cert.pem -key key.pem -HTTP 2>&1"
    )
    pid = server.pid
    while true {
      guard let line = Self.line(of: server.output) else { throw Failure(what: "openssl ended") }
      guard line.hasPrefix("ACCEPT ") else { continue }
      let place = line.split(separator: " ")[1]
      guard let port = place.split(separator: ":").last.flatMap({ Int($0) }) else {
        throw Failure(what: line)
      }
      self.port = port
      break
    }
    // What it says of each connection is taken, lest it waits.
    let output = server.output
    try WorkerThread {
      while Self.line(of: output) != nil {}
      close(output)
    }.detach()
  }

  deinit {
    kill(pid, SIGKILL)
    var status: CInt = 0
    while unsafe waitpid(pid, &status, 0) < 0, errno == EINTR {}
  }

  private static func run(_ command: String) throws -> (pid: pid_t, output: CInt) {
    var ends: [CInt] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw Failure(what: "pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    let arguments = ["sh", "-c", command]
    let argv = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { unsafe argv.forEach { unsafe free($0) } }
    var pid: pid_t = 0
    let code = unsafe posix_spawn(&pid, "/bin/sh", &actions, nil, argv, environ)
    close(ends[1])
    guard code == 0 else { throw Failure(what: "spawn \(code)") }
    return (pid, ends[0])
  }

  private static func line(of output: CInt) -> String? {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while unsafe read(output, &byte, 1) == 1 {
      if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
      line.append(byte)
    }
    return nil
  }

  private static func rest(of output: CInt) -> String {
    defer { close(output) }
    var text = ""
    while let line = line(of: output) { text += line + "\n" }
    return text
  }
}
