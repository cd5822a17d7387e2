import Glibc
import TerminalHarness

/// A program without a terminal, whose two outputs go nowhere.
final class ChildProcess {
  /// Its process id.
  let id: pid_t

  init(_ program: String, _ arguments: [String], input: String = "/dev/null") throws {
    id = try Spawn.start(
      program, arguments, streams: [0: .file(input, O_RDONLY), 1: .nothing, 2: .nothing])
  }

  deinit { Spawn.kill(id) }

  /// Processor time so far, of all its threads, in seconds.
  var processorTime: Double { ProcessFacts.processorTime(id) }

  /// Kilobytes that it holds in memory now.
  var residentKilobytes: Double { ProcessFacts.residentKilobytes(id) }
}
