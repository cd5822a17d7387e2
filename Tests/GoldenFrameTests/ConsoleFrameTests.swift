import BoardRuntime
import CellGrid
import CursesScreen
import FoundationEssentials
import Journal
import Operation
import RaceLog
import Scoreboard
import Testing

/// The operator's console at telling moments of the last pair of Beijing, and of a field and two teams, skated again by
/// hand and beam.
@Suite struct ConsoleFrameTests {
  /// What was done before a moment, and how long after the gun it is, in seconds.
  struct Moment: CustomTestStringConvertible, Sendable {
    let name: String
    let steps: [Step]
    var trouble: JournalTrouble?
    var isPublished = true
    /// The recording whose programme is skated again.
    var recording = GoldenMoment.beijing
    var testDescription: String { name }
  }

  enum Step: Sendable {
    case line(String)
    case keys([Key])
    case at(Double)
    case beam(String, String)
  }

  static let armed: [Step] = [.line("unlock"), .line("call 10"), .line("arm")]
  static let bell: [Step] =
    armed + [
      .keys([.character(" ")]), .at(0.03), .beam("C0", "600.0000"), .at(17.98), .beam("C2", "617.9412"),
      .at(18.2),
      .keys([.character("i")]), .at(18.37), .beam("C1", "618.3125"), .at(45.4), .beam("C1", "645.3555"),
    ]

  /// Six of a field have passed the line, and three of them are named.
  static let field: [Step] =
    [.line("unlock"), .line("call 1"), .line("arm"), .keys([.character(" ")])]
    + [4.2, 4.5, 4.9, 5.3, 5.4, 6.1].flatMap { [.at($0), .keys([.character("i")])] }
    + [.at(9), .line("order 37 52 63")]

  /// Two teams at their first half laps.
  static let teams: [Step] =
    [.line("unlock"), .line("call 3"), .line("arm"), .keys([.character(" ")])]
    + [(18.11, "o"), (18.57, "i"), (31.39, "o")].flatMap {
      [.at($0.0), .keys([.character(Character($0.1))])]
    }

  static let all = [
    Moment(name: "01-locked", steps: [.line("lock"), .keys([.character("i")])]),
    Moment(name: "02-armed", steps: armed),
    Moment(name: "03-at-the-bell", steps: bell),
    Moment(
      name: "04-to-decide",
      steps: bell + [.at(46.2), .beam("C2", "646.0000"), .beam("C1", "646.2000"), .at(47), .keys([.down])]),
    Moment(
      name: "05-typing",
      steps: bell + [.line("say Ice at 15:40"), .keys([.character("s"), .character("l"), .tab])]),
    Moment(
      name: "06-not-saved", steps: bell,
      trouble: JournalTrouble(kind: .full, file: "m.ndjson", reason: "No space left on device", attempts: 3),
      isPublished: false),
    Moment(
      name: "07-all-in",
      steps: bell + [
        .line("split li 600 45.90"), .line("status li DQ T08"), .line("split takagi 1000 74.44"), .at(76),
      ]),
    Moment(name: "08-mass-start", steps: field, recording: GoldenMoment.massStart),
    Moment(name: "09-pursuit", steps: teams, recording: GoldenMoment.pursuit),
  ]

  @Test(arguments: all, GoldenMoment.sizes)
  func frame(_ moment: Moment, at size: GridSize) throws {
    var session = try console(moment)
    let grid = session.session.frame(size, now: session.now)
    try GoldenFrame.expect(
      GoldenFrame.text(of: grid), as: "Console/\(moment.name).\(size.columns)x\(size.rows).txt")
  }

  @Test func everyRecordedFrameBelongsToAMoment() throws {
    let names = Self.all.flatMap { moment in
      GoldenMoment.sizes.map { "\(moment.name).\($0.columns)x\($0.rows).txt" }
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: GoldenFrame.folder + "/Console")
    #expect(files.sorted() == names.sorted())
  }

  private func console(_ moment: Moment) throws -> (session: OperateSession, now: Int64) {
    let root = "/" + GoldenFrame.folder.split(separator: "/").dropLast(2).joined(separator: "/")
    let skated = try LogFile.open(root + "/replays/" + moment.recording)
    var now: Int64 = 7_000_000
    let wall = try #require(Instant("2026-01-31T15:00:00+01:00"))
    var desk = Desk(
      EventLog(file: "m.ndjson", bytes: Data()), now: BootStamp(boot: "b", ticks: now), wall: wall)
    try desk.enter(StartList.drafts(from: skated, as: "again"), at: wall)
    var session = OperateSession(
      desk, saved: JournalState(path: "m.ndjson", durableBytes: 0), feeds: ["timy"], themes: [.monochrome])
    session.note(JournalState(path: "m.ndjson", durableBytes: session.desk.log.bytes.count), now: now)
    let gun = now + 20_000
    for step in moment.steps {
      switch step {
      case .line(let line): _ = session.enter(line, now: now)
      case .keys(let keys):
        if keys.first == .character(" ") { now = gun }
        for key in keys { _ = session.press(key, now: now) }
      case .at(let seconds): now = gun + Int64((seconds * 10_000).rounded())
      case .beam(let channel, let time):
        let line = #"{"type":"impulse","device":"timy","channel":"\#(channel)","deviceTime":"\#(time)"}"#
        session.receive(Data(line.utf8), from: "timy", position: nil, now: now)
      }
    }
    var state = JournalState(
      path: "m.ndjson", durableBytes: session.desk.log.bytes.count, trouble: moment.trouble)
    if !moment.isPublished { state.durableBytes = session.desk.log.bytes.count - 500 }
    session.note(state, now: now)
    return (session, now)
  }
}
