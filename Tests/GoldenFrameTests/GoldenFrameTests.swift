import BoardRuntime
import CellGrid
import FoundationEssentials
import RaceLog
import Scoreboard
import Testing

/// The board at telling moments of the recordings.
@Suite struct GoldenFrameTests {
  @Test(arguments: GoldenMoment.all, GoldenMoment.sizes)
  func frame(_ moment: GoldenMoment, at size: GridSize) throws {
    try GoldenFrame.expect(
      try draw(moment, size: size), as: "Frames/\(moment.name).\(size.columns)x\(size.rows).txt")
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
    return GoldenFrame.text(of: grid)
  }

  private static let folder = GoldenFrame.folder
}
