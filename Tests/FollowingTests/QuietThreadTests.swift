import Following
import FoundationEssentials
import Glibc
import Testing

@Suite struct QuietThreadTests {
  /// A signal has to end the sleep of the main thread, whoever else is there to get it.
  @Test func noSignalGoesToTheNetworksThreads() throws {
    let log = try HTTPLog(HTTPAddress("http://127.0.0.1:1"), habits: .brisk)
    defer { log.close() }
    var masks: [UInt64] = []
    for task in try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task") {
      // A thread of another test may be gone by now.
      guard let status = text("/proc/self/task/\(task)/status"), status.hasPrefix("Name:\tNIO") else {
        continue
      }
      let line = status.split(separator: "\n").first { $0.hasPrefix("SigBlk:") }
      masks.append(try #require(line.flatMap { UInt64($0.dropFirst(8), radix: 16) }))
    }
    #expect(!masks.isEmpty)
    for signal in [SIGINT, SIGTERM, SIGWINCH, SIGTSTP] {
      #expect(masks.allSatisfy { $0 & 1 << UInt64(signal - 1) != 0 })
    }
  }

  private func text(_ path: String) -> String? {
    do { return try String(contentsOfFile: path, encoding: .utf8) } catch { return nil }
  }
}
