import BoardRuntime
import BoardView
import CellGrid
import FoundationEssentials
import Operation
import RaceLog
import Scoreboard
import Testing

/// What the README shows is what the program prints.
@Suite struct ReadmeTests {
  private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  private static func readme() throws -> String {
    try String(contentsOfFile: root + "/README.md", encoding: .utf8)
  }

  @Test func theBoardOfTheReadmeIsTheFrameItNames() throws {
    let readme = try Self.readme()
    let parts = readme.split(separator: "```\n", omittingEmptySubsequences: false)
    let shown = try #require(parts.first { $0.hasPrefix(" ISU World Cup") })
    let named = try #require(readme.split(separator: "rinkside render --at ").dropFirst().first)
    let frame = try Self.frame(
      RecordingFinder.demoName, .race, at: String(named.prefix { $0 != "`" }),
      size: GridSize(columns: 80, rows: 24))
    #expect(frame == shown)
  }

  @Test func theMassStartOfTheReadmeIsTheFrameItNames() throws {
    let readme = try Self.readme()
    #expect(readme.contains("rinkside render replays/\(GoldenMoment.massStart) --at 9:40"))
    let frame = try Self.frame(
      GoldenMoment.massStart, .race, at: "9:40", size: GridSize(columns: 80, rows: 24))
    #expect(readme.contains("```\n" + frame + "```\n"))
  }

  /// A frame of a recording as text.
  private static func frame(
    _ file: String, _ screen: ScreenChoice, at moment: String, size: GridSize
  ) throws -> String {
    let log = try LogFile.open(root + "/replays/" + file)
    var recording = Recording(log)
    let point = try #require(PlaybackPoint(moment))
    return recording.frame(
      screen, after: point.eventCount(in: log), at: point.offset(in: log), options: BoardOptions(),
      size: size,
      isASCII: false
    ).text()
  }

  @Test func everyRecordingIsInTheReadme() throws {
    let readme = try Self.readme()
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.root + "/replays")
    #expect(names.count > 6)
    for name in names where name.hasSuffix(".ndjson") {
      #expect(readme.contains("`\(name.dropLast(7))`"), "\(name)")
    }
  }

  @Test func theBigBoardOfTheReadmeIsTheFrameItNames() throws {
    let readme = try Self.readme()
    #expect(readme.contains("rinkside render --screen big --size 40x12 --at 26:41"))
    let frame = try Self.frame(
      RecordingFinder.demoName, .big, at: "26:41", size: GridSize(columns: 40, rows: 12))
    #expect(readme.contains("```\n" + frame + "```\n"))
  }

  /// The first cells and the rest of the rows of a table under a heading.
  private static func table(_ heading: String) throws -> [String] {
    let part = try #require(try readme().split(separator: "### \(heading)\n").dropFirst().first)
    let rows = part.split(separator: "\n").prefix { !$0.hasPrefix("#") }.filter { $0.hasPrefix("| `") }
    return rows.map { String($0).replacing("\\|", with: "|") }
  }

  @Test func theKeysOfTheReadmeAreThoseOfTheConsole() throws {
    let keys = KeyMap<OperateCommand>.operate.help.map { "| `\($0.keys)` | \($0.does) |" }
    #expect(try Self.table("Keys of the console") == keys)
  }

  @Test func theCommandsOfTheReadmeAreThoseOfTheDesk() throws {
    let commands = (CommandSpec.desk + OperateSession.commands).map { "| `\($0.usage)` | \($0.help) |" }
    #expect(try Self.table("Commands") == commands)
  }
}
