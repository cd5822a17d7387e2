package import FoundationEssentials

/// A folder for a test, gone after it.
package final class Scratch: Sendable {
  /// Where it is.
  package let folder: String

  /// Makes the folder.
  package init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "rinkside-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: folder) } catch { print("left behind: \(folder)") }
  }

  /// The names in it, sorted.
  package var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }
  }

  /// Makes a file in it.
  ///
  /// - Returns: its path.
  package func file(_ name: String, _ contents: Data) throws -> String {
    let path = folder + "/" + name
    try contents.write(to: URL(filePath: path))
    return path
  }

  /// Makes a log in it, from lines without seq and at.
  ///
  /// - Returns: its path.
  package func log(_ events: [String]) throws -> String {
    try file("test.ndjson", Data(Replays.text(events).utf8))
  }

  /// What is in a file of it.
  package func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: folder + "/" + name)), as: UTF8.self)
  }
}
