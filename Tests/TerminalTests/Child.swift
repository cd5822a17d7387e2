import FoundationEssentials
import Glibc
import ReplayFixtures

/// A program that runs to its end without a terminal, in a session of its own.
enum Child {
  /// What it left behind.
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// It could not be started.
  struct Failure: Error {
    let program: String
    let errno: CInt
  }

  /// Runs a program, looked for in PATH where it is only a name, and waits for its end. Its output goes
  /// to a file, if one is named.
  static func run(
    _ program: String, _ arguments: [String], environment: [String], input: String = "",
    output: String? = nil
  ) throws -> Result {
    let scratch = try Scratch()
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (stream, contents) in [input, "", ""].enumerated() {
      let own = try scratch.file("\(stream)", Data(contents.utf8))
      let path = stream == 1 ? output ?? own : own
      unsafe posix_spawn_file_actions_addopen(
        &actions, CInt(stream), path, stream == 0 ? O_RDONLY : O_WRONLY, 0)
    }
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // Swift's threads block most signals, and a child would inherit that: tmux could not be ended.
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(&attributes, newSession | Int16(POSIX_SPAWN_SETSIGMASK))
    let argv = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    let envp = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe (argv + envp).forEach { unsafe free($0) } }
    var pid: pid_t = 0
    let failure = unsafe posix_spawnp(&pid, program, &actions, &attributes, argv, envp)
    guard failure == 0 else { throw Failure(program: program, errno: failure) }
    let status = end(of: pid)
    return Result(status: status, output: try scratch.text("1"), errors: try scratch.text("2"))
  }

  /// Waits for the end of a process.
  ///
  /// - Returns: its exit status as a shell tells it.
  static func end(of pid: pid_t) -> Int32 {
    var status: CInt = 0
    while unsafe waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    return told(status)
  }

  /// The exit status of a process as a shell tells it; nil while it runs.
  static func endNow(of pid: pid_t) -> Int32? {
    var status: CInt = 0
    return unsafe waitpid(pid, &status, WNOHANG) == pid ? told(status) : nil
  }

  private static func told(_ status: CInt) -> Int32 {
    status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
  }

  /// `POSIX_SPAWN_SETSID`, which the C header shows only to those who ask for GNU extensions.
  private static let newSession: Int16 = 0x80
}
