import BoardRuntime
import BoardTestSupport
import CellGrid
import CursesScreen
import Feeds
import RaceLog
import Scoreboard
import Testing

/// A public screen. The log's stamps begin at 17:00 in the zone +01:00; the machine's clock at 0 then.
@Suite struct WatchSessionTests {
  static let wall: Int64 = Instant("2026-01-31T17:00:00+01:00")?.ticks ?? 0

  /// Pair 8 on the ice of a 1000 m, Goetz inner and Han outer; each line a step.
  private static func log(_ more: (inout LogBuilder) throws -> Void) rethrows -> LogBuilder {
    var log = LogBuilder()
    log.announce(with: #""gender":"women""#)
    log.pair(8, "goetz", "han")
    try more(&log)
    return log
  }

  private func session(_ steps: [ScriptedFile.Step], race: String? = nil) -> WatchSession {
    WatchSession(
      ScriptedFile(steps), race: race, themes: [.colour], wall: Self.wall, now: 0)
  }

  private func text(_ session: inout WatchSession, now: Int64) -> String {
    session.frame(GridSize(columns: 80, rows: 24), now: now).text()
  }

  /// Reads so often, all at one moment.
  private func read(_ session: inout WatchSession, _ count: Int, now: Int64) {
    for _ in 0..<count { session.read(now: now) }
  }

  @Test func itWaitsForTheFileAndForItsFirstEvent() throws {
    let lines = Self.log { _ in }.lines
    var session = session([.missing, .nothing, .lines([lines[0]]), .lines(Array(lines[1...]))])
    session.read(now: 0)
    #expect(text(&session, now: 0).contains("waiting for night.ndjson"))
    #expect(text(&session, now: 0).contains("there is no such file yet"))
    session.read(now: 0)
    #expect(text(&session, now: 0).contains("no event has come yet"))
    session.read(now: 0)
    #expect(text(&session, now: 0).contains("No race is announced yet."))
    session.read(now: 0)
    #expect(text(&session, now: 0).contains("Women 1000 m"))
  }

  @Test func theClockOfARaceTicksOnTheClockOfTheLog() throws {
    // The gun is stamped 10.4 s after the log's start, and arrives 2 s later by the clock here.
    let lines = Self.log { $0.start(pair: 8) }.lines
    var session = session([.lines(Array(lines.dropLast())), .lines([lines[lines.count - 1]])])
    session.read(now: 0)
    #expect(session.nextFrame(after: 0) == FileFollower.interval)
    session.read(now: 124_000)
    #expect(text(&session, now: 124_000).contains(" 0.0"))
    #expect(session.nextFrame(after: 124_000) == 125_000)
    #expect(text(&session, now: 125_500).contains(" 0.1"))
    #expect(session.nextFrame(after: 125_500) == 126_000)
    #expect(text(&session, now: 324_000).contains(" 20.0"))
  }

  @Test func theFooterSaysHowOldTheDataIs() throws {
    let lines = Self.log { $0.start(pair: 8) }.lines
    var session = session([.lines(Array(lines.dropLast())), .lines([lines[lines.count - 1]])])
    session.read(now: 0)
    #expect(text(&session, now: 500_000).contains("data 49 s old"))
    session.read(now: 600_000)
    #expect(text(&session, now: 600_000).contains("data 0 s old"))
    func alerts(_ now: Int64) -> Bool {
      let grid = session.frame(GridSize(columns: 80, rows: 24), now: now)
      return grid.cells(inRow: 23).contains { $0.role == .alert }
    }
    #expect(!alerts(630_000))
    #expect(alerts(630_001))
    #expect(text(&session, now: 641_000).contains("data 4 s old"))
    #expect(text(&session, now: 4_200_000).contains("data 6 min old"))
  }

  @Test func aWriterThatLivesIsNoAlarmThoughItSaysNothing() throws {
    let lines = Self.log { $0.start(pair: 8) }.lines
    var session = session([
      .lines(Array(lines.dropLast())), .lines([lines[lines.count - 1]]), .beat, .nothing,
    ])
    session.read(now: 0)
    session.read(now: 600_000)
    // A lap without a line: the writer's sign of life keeps the data fresh, its silence does not.
    session.read(now: 650_000)
    #expect(text(&session, now: 670_000).contains("data 2 s old"))
    session.read(now: 680_000)
    #expect(text(&session, now: 690_000).contains("data 4 s old"))
    let grid = session.frame(GridSize(columns: 80, rows: 24), now: 690_000)
    #expect(grid.cells(inRow: 23).contains { $0.role == .alert })
  }

  @Test func whereNoRaceRunsOldDataIsNoAlarm() throws {
    var session = session([.lines(Self.log { _ in }.lines)])
    session.read(now: 0)
    let grid = session.frame(GridSize(columns: 80, rows: 24), now: 900_000)
    #expect(grid.text().contains("data 89 s old"))
    #expect(!grid.cells(inRow: 23).contains { $0.role == .alert })
  }

  @Test func theOperatorChoosesUntilSomebodyHereDoes() throws {
    let log = try Self.log { log in
      log.start(pair: 8)
      log.add("board", #""screen":"big","competitor":"han""#)
      try log.split("han", 200, "18.22")
      log.add("board", #""screen":"start""#)
      log.add("board", #""screen":"log""#)
    }
    let lines = log.lines
    var session = session([.lines(Array(lines[..<6]))] + lines[6...].map { .lines([$0]) })
    session.read(now: 0)
    #expect(session.screen == .big)
    session.read(now: 0)
    #expect(!text(&session, now: 0).contains("goetz") && text(&session, now: 0).contains("han"))
    #expect(session.press(.function(1), now: 0) == .draw)
    #expect(session.screen == .race)
    session.read(now: 0)
    #expect(session.screen == .race)
    _ = session.press(.character("b"), now: 0)
    // Picked here, the big board is about everybody on the ice.
    #expect(text(&session, now: 0).contains("goetz"))
    #expect(session.press(.escape, now: 0) == .draw)
    #expect(session.screen == .start)
    session.read(now: 0)
    #expect(session.screen == .race)
  }

  @Test func keysShowHelpAndOtherScreens() throws {
    var session = session([.lines(Self.log { $0.start(pair: 8) }.lines)])
    session.read(now: 0)
    _ = session.press(.character("?"), now: 0)
    #expect(text(&session, now: 0).contains("as the operator chose"))
    _ = session.press(.escape, now: 0)
    #expect(text(&session, now: 0).contains("Pair 8"))
    _ = session.press(.tab, now: 0)
    #expect(session.screen == .standings)
    _ = session.press(.character("e"), now: 0)
    #expect(text(&session, now: 0).contains("no such key here"))
    #expect(session.press(.character("c"), now: 0) == .draw)
    #expect(text(&session, now: 0).contains("compared with: pair"))
    #expect(session.press(.character("q"), now: 0) == .quit)
    #expect(session.press(.control("l"), now: 0) == .redraw)
  }

  @Test func aLogWrittenAnewIsShownOnceItIsReadToItsEnd() throws {
    let log = try Self.log { log in
      log.start(pair: 8)
      try log.split("han", 200, "18.22")
      try log.split("goetz", 200, "17.91")
    }
    var session = session([
      .lines(Array(log.lines[..<6])), .replaced,
      .bytes(log.lines[..<3].map { $0 + "\n" }.joined(), more: true), .lines(Array(log.lines[3...])),
    ])
    session.read(now: 300_000)
    #expect(text(&session, now: 300_000).contains("18.22"))
    for _ in 0..<2 {
      session.read(now: 300_000)
      #expect(session.nextFrame(after: 300_000) == 300_000)
      let frame = text(&session, now: 300_000)
      #expect(frame.contains("18.22") && !frame.contains("17.91"))
    }
    session.read(now: 300_000)
    #expect(text(&session, now: 300_000).contains("17.91"))
    #expect(session.live.log.events.count == 7)
  }

  @Test func aFileThatWasEmptiedIsAwaited() throws {
    var session = session([.lines(Self.log { _ in }.lines), .replaced, .nothing])
    read(&session, 3, now: 0)
    #expect(text(&session, now: 0).contains("no event has come yet"))
  }

  @Test func brokenLinesAreCountedAndTheRestIsShown() throws {
    let lines = Self.log { _ in }.lines
    var session = session([
      .lines(Array(lines[..<3]) + ["nonsense"]),
      .lines([lines[3], #"{"seq":9,"at":"2026-01-31T17:00:09Z","type":"call","race":"nowhere","pair":1}"#]),
    ])
    session.read(now: 0)
    #expect(text(&session, now: 0).contains("1 error in this log: rinkside check"))
    session.read(now: 0)
    #expect(text(&session, now: 0).contains("2 errors in this log: rinkside check"))
    #expect(!text(&session, now: 50_000).contains("errors"))
  }

  @Test func aNewerFormatIsRefusedInASentence() throws {
    var session = session([
      .lines([#"{"seq":1,"at":"2026-01-31T17:00:00Z","type":"meet","format":2,"log":"l","name":"N"}"#]),
      .lines(["more"]),
    ])
    read(&session, 2, now: 0)
    let frame = text(&session, now: 0)
    #expect(frame.contains("This log cannot be shown"))
    #expect(frame.contains("night.ndjson:1: format 2 is newer than this program"), "\(frame)")
  }

  @Test func whatTheDiskDidNotTakeIsSaid() throws {
    let lines = Self.log { $0.start(pair: 8) }.lines
    var session = session([
      .lines(lines), .fails(.notOnDisk("night.ndjson", errno: 5)), .replaced, .lines(lines),
    ])
    read(&session, 2, now: 0)
    #expect(text(&session, now: 0).contains("its disk fails"))
    #expect(text(&session, now: 0).contains("Pair 8"))
    read(&session, 2, now: 0)
    #expect(!text(&session, now: 0).contains("disk"))
  }

  @Test func aRaceToStayWithIsNotLeft() throws {
    let log = Self.log { log in
      log.start(pair: 8)
      log.race = "w500"
      log.announce(500)
      log.pair(1, "li", "takagi")
      log.start(pair: 1)
      log.add("board", #""screen":"race","race":"w500""#)
    }
    var following = session([.lines(log.lines)])
    following.read(now: 0)
    #expect(text(&following, now: 0).contains("takagi"))
    var staying = session([.lines(log.lines)], race: "w1000")
    staying.read(now: 0)
    #expect(text(&staying, now: 0).contains("goetz"))
  }

  @Test func onATerminalItAsksTheFileAndKeepsItsKeys() throws {
    let lines = Self.log { $0.start(pair: 8) }.lines
    var session = session([.missing, .missing, .lines(lines)])
    var terminal = ScriptedTerminal([[.readable(7)], [], [.key(.character("b"))], [.key(.character("q"))]])
    let ending = BoardLoop.run(&session, on: &terminal)
    let (frames, deadlines, watched) = (terminal.frames, terminal.deadlines, terminal.watched)
    #expect(ending == .quit)
    #expect(frames.count == 4)
    #expect(frames[1].contains("waiting for night.ndjson"))
    #expect(frames[2].contains("Pair 8") && frames[3].contains("goetz"))
    #expect(deadlines[0] == FileFollower.interval)
    #expect(watched == [[7], [7], [7], [7]])
  }
}
