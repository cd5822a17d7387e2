import BoardRuntime
import FoundationEssentials
import RaceLog
import Scoreboard

/// Opening, checking and seeking in a log as long as a season.
struct SeasonBench {
  let runs: Int
  let events: Int

  func run() throws -> [Figure] {
    let bytes = SeasonLog.make(events: events)
    var open: [Double] = []
    var floor: [Double] = []
    var seek: [Double] = []
    var check: [Double] = []
    var memory: [Double] = []
    for _ in 0..<runs {
      floor.append(try Meter.milliseconds { try Self.decodeAlone(bytes) })
      let before = Meter.residentKilobytes
      var recording: Recording?
      open.append(
        try Meter.milliseconds { recording = Recording(try EventLog(reading: bytes, file: "season")) })
      memory.append((Meter.residentKilobytes - before) * 1024 / Double(events))
      guard var recording else { continue }
      check.append(Meter.milliseconds { _ = recording.checkpoints.allIssues })
      seek += (1...20).map { step in
        let place = (step * 7919 * 613) % events
        return Meter.milliseconds { _ = recording.meet(after: place) }
      }
    }
    let size = "\(events) events"
    return [
      Figure(
        name: "open \(size): read, decode, fold", unit: "ms", values: open, floor: floor,
        goal: "at most × 1.6 of decoding the JSON alone"),
      Figure(name: "check \(size), once open", unit: "ms", values: check, floor: [], goal: nil),
      Figure(name: "seek in \(size)", unit: "ms", values: seek, floor: [], goal: "under 100 ms"),
      Figure(
        name: "memory of \(size), the file's own bytes apart", unit: "bytes an event", values: memory,
        floor: [Double(bytes.count) / Double(events)], goal: "at most 1024 with the file"),
    ]
  }

  /// The same lines cut and decoded, and nothing else.
  private static func decodeAlone(_ bytes: Data) throws {
    let decoder = JSONDecoder()
    var scanner = LineScanner(bytes)
    var sum = 0
    while let line = scanner.nextLine() {
      sum &+= try decoder.decode(BareLine.self, from: bytes[line.range]).values
    }
    precondition(sum != 0)
  }
}
