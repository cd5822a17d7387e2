import FoundationEssentials
import Glibc
import ReplayFixtures

/// A program of the system that runs to its end.
enum Tool {
  /// Runs it, looked for in PATH: its exit status and what it printed.
  static func run(
    _ name: String, _ arguments: String..., input: String = ""
  ) throws -> (status: CInt, output: String) {
    let scratch = try Scratch()
    let pid = try start(name, arguments, input: input, in: scratch)
    return (end(of: pid), try scratch.text("out"))
  }

  /// Waits for the end of a program.
  static func end(of pid: pid_t) -> CInt {
    var status: CInt = 0
    while unsafe waitpid(pid, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
  }

  /// Starts it; what it prints is in the file `out` of a folder.
  static func start(
    _ name: String, _ arguments: [String], input: String = "", in scratch: Scratch
  ) throws -> pid_t {
    let files = [
      try scratch.file("in", Data(input.utf8)), try scratch.file("out", Data()),
      try scratch.file("errors", Data()),
    ]
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (stream, path) in files.enumerated() {
      unsafe posix_spawn_file_actions_addopen(
        &actions, CInt(stream), path, stream == 0 ? O_RDONLY : O_WRONLY, 0)
    }
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let argv = unsafe ([name] + arguments).map { unsafe strdup($0) } + [nil]
    // Where Python stands is another place on each machine.
    let path = unsafe getenv("PATH").map { unsafe String(cString: $0) } ?? "/usr/bin:/bin"
    let envp = unsafe [strdup("PATH=" + path), nil]
    defer { unsafe (argv + envp).forEach { unsafe free($0) } }
    var pid: pid_t = 0
    let code = unsafe posix_spawnp(&pid, name, &actions, &attributes, argv, envp)
    guard code == 0 else { throw RawClient.Failure(what: name, errno: code) }
    return pid
  }
}
