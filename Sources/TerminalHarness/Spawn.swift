package import Glibc

/// Starts programs, and waits for their ends. For the benchmark and for tests of the real program.
package enum Spawn {
  /// A program that could not be started.
  package struct Failure: Error {
    /// Which one.
    package let program: String
    /// The system's error number.
    package let errno: CInt
  }

  /// What a program has as one of its streams.
  package enum Stream {
    /// A file that it opens, with the flags of `open`; one that is made is for its owner to write.
    case file(String, CInt)
    /// What it inherits, or was given before, under another number.
    case copy(CInt)

    /// Takes nothing from it and says nothing to it.
    package static let nothing = Self.file("/dev/null", O_RDWR)
  }

  /// `POSIX_SPAWN_SETSID`, which the C header shows only to those who ask for GNU extensions.
  private static let newSession: Int16 = 0x80

  /// `posix_spawn_file_actions_addclosefrom_np`, which it shows to nobody else either; nil where the library is older than
  /// that.
  private static let closeFrom = unsafe unsafeBitCast(
    dlsym(nil, "posix_spawn_file_actions_addclosefrom_np"),
    to: (@convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, CInt) -> CInt)?.self)

  /// Starts a program, looked for in PATH where it is only a name. It gets its three streams and nothing else that is open
  /// here: else a terminal, a pipe or a connection that another thread has would not end when that thread closes it.
  ///
  /// - Parameters:
  ///   - environment: `NAME=value`; nil for the one of this program.
  ///   - streams: what it has other than this program, in the order in which they are set up.
  ///   - ownSession: whether it leads a session, without a terminal unless it opens one.
  /// - Returns: its process id.
  package static func start(
    _ program: String, _ arguments: [String], environment: [String]? = nil,
    streams: KeyValuePairs<CInt, Stream> = [:], ownSession: Bool = false
  ) throws(Failure) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (number, stream) in streams {
      switch stream {
      case .file(let path, let flags):
        unsafe posix_spawn_file_actions_addopen(&actions, number, path, flags, 0o644)
      case .copy(let other): unsafe posix_spawn_file_actions_adddup2(&actions, other, number)
      }
    }
    _ = unsafe closeFrom?(&actions, STDERR_FILENO + 1)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // Swift's threads block most signals, and a child would inherit that: it could not be ended.
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    let session = ownSession ? newSession : 0
    unsafe posix_spawnattr_setflags(&attributes, session | Int16(POSIX_SPAWN_SETSIGMASK))
    let argv = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    let envp = unsafe (environment ?? []).map { unsafe strdup($0) } + [nil]
    defer { unsafe (argv + envp).forEach { unsafe free($0) } }
    var pid: pid_t = 0
    let result =
      if environment == nil {
        unsafe posix_spawnp(&pid, program, &actions, &attributes, argv, environ)
      } else {
        unsafe posix_spawnp(&pid, program, &actions, &attributes, argv, envp)
      }
    guard result == 0 else { throw Failure(program: program, errno: result) }
    return pid
  }

  /// Starts a program and reads what it says on one of its streams.
  ///
  /// - Returns: its process id, and its lines.
  package static func start(
    _ program: String, _ arguments: [String], environment: [String]? = nil, reading stream: CInt
  ) throws(Failure) -> (pid: pid_t, lines: SpokenLines) {
    var ends: [CInt] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw Failure(program: program, errno: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let lines = SpokenLines(ends[0])
    defer { close(ends[1]) }
    return (
      try start(program, arguments, environment: environment, streams: [stream: .copy(ends[1])]), lines
    )
  }

  /// How long a program that hangs is waited for.
  package static let patience = Duration.seconds(120)

  /// Waits for the end of a process. One that has not ended after ``patience`` is named on standard error and killed.
  ///
  /// - Parameter pause: waits a moment, or does what the process needs to end.
  /// - Returns: its exit status as a shell tells it: the signal's number and 128 if one ended it.
  @discardableResult package static func end(
    of pid: pid_t, pausing pause: () -> Void = { usleep(1000) }
  ) -> CInt {
    let deadline = ContinuousClock.now + patience
    while true {
      if let status = endNow(of: pid) { return status }
      if ContinuousClock.now > deadline { break }
      pause()
    }
    complain("process \(pid) did not end within \(patience), and is killed: \(commandLine(of: pid))")
    Glibc.kill(pid, SIGKILL)
    var status: CInt = 0
    while unsafe waitpid(pid, &status, 0) < 0, errno == EINTR {}
    return told(status)
  }

  /// The exit status of a process as a shell tells it; nil while it runs, -1 where there is none.
  package static func endNow(of pid: pid_t) -> CInt? {
    var status: CInt = 0
    return switch unsafe waitpid(pid, &status, WNOHANG) {
    case pid: told(status)
    case 0: nil
    default: -1
    }
  }

  /// How a process was started, for messages.
  private static func commandLine(of pid: pid_t) -> String {
    let file = unsafe open("/proc/\(pid)/cmdline", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "unknown" }
    defer { close(file) }
    var block = [UInt8](repeating: 0, count: 1024)
    let count = unsafe read(file, &block, block.count)
    return String(decoding: block.prefix(max(count, 0)).map { $0 == 0 ? 0x20 : $0 }, as: UTF8.self)
  }

  private static func complain(_ text: String) {
    let line = Array((text + "\n").utf8)
    _ = unsafe write(STDERR_FILENO, line, line.count)
  }

  /// Ends a process as no program can catch, and waits for that.
  package static func kill(_ pid: pid_t) {
    Glibc.kill(pid, SIGKILL)
    end(of: pid)
  }

  private static func told(_ status: CInt) -> CInt {
    status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
  }
}
