import CellGrid
import FoundationEssentials
import Testing

/// Frames that were looked at and found right, as text beside this file: characters, what each cell means,
/// and what a monochrome terminal without UTF-8 shows.
///
/// `RINKSIDE_RECORD_FRAMES=1 swift test --filter GoldenFrameTests` writes them anew, and fails, so that
/// a recording is never mistaken for a test.
enum GoldenFrame {
  /// The folder of this file.
  static let folder = #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }

  /// A picture as it is recorded.
  static func text(of grid: CellGrid) -> String {
    ["characters", grid.text(), "roles", grid.roleMap(), "ASCII", grid.asASCII().text()].joined(
      separator: "\n")
  }

  /// Expects a frame to be as recorded in a file of this folder.
  static func expect(_ frame: String, as name: String) throws {
    let file = folder + "/" + name
    if ProcessInfo.processInfo.environment["RINKSIDE_RECORD_FRAMES"] != nil {
      try frame.write(toFile: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(file)")
      return
    }
    let expected = try String(contentsOfFile: file, encoding: .utf8)
    // The first line that differs says more than two whole frames.
    let lines = zip(
      frame.split(separator: "\n", omittingEmptySubsequences: false),
      expected.split(separator: "\n", omittingEmptySubsequences: false))
    let difference = lines.enumerated().first { $0.element.0 != $0.element.1 }
    #expect(difference?.element.0 == difference?.element.1, "line \((difference?.offset ?? 0) + 1)")
    #expect(frame.utf8.count == expected.utf8.count)
  }
}
