import FoundationEssentials
import ReplayFixtures

/// A folder for a test, gone after it.
final class Scratch {
  let folder: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "rinkside-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: folder) } catch { print("left behind: \(folder)") }
  }

  /// A file in it, and its path.
  func file(_ name: String, _ contents: Data) throws -> String {
    let path = folder + "/" + name
    try contents.write(to: URL(filePath: path))
    return path
  }

  /// A log in it, from lines without seq and at, and its path.
  func log(_ events: [String]) throws -> String {
    try file("test.ndjson", Data(Replays.text(events).utf8))
  }

  /// What is in a file of it.
  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: folder + "/" + name)), as: UTF8.self)
  }
}
