import BoardRuntime
import CellGrid
import FoundationEssentials
import RaceLog
import Scoreboard
import Testing

/// Frames that were looked at and found right, as text beside this file: characters, what each cell means,
/// and what a monochrome terminal without UTF-8 shows.
///
/// `RINKSIDE_RECORD_FRAMES=1 swift test --filter GoldenFrameTests` writes them anew, and fails, so that
/// a recording is never mistaken for a test.
@Suite struct GoldenFrameTests {
  @Test(arguments: GoldenMoment.all, GoldenMoment.sizes)
  func frame(_ moment: GoldenMoment, at size: GridSize) throws {
    let frame = try draw(moment, size: size)
    let file = Self.folder + "/Frames/\(moment.name).\(size.columns)x\(size.rows).txt"
    if ProcessInfo.processInfo.environment["RINKSIDE_RECORD_FRAMES"] != nil {
      try frame.write(toFile: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(file)")
      return
    }
    let expected = try String(contentsOfFile: file, encoding: .utf8)
    // The first line that differs says more than two whole frames.
    let lines = zip(
      frame.split(separator: "\n", omittingEmptySubsequences: false),
      expected.split(separator: "\n", omittingEmptySubsequences: false))
    let difference = lines.enumerated().first { $0.element.0 != $0.element.1 }
    #expect(difference?.element.0 == difference?.element.1, "line \((difference?.offset ?? 0) + 1)")
    #expect(frame.utf8.count == expected.utf8.count)
  }

  @Test func everyRecordedFrameBelongsToAMoment() throws {
    let names = GoldenMoment.all.flatMap { moment in
      GoldenMoment.sizes.map { "\(moment.name).\($0.columns)x\($0.rows).txt" }
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder + "/Frames")
    #expect(files.sorted() == names.sorted())
  }

  private func draw(_ moment: GoldenMoment, size: GridSize) throws -> String {
    let root = Self.folder.split(separator: "/").dropLast(2).joined(separator: "/")
    let log = try LogFile.open("/" + root + "/replays/" + moment.file)
    var recording = Recording(log)
    var options = BoardOptions()
    options.comparison = moment.comparison
    let point = try #require(PlaybackPoint(moment.at))
    let grid = recording.frame(
      moment.screen, after: point.eventCount(in: log), at: point.offset(in: log), options: options,
      size: size,
      isASCII: false)
    return ["characters", grid.text(), "roles", grid.roleMap(), "ASCII", grid.asASCII().text()].joined(
      separator: "\n")
  }

  private static let folder = #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
}
