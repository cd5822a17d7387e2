import BoardRuntime
import BoardView
import CellGrid
import FoundationEssentials
import Journal
import LongTrack
import Operation
import RaceLog
import Scoreboard

/// Folding and drawing a mass start of 28: everybody is on the ice at once, and everybody's place counts.
struct FieldBench {
  let runs: Int

  func run() throws -> [Figure] {
    let log = try EventLog(reading: Data(Self.lines.utf8), file: "field.ndjson")
    let size = GridSize(columns: 132, rows: 43)
    let first = log.events.count / 2
    let places = Array(stride(from: first, to: log.events.count, by: 5))
    var draw: [Double] = []
    var fold: [Double] = []
    var floor: [Double] = []
    var console: [Double] = []
    var sum = 0
    for _ in 0..<runs {
      var recording = Recording(log)
      draw.append(
        Meter.milliseconds {
          for place in places {
            sum &+=
              recording.frame(
                .race, after: place, at: log.offset(of: place - 1), options: BoardOptions(), size: size,
                isASCII: false
              ).size.rows
          }
        } / Double(places.count))
      var meet = Meet()
      fold.append(
        Meter.milliseconds { meet.advance(to: log.events.count, of: log) } / Double(log.events.count))
      console.append(try Self.console(log, size: size))
      floor.append(
        FrameBench.floor(
          of: recording.frame(
            .race, after: log.events.count, at: log.duration, options: BoardOptions(), size: size,
            isASCII: false)))
    }
    precondition(sum != 0)
    return [
      Figure(
        name:
          "mass start of 28: fold and draw one frame at 132×43, floor: the same characters put into a grid",
        unit: "ms", values: draw, floor: floor, goal: "under 5 ms"),
      Figure(
        name:
          "mass start of 28: one frame of the console at 132×43, eight laps done, nobody named yet in the ninth",
        unit: "ms", values: console, floor: floor, goal: "under 10 ms"),
      Figure(
        name: "mass start of 28: fold one event", unit: "ms", values: fold, floor: [], goal: "under 0.1 ms"),
    ]
  }

  /// A frame of the operator's console in the middle of the race, with 28 impulses that wait.
  private static func console(_ log: EventLog, size: GridSize) throws -> Double {
    let half = log.eventCount(at: 240 * 10_000)
    let bytes = (0..<half).reduce(into: Data()) { $0 += log.rawLine(of: $1) + [0x0A] }
    let start = log.start ?? Instant(ticks: 0, zone: 0)
    var desk = try Desk(
      reading: bytes, file: "field.ndjson", now: BootStamp(boot: "bench", ticks: 0),
      wall: Instant(ticks: start.ticks + 240 * 10_000, zone: 0))
    for index in 0..<28 {
      _ = try desk.perform(
        .cross(.inner), at: Instant(ticks: start.ticks + 2_450_000 + Int64(index) * 2000, zone: 0))
    }
    var session = OperateSession(
      desk, saved: JournalState(path: "field.ndjson", durableBytes: desk.log.bytes.count),
      themes: [.monochrome])
    session.note(JournalState(path: "field.ndjson", durableBytes: desk.log.bytes.count), now: 0)
    return Meter.milliseconds {
      for frame in 0..<20 { _ = session.frame(size, now: Int64(frame) * 1000) }
    } / 20
  }

  /// Sixteen laps in four groups that drift apart, with the sprints entered.
  private static var lines: String {
    var lines: [String] = []
    func add(_ seconds: Int, _ fields: String) {
      let at = "2025-11-16T10:\(padded(seconds / 60)):\(padded(seconds % 60))Z"
      lines.append(#"{"seq":\#(lines.count + 1),"at":"\#(at)","# + fields + "}")
    }
    add(0, #""type":"meet","format":1,"log":"field","name":"Field of 28""#)
    add(0, #""type":"race","race":"ms","kind":"massStart","laps":16,"gender":"women","division":"A""#)
    for index in 0..<28 {
      add(
        0,
        #""type":"entry","race":"ms","pair":1,"competitor":{"id":"s\#(index)","name":"Given SKATER-\#(index)","nation":"NED","bib":"\#(index + 1)"}"#
      )
    }
    add(1, #""type":"start","race":"ms","pair":1"#)
    for lap in 0...16 {
      for index in 0..<28 {
        let hundredths = 500 + lap * 2900 + index * 18 + index / 7 * lap * 25
        let time =
          (hundredths >= 6000
            ? "\(hundredths / 6000):\(padded(hundredths / 100 % 60))" : "\(hundredths / 100)")
          + ".\(padded(hundredths % 100))"
        add(
          hundredths / 100 + 2,
          #""type":"split","race":"ms","competitor":"s\#(index)","lap":\#(lap),"time":"\#(time)","source":"transponder""#
        )
      }
      if lap % 4 == 0, lap > 0 {
        add(
          (986 + lap * 2975) / 100 + 3, #""type":"sprint","race":"ms","lap":\#(lap),"order":["s0","s1","s2"]"#
        )
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
