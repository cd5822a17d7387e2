import FoundationEssentials
import ReplayFixtures

/// The program as it was built, next to the tests.
package enum Program {
  /// The program has not been built.
  package struct Missing: Error {
    /// Where it should be.
    package let folder: String
  }

  /// The demo: Beijing, women's 1000 m.
  package static let demo = Replays.path("2023-beijing-women-1000m.ndjson")

  /// Where it is.
  package static func path() throws -> String {
    let tests = URL(
      filePath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    let folder = tests.deletingLastPathComponent().path
    let path = folder + "/rinkside"
    guard FileManager.default.isExecutableFile(atPath: path) else { throw Missing(folder: folder) }
    return path
  }

  /// Runs it without a terminal and waits for its end. Its output goes to a file, if one is named.
  package static func run(
    _ arguments: [String], input: String = "",
    environment: [String] = ["LC_ALL=C.UTF-8", "TERM=xterm-256color"], output: String? = nil
  ) throws -> Child.Result {
    try Child.run(try path(), arguments, environment: environment, input: input, output: output)
  }
}
