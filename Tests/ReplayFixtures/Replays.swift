import FoundationEssentials
package import RaceLog

/// The recordings that come with the repository.
package enum Replays {
  /// The repository.
  package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The names of all recordings. Whoever runs a test for each checks that there are any.
  package static let names: [String] = {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: root + "/replays").filter {
        $0.hasSuffix(".ndjson")
      }.sorted()
    } catch {
      return []
    }
  }()

  /// Where a recording is.
  package static func path(_ name: String) -> String { root + "/replays/" + name }

  /// A recording as a log.
  package static func log(_ name: String) throws -> EventLog { try LogFile.open(path(name)) }

  /// A log from lines of events without seq and at: they get 1, 2, 3 … and a second each.
  package static func log(_ events: [String]) throws -> EventLog {
    try EventLog(reading: Data(text(events).utf8), file: "test.ndjson")
  }

  /// The lines of such a log.
  package static func text(_ events: [String]) -> String {
    events.enumerated().map { index, event in
      let time = [index / 3600 + 10, index / 60 % 60, index % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
      let at = "2024-01-01T" + time.joined(separator: ":") + "Z"
      return "{\"seq\":\(index + 1),\"at\":\"\(at)\"," + event.dropFirst() + "\n"
    }.joined()
  }
}
