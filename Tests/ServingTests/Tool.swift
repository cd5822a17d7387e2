import Glibc
import ProgramFixtures
import ReplayFixtures

/// A program of the system, looked for in PATH: where Python stands is another place on each machine.
enum Tool {
  private static var environment: [String] {
    ["PATH=" + (unsafe getenv("PATH").map { unsafe String(cString: $0) } ?? "/usr/bin:/bin")]
  }

  /// Runs it to its end.
  static func run(_ name: String, _ arguments: String..., input: String = "") throws -> Child.Result {
    try Child.run(name, arguments, environment: environment, input: input)
  }

  /// Starts it; what it prints is in the file `out` of a folder.
  static func start(_ name: String, _ arguments: [String], in scratch: Scratch) throws -> pid_t {
    try Child.start(name, arguments, environment: environment, in: scratch)
  }
}
