import BoardRuntime
import BoardView
import CellGrid
import RaceLog
import ReplayFixtures
import Scoreboard
import Testing

/// Whatever the size of the terminal: what must not give way is there, and nothing overlaps.
@Suite struct LayoutTests {
  static let sizes: [GridSize] = {
    let sweep = stride(from: 40, through: 200, by: 7).flatMap { columns in
      stride(from: 12, through: 60, by: 5).map { GridSize(columns: columns, rows: $0) }
    }
    return sweep + [(40, 12), (80, 24), (132, 43), (200, 60)].map { GridSize(columns: $0.0, rows: $0.1) }
  }()

  /// A fifth of them, with every number of columns.
  static let some = sizes.indices.filter { $0 % 5 == $0 / 10 % 5 || $0 >= sizes.count - 4 }.map { sizes[$0] }

  @Test(arguments: Replays.names)
  func theRaceScreenKeepsClockSkatersAndDeltas(name: String) throws {
    try RaceScreenExpectation.check(try Replays.log(name), moments: 15, sizes: Self.sizes)
  }

  @Test(arguments: Logs.strange.indices)
  func theRaceScreenKeepsThemInStrangeRacesToo(index: Int) throws {
    let (name, events) = Logs.strange[index]
    let log = try Replays.log(events)
    try #require(log.events.count == events.count, "\(name)")
    try RaceScreenExpectation.check(log, moments: min(events.count, 12), sizes: Self.some)
  }

  @Test(arguments: ScreenChoice.allCases)
  func everyScreenFillsItsSizeAndKeepsItsFooter(screen: ScreenChoice) throws {
    let logs = try Replays.names.map(Replays.log) + Logs.strange.map { try Replays.log($0.events) }
    for log in logs {
      var recording = Recording(log)
      for offset in [0, log.duration / 2, log.duration] {
        for size in Self.some {
          let content = recording.content(
            screen, after: log.eventCount(at: offset), at: offset, options: BoardOptions(), rows: size.rows)
          let playback = recording.playback(offset, speed: "1/8×", isPaused: true, heats: recording.heats)
          let footer = Footer(playback: playback, hints: KeyMap.replay.hints)
          let grid = BoardFrame.draw(content, footer: footer, size: size)
          try #require(grid.size == size)
          Self.expect(footer: grid, playback: playback)
        }
      }
    }
  }

  @Test(arguments: [(39, 12), (40, 11), (20, 5), (12, 3), (5, 2), (1, 1), (0, 0)])
  func underTheSmallestSizeItSaysWhatItNeeds(columns: Int, rows: Int) throws {
    let size = GridSize(columns: columns, rows: rows)
    let lines = KeyMap.replay.help
    let grid = BoardFrame.draw(.help(lines, page: 0), footer: Footer(hints: KeyMap.replay.hints), size: size)
    #expect(grid.size == size)
    let text = grid.text()
    if columns >= 20 {
      #expect(text.contains("Rinkside needs 40×12") && text.contains("this is \(columns)×\(rows)"))
    }
    #expect(!text.contains("pause"))
  }

  @Test(arguments: sizes)
  func helpShowsEveryKeyOnItsPages(size: GridSize) {
    for map in [KeyMap.replay, .watch] { Self.expectHelp(of: map, size: size) }
  }

  private static func expectHelp(of map: KeyMap<BoardCommand>, size: GridSize) {
    let lines = map.help
    let pages = BoardFrame.helpPages(lines, size: size)
    let footer = Footer(hints: map.hints)
    let text = (0..<pages).map {
      BoardFrame.draw(.help(lines, page: $0), footer: footer, size: size).text()
    }.joined()
    for line in lines {
      #expect(text.contains(line.keys + "  " + line.does), "\(size) \(line.does)")
    }
  }

  /// The transport whole, then hints that stand apart, help the last of them.
  private static func expect(footer grid: CellGrid, playback: Footer.Playback) {
    let row = grid.text().split(separator: "\n", omittingEmptySubsequences: false)[grid.size.rows - 1]
    let left = " ‖ \(playback.speed)  \(playback.position)/\(playback.length)"
    #expect(row.hasPrefix(left), "\(grid.size): \(row)")
    #expect(row.hasSuffix(" ? keys"), "\(grid.size): \(row)")
    var rest = row.dropFirst(left.count)
    for hint in KeyMap.replay.hints {
      guard let range = rest.firstRange(of: "  \(hint.key) \(hint.does)") else { continue }
      rest.removeSubrange(range)
    }
    // What is left is the bar.
    #expect(rest.allSatisfy { " ━─┿┼●".contains($0) }, "\(grid.size): \(row)")
  }
}
