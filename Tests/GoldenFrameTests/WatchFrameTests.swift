import BoardRuntime
import CellGrid
import CursesScreen
import Feeds
import FoundationEssentials
import LongTrack
import RaceLog
import Testing

/// The board of somebody who watches the last pair of Beijing from elsewhere, at the 600 m of both.
@Suite struct WatchFrameTests {
  /// What the last line says of a moment, and how it came to that.
  struct Moment: CustomTestStringConvertible, Sendable {
    let name: String
    var delay: Int64 = 0
    var keys: [Key] = []
    /// How long after the last line it is, 1/10 000 s.
    var later: Int64 = 0
    var problem: FeedProblem?
    var testDescription: String { name }
  }

  static let all = [
    Moment(name: "01-live", later: 4000),
    Moment(name: "02-delayed", delay: 35_000, later: 4000),
    Moment(name: "03-behind", keys: [.character(" "), .pageUp], later: 4000),
    Moment(name: "04-replayed", keys: [.left, .left, .character("[")], later: 4000),
    Moment(name: "05-stale", later: 47_000),
    Moment(name: "06-cut-off", later: 120_000, problem: .failed("http://rink:7400", errno: 104)),
    Moment(name: "07-keys", keys: [.character("?")]),
  ]

  @Test(arguments: all, GoldenMoment.sizes)
  func frame(_ moment: Moment, at size: GridSize) throws {
    let root = "/" + GoldenFrame.folder.split(separator: "/").dropLast(2).joined(separator: "/")
    let log = try LogFile.open(root + "/replays/" + GoldenMoment.beijing)
    let start = try #require(log.start).ticks
    let bell = try #require(
      log.events.lastIndex { event in
        if case .split(let split) = event.content { split.mark.name == "600" } else { false }
      })
    let source = LateLog(log, through: bell)
    var session = WatchSession(source, delay: moment.delay, themes: [.monochrome], wall: start, now: 0)
    session.read(now: 0)
    source.isLive = true
    var now = log.events[bell].at.ticks - start
    session.read(now: now)
    for key in moment.keys { _ = session.press(key, now: now) }
    source.problem = moment.problem
    now += moment.later
    if moment.problem != nil { session.read(now: now) }
    let grid = session.frame(size, now: now)
    try GoldenFrame.expect(
      GoldenFrame.text(of: grid), as: "Watch/\(moment.name).\(size.columns)x\(size.rows).txt")
  }

  @Test func everyRecordedFrameBelongsToAMoment() throws {
    let names = Self.all.flatMap { moment in
      GoldenMoment.sizes.map { "\(moment.name).\($0.columns)x\($0.rows).txt" }
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: GoldenFrame.folder + "/Watch")
    #expect(files.sorted() == names.sorted())
  }

  /// A log that was there before, but for its last line, which comes live.
  private final class LateLog: LogSource {
    let name = "http://rink:7400"
    let descriptor: CInt = -1
    let hasMore = false
    var hasCaughtUp = true
    var isLive = false
    var problem: FeedProblem?
    private var parts: [Data]

    init(_ log: EventLog, through last: Int) {
      let lines = (0...last).map { log.rawLine(of: $0) + [UInt8(ascii: "\n")] }
      parts = [lines.dropLast().reduce(Data(), +), lines[last]]
    }

    func read() throws(FeedProblem) -> LogNews {
      if let problem { throw problem }
      guard parts.count > (isLive ? 0 : 1) else { return .nothing }
      return .bytes(parts.removeFirst())
    }
  }
}
