import BoardRuntime
import BoardView
import CellGrid
import RaceLog
import ReplayFixtures
import Scoreboard
import Testing

/// What gives way where room is short, and what does not.
@Suite struct FittingTests {
  private static let usual = GridSize(columns: 80, rows: 24)
  private static let small = GridSize(columns: 40, rows: 12)

  private static func text(
    _ events: [String], _ screen: ScreenChoice = .race, size: GridSize = usual, roles: Bool = false
  ) throws -> String {
    let log = try Replays.log(events)
    try #require(log.events.count == events.count)
    var recording = Recording(log)
    let grid = recording.frame(
      screen, after: log.events.count, at: log.offset(of: log.events.count - 1), options: BoardOptions(),
      size: size, isASCII: false)
    return roles ? grid.roleMap() : grid.text()
  }

  /// Two pairs over 3000 m, the second one behind by so much and without a split at 600.
  private static func hole(behind: Double) -> [String] {
    let lost = [#""mark":600"#, #""a","mark":1400"#, #""a","mark":3000"#, #""b","mark":3000"#]
    return Logs.pair("Ida Alpha", "Ida Beta", 3000, [200, 600, 1000, 1400, 3000])
      .filter { line in !lost.contains { line.contains($0) } || line.contains(#""x""#) }
      + [Logs.split("a", 1400, 1400 / 13.5 + 3 + behind)]
  }

  @Test(arguments: [0.5, 9.75, 19.75])
  func aWideValueDoesNotTakeTheLapsAway(behind: Double) throws {
    let text = try Self.text(Self.hole(behind: behind))
    #expect(text.contains("(2)"), "\(text)")
    #expect(text.split(separator: "\n").contains { $0.contains(" 1400 ") && $0.contains("+") }, "\(text)")
  }

  @Test func emptyCellsOfATableHaveNoRole() throws {
    let start = Array(Logs.pair("Ida Alpha", "Ida Beta", 1000, [200, 600, 1000]).prefix(14))
    let rows = try Self.text(start, roles: true).split(separator: "\n", omittingEmptySubsequences: false)
    let letters = Set(rows.dropFirst(4).prefix(3).joined())
    #expect(!letters.contains("l") && !letters.contains("Z") && letters.contains("d"), "\(rows)")
  }

  @Test func rightOfWayIsToldWithoutALiveDelta() throws {
    let start = Logs.pair("Ida Alpha", "Ida Beta", 1000, [200, 600, 1000]).prefix {
      !$0.contains(#""a","mark":600"#)
    }
    for columns in stride(from: 77, through: 130, by: 3) {
      for events in [Array(start), Array(start.prefix(7))] {
        let text = try Self.text(events, size: GridSize(columns: columns, rows: 24))
        #expect(text.contains("right of way"), "\(text)")
      }
    }
  }

  @Test func fourOnTheSmallestBoardKeepWhatTheyAreComparedWith() throws {
    let text = try Self.text(Logs.quartet, size: Self.small)
    #expect(text.ranges(of: "no leader yet").count == 4, "\(text)")
  }

  @Test(arguments: [(40, 12), (80, 24), (132, 43), (200, 60)])
  func eachClockOfAQuartetTellsWhoseItIs(columns: Int, rows: Int) throws {
    let text = try Self.text(Logs.quartet, size: GridSize(columns: columns, rows: rows))
    let glyphs = columns < 200 ? ["○● ", "◇◆ "] : ["○ ●", "◇ ◆"]
    #expect(glyphs.allSatisfy(text.contains), "\(text)")
  }

  @Test func aShortHeadSaysThatItsNumberIsAPair() throws {
    let events = Logs.pair("Ida Alpha", "Ida Beta", 1000, [200])
    #expect(try Self.text(events, size: Self.small).contains("pair 2/2"))
  }

  @Test func aStoppedClockClaimsNobodysTime() throws {
    let text = try Self.text(Logs.pair("Ida Alpha", "Ida Beta", 1000, [200, 600, 1000]))
    #expect(text.contains("clock stopped") && !text.contains("finished"), "\(text)")
  }

  @Test func aFallIsToldInFullOrNotAtAll() throws {
    let fall = #"{"type":"status","race":"r","competitor":"x","fell":true}"#
    let events = Logs.pair("Ida Alpha", "Ida Beta", 3000, [200, 600, 1000, 1400, 3000]) + [fall]
    for columns in stride(from: 40, through: 132, by: 1) {
      let text = try Self.text(events, .standings, size: GridSize(columns: columns, rows: 24))
      let line = try #require(text.split(separator: "\n").first { $0.contains("GOETZ") })
      #expect(line.hasSuffix(" fell") || columns < 80 && !line.contains(" f"), "\(columns) \(line)")
    }
  }

  @Test func aLongRaceLeavesRoomForTheStandings() throws {
    let text = try Self.text(Logs.tenThousand)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let rule = try #require(lines.firstIndex { $0.contains("Standings") })
    #expect(lines.count - 2 - rule >= 6 && text.contains(" 9600 ") && text.contains(" 10000 "), "\(text)")
  }

  @Test func theBarKeepsAQuarterOfTheLineAndItsMarksApart() {
    let playback = Footer.Playback(
      isPaused: true, speed: "1×", position: "26:41", length: "27:04", fraction: 1,
      heats: (0..<40).map { Double($0) / 40 })
    for columns in 80...200 {
      let grid = BoardFrame.draw(
        .help([], page: 0), footer: Footer(playback: playback, hints: KeyMap.replay.hints),
        size: GridSize(columns: columns, rows: 12))
      let row = grid.text().split(separator: "\n").last ?? ""
      #expect(row.count { "━┿●".contains($0) } >= columns / 4, "\(row)")
      #expect(!row.contains("┿┿") && row.contains("Space pause") && row.hasSuffix("? keys"), "\(row)")
    }
  }

  @Test func aStartListShowsBibsWhereThereAreAny() throws {
    let entry = Logs.entry("a", "Erin Jackson", pair: 1, "outer")
    let bib = entry.replacing(#""nation""#, with: #""bib":"17","nation""#)
    let other = Logs.entry("b", "Mei Han", pair: 1, "inner").replacing(
      #""nation""#, with: #""bib":"8","nation""#)
    let text = try Self.text([Logs.meet, Logs.race(500), bib, other], .start)
    #expect(text.contains(" 17  JACKSON Erin") && text.contains("  8  HAN Mei"), "\(text)")
    let without = try Self.text([Logs.meet, Logs.race(500), entry], .start)
    #expect(without.contains("● JACKSON Erin"), "\(without)")
  }

  @Test func theMarksUnderAPlotAreNumbersThatStandApart() throws {
    for columns in [40, 80, 132] {
      let text = try Self.text(Logs.tenThousand, .plot, size: GridSize(columns: columns, rows: 24))
      let axis = text.split(separator: "\n", omittingEmptySubsequences: false)[22]
      let marks = axis.split(separator: " ").map { Int($0) ?? 0 }
      #expect(marks.last == 10_000 && marks.count > 3, "\(text)")
      #expect(marks.allSatisfy { $0.isMultiple(of: 400) && (400...10_000).contains($0) }, "\(text)")
    }
  }
}
