import BoardRuntime
import CellGrid
import FoundationEssentials
import RaceLog
import Scoreboard
import Testing

/// What the README shows is what the program prints.
@Suite struct ReadmeTests {
  @Test func theBoardOfTheReadmeIsTheFrameItNames() throws {
    let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    let readme = try String(contentsOfFile: root + "/README.md", encoding: .utf8)
    let parts = readme.split(separator: "```\n", omittingEmptySubsequences: false)
    let shown = try #require(parts.first { $0.hasPrefix(" ISU World Cup") })
    let named = try #require(readme.split(separator: "rinkside render --at ").dropFirst().first)
    let point = try #require(PlaybackPoint(String(named.prefix { $0 != "`" })))
    let log = try LogFile.open(root + "/replays/" + RecordingFinder.demoName)
    var recording = Recording(log)
    let grid = recording.frame(
      .race, after: point.eventCount(in: log), at: point.offset(in: log), options: BoardOptions(),
      size: GridSize(columns: 80, rows: 24), isASCII: false)
    #expect(grid.text() == shown)
  }

  @Test func theBigBoardOfTheReadmeIsTheFrameItNames() throws {
    let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    let readme = try String(contentsOfFile: root + "/README.md", encoding: .utf8)
    #expect(readme.contains("rinkside render --screen big --size 40x12 --at 26:41"))
    let log = try LogFile.open(root + "/replays/" + RecordingFinder.demoName)
    var recording = Recording(log)
    let point = try #require(PlaybackPoint("26:41"))
    let grid = recording.frame(
      .big, after: point.eventCount(in: log), at: point.offset(in: log), options: BoardOptions(),
      size: GridSize(columns: 40, rows: 12), isASCII: false)
    #expect(readme.contains("```\n" + grid.text() + "```\n"))
  }
}
