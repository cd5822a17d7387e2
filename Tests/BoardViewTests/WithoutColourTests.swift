import BoardRuntime
import BoardView
import CellGrid
import RaceLog
import ReplayFixtures
import Scoreboard
import Testing

/// In ASCII and without a colour a board still tells ahead from behind and gaining from losing.
@Suite struct WithoutColourTests {
  /// Golden moments of Beijing: who, and what stands there.
  @Test(
    arguments: [
      (79, "TAKAGI", "+0.14 v0.11"), (80, "LI", "+0.69 v0.29"),
      (82, "TAKAGI", "-0.01 ^0.15"),
      (76, "TAKAGI", "+0.03"),
    ])
  func signAndGlyphSayWhatTheColourSays(seq: Int, name: String, delta: String) throws {
    var recording = Recording(try Replays.log(RecordingFinder.demoName))
    let offset = recording.log.offset(of: seq - 1)
    for size in [(80, 24), (132, 43), (40, 12)].map({ GridSize(columns: $0.0, rows: $0.1) }) {
      let grid = recording.frame(
        .race, after: seq, at: offset, options: BoardOptions(), size: size, isASCII: true)
      let text = grid.text()
      #expect(text.utf8.allSatisfy { $0 < 0x80 })
      // The columns of a table stand further apart where there is room.
      let words = text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
      #expect(words.contains(name) && words.contains(delta), "\(text)")
    }
  }

  @Test(arguments: Replays.names)
  func everySituationIsWrittenAsWellAsColoured(name: String) throws {
    var recording = Recording(try Replays.log(name))
    let size = GridSize(columns: 80, rows: 24)
    for count in recording.log.events.indices.map({ $0 + 1 }) {
      let offset = recording.log.offset(of: count - 1)
      let content = recording.content(
        .race, after: count, at: offset, options: BoardOptions(), rows: size.rows)
      guard case .race(let state) = content else { continue }
      for line in state.panels.flatMap(\.marks) {
        let signs = [line.delta?.first, line.trend?.first]
        switch line.situation {
        case .aheadGaining: #expect(signs[0] == "−" && ["▲", "="].contains(signs[1] ?? "▲"))
        case .aheadLosing: #expect(signs == ["−", "▼"])
        case .behindGaining: #expect(signs == ["+", "▲"])
        case .behindLosing: #expect(signs[0] == "+" && ["▼", "="].contains(signs[1] ?? "▼"))
        case .level: #expect(line.delta == "=0.00")
        case nil: #expect(line.delta == nil)
        }
        switch line.rivalSituation {
        case .aheadGaining, .aheadLosing: #expect(line.rival?.first == "−")
        case .behindGaining, .behindLosing: #expect(line.rival?.first == "+")
        case .level: #expect(line.rival == "=0.00")
        case nil: #expect(line.rival == nil)
        }
      }
    }
  }
}
