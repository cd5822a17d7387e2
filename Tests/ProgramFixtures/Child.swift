import FoundationEssentials
package import Glibc
package import ReplayFixtures
import TerminalHarness

/// A program that runs to its end without a terminal, in a session of its own.
package enum Child {
  /// What it left behind.
  package struct Result {
    /// Its exit status as a shell tells it.
    package let status: Int32
    /// What it printed.
    package let output: String
    /// What it said on its standard error.
    package let errors: String
  }

  /// Runs a program, looked for in PATH where it is only a name, and waits for its end. Its output goes
  /// to a file, if one is named.
  package static func run(
    _ program: String, _ arguments: [String], environment: [String], input: String = "",
    output: String? = nil
  ) throws -> Result {
    let scratch = try Scratch()
    let pid = try start(
      program, arguments, environment: environment, input: input, output: output, in: scratch)
    let status = Spawn.end(of: pid)
    return Result(status: status, output: try scratch.text("out"), errors: try scratch.text("errors"))
  }

  /// Starts a program; what it prints is in the file `out` of a folder, or in one that is named, and what it says
  /// besides in `errors`.
  ///
  /// - Returns: its process id.
  package static func start(
    _ program: String, _ arguments: [String], environment: [String], input: String = "",
    output: String? = nil, in scratch: Scratch
  ) throws -> pid_t {
    let printed = try scratch.file("out", Data())
    return try Spawn.start(
      program, arguments, environment: environment,
      streams: [
        0: .file(try scratch.file("in", Data(input.utf8)), O_RDONLY),
        1: .file(output ?? printed, O_WRONLY),
        2: .file(try scratch.file("errors", Data()), O_WRONLY),
      ], ownSession: true)
  }
}
