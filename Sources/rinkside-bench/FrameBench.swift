import BoardRuntime
import BoardView
import CellGrid
import RaceLog
import Scoreboard

/// Folding to a moment and drawing its frame.
struct FrameBench {
  let runs: Int
  let file: String

  /// What the characters of a frame cost to be put into a grid, and nothing else.
  static func floor(of grid: CellGrid) -> Double {
    let rows = grid.text().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return Meter.milliseconds {
      for _ in 0..<100 {
        var copy = CellGrid(size: grid.size)
        for (row, text) in rows.enumerated() { copy.put(text, column: 0, row: row, role: .plain) }
        precondition(copy.size == grid.size)
      }
    } / 100
  }

  func run() throws -> [Figure] {
    var recording = Recording(try LogFile.open(file))
    let size = GridSize(columns: 132, rows: 43)
    let places = stride(from: 200, to: recording.log.events.count, by: 7).map(\.self)
    var sum = 0
    var draw: [Double] = []
    var floor: [Double] = []
    var seek: [Double] = []
    for _ in 0..<runs {
      draw.append(
        Meter.milliseconds {
          for place in places {
            let offset = recording.log.offset(of: place - 1)
            sum &+=
              recording.frame(
                .race, after: place, at: offset, options: BoardOptions(), size: size, isASCII: false
              ).size.rows
          }
        } / Double(places.count))
      let grid = recording.frame(
        .race, after: 400, at: recording.log.offset(of: 399), options: BoardOptions(), size: size,
        isASCII: false)
      floor.append(Self.floor(of: grid))
      seek += (1...20).map { step in
        Meter.milliseconds { _ = recording.meet(after: step * 7919 % recording.log.events.count) }
      }
    }
    precondition(sum != 0)
    return [
      Figure(
        name: "fold and draw one frame at 132×43, floor: the same characters put into a grid", unit: "ms",
        values: draw, floor: floor, goal: "under 1 ms"),
      Figure(
        name: "seek in \(recording.log.events.count) events", unit: "ms", values: seek, floor: [],
        goal: "under 5 ms"),
    ]
  }
}
