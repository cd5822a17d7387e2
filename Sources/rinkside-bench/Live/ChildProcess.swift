import Glibc
import TerminalHarness

/// A program without a terminal, whose two outputs go nowhere.
final class ChildProcess {
  /// Its process id.
  let id: pid_t

  init(_ program: String, _ arguments: [String], input: String = "/dev/null") throws {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    for stream in 1...2 as ClosedRange<CInt> {
      unsafe posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
    }
    let argv = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe argv.forEach { unsafe free($0) } }
    var pid: pid_t = 0
    let result = unsafe posix_spawnp(&pid, program, &actions, nil, argv, environ)
    guard result == 0 else { throw PseudoTerminal.Failure(errno: result) }
    id = pid
  }

  deinit { TerminalBench.end(id) }

  /// Processor time so far, of all its threads, in seconds.
  var processorTime: Double { ProcessFacts.processorTime(id) }

  /// Kilobytes that it holds in memory now.
  var residentKilobytes: Double { ProcessFacts.residentKilobytes(id) }
}
