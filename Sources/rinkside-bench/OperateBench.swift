import FoundationEssentials
import Glibc
import TerminalHarness

/// The console at rinkside, as the real program on a terminal: how soon a key is on disk and on the screen, what a flood
/// of a feed does to it, and how soon it is back after a crash.
struct OperateBench {
  let runs: Int
  let program: String
  /// This program, which serves as the floor.
  let own: String
  /// Where journals are written: on the disk of the project.
  let folder: String
  /// Events of the journal that is recovered.
  let recovered: Int
  /// Events that the feed sends.
  let fed: Int

  func run() throws -> [Figure] {
    let home = try BenchFolder.make(in: folder)
    defer { BenchFolder.remove(home) }
    return try saving(home) + answering(home) + flood(home) + recovery(home)
  }

  private var repeats: ClosedRange<Int> { 1...max(min(runs, 5), 1) }
  private var keys: Int { runs == 1 ? 40 : 200 }

  /// From writing a key to the terminal until the journal has grown and an `fdatasync` of ours has returned after that:
  /// later than the console's own, and proof that the line is on disk.
  private func saving(_ home: String) throws -> [Figure] {
    var times: [[Double]] = []
    var floor: [[Double]] = []
    for run in repeats {
      let path = "\(home)/key-\(run).ndjson"
      let console = try LiveConsole(program, journal: path)
      let file = try WatchedFile(path)
      times.append(
        (0..<keys).map { _ in
          console.rest(milliseconds: 20)
          let size = file.size
          let start = Meter.now
          console.terminal.type("i")
          while file.size == size, Meter.now - start < 5_000_000_000 {
            _ = file.wait(orFor: console.terminal)
            _ = console.terminal.read()
          }
          file.sync()
          return Double(Meter.now - start) / 1e6
        })
      floor.append(try bareWrites("\(home)/floor-\(run)"))
    }
    return Figure.spread(
      "key to journal on disk, floor: write and fdatasync of as many bytes", times, floor, goal: nil)
  }

  private func bareWrites(_ path: String) throws -> [Double] {
    let descriptor = unsafe open(path, O_CREAT | O_WRONLY | O_APPEND, 0o644)
    guard descriptor >= 0 else { throw PseudoTerminal.Failure(errno: errno) }
    defer { close(descriptor) }
    let line = [UInt8](repeating: UInt8(ascii: "x"), count: 210)
    return (0..<keys).map { _ in
      usleep(20_000)
      let start = Meter.now
      _ = unsafe write(descriptor, line, line.count)
      fdatasync(descriptor)
      return Double(Meter.now - start) / 1e6
    }
  }

  /// From writing a key to the terminal until the first byte comes back, between two ticks of the running clock.
  private func answering(_ home: String) throws -> [Figure] {
    var times: [[Double]] = []
    var floor: [[Double]] = []
    for run in repeats {
      let console = try LiveConsole(program, journal: "\(home)/cell-\(run).ndjson")
      times.append((0..<max(keys / 4, 20)).map { _ in console.answer(to: "i", quiet: 45) })
      let echo = try LiveConsole(echo: own)
      floor.append((0..<max(keys / 4, 20)).map { _ in echo.answer(to: "i", quiet: 10) })
    }
    return Figure.spread(
      "key to changed cell, floor: a program that sends a byte back", times, floor, goal: nil)
  }

  private func flood(_ home: String) throws -> [Figure] {
    let floods = try (1...max(min(runs, 3), 1)).map { run in
      try FeedFlood(
        program: program, journal: "\(home)/flood-\(run).ndjson", pipe: "\(home)/feed-\(run)", events: fed
      ).run()
    }
    let name = "\(fed) events at 1000/s"
    return [
      Figure(
        name: "\(name), lost", unit: "events", values: floods.map(\.lost), floor: [], goal: "0"),
      Figure(
        name: "\(name), until all are in the journal, floor: the pace of the feed", unit: "ms",
        values: floods.map(\.milliseconds), floor: [Double(fed)], goal: nil),
    ]
      + Figure.spread("\(name), key to changed cell", floods.map(\.keys), [], goal: "under 50 ms")
      + [
        Figure(
          name: "\(name), the slowest key", unit: "ms", values: floods.map { $0.keys.max() ?? 0 }, floor: [],
          goal: "under 50 ms"),
        Figure(
          name: "\(name), processor", unit: "% of a core", values: floods.map(\.processor), floor: [],
          goal: nil),
      ]
  }

  private func recovery(_ home: String) throws -> [Figure] {
    let path = "\(home)/day.ndjson"
    try OperateJournal.make(events: recovered).write(to: URL(filePath: path))
    // Written long ago, as far as the disk is concerned.
    try WatchedFile(path).sync()
    let command = [program, "operate", path]
    let bare = [own, "--floor", "start", "--file", path]
    return [
      Figure(
        name: "a journal of \(recovered) events to the first frame, floor: read it and decode its JSON",
        unit: "ms", values: try repeats.map { _ in try TerminalBench.firstFrame(command) },
        floor: try repeats.map { _ in try TerminalBench.firstFrame(bare) }, goal: "under 1000 ms")
    ]
  }
}

extension Figure {
  /// The middle and the slow end of many single measurements, in milliseconds, each as it was in every run.
  static func spread(_ name: String, _ runs: [[Double]], _ floor: [[Double]], goal: String?) -> [Figure] {
    [("p50", 0.5), ("p99", 0.99)].map { word, part in
      Figure(
        name: "\(name), \(word)", unit: "ms", values: runs.map { percentile(part, of: $0) },
        floor: floor.map { percentile(part, of: $0) }, goal: goal)
    }
  }

  private static func percentile(_ part: Double, of values: [Double]) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    return sorted[min(Int(Double(sorted.count) * part), sorted.count - 1)]
  }
}
