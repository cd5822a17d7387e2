import BoardRuntime
import BoardTestSupport
import BoardView
import CellGrid
import CursesScreen
import Feeds
import FoundationEssentials
import LongTrack
import RaceLog
import ReplayFixtures
import Scoreboard
import Testing

/// What came is a recording: pause, rewind, replay, and a delay, while the meet goes on.
@Suite struct WatchRecorderTests {
  private static let size = GridSize(columns: 80, rows: 24)

  /// A recording that comes live: each line at its own moment, on a clock here that is an hour slow.
  private struct Night {
    let lines: [(text: String, at: Int64)]
    let file: ScriptedFile
    var session: WatchSession
    let start: Int64
    private var sent = 0

    init(_ name: String = RecordingFinder.demoName, delay: Int64 = 0) throws {
      let log = try LogFile.open(Replays.path(name))
      let start = try #require(log.start).ticks
      var latest = start
      lines = log.events.indices.map { index in
        latest = max(latest, log.events[index].at.ticks)
        return (String(decoding: log.rawLine(of: index), as: UTF8.self), latest)
      }
      file = ScriptedFile([.nothing])
      session = WatchSession(file, delay: delay, themes: [.colour], wall: start - 36_000_000, now: 0)
      self.start = start
      session.read(now: 0)
    }

    /// Lets time go by.
    mutating func play(to now: Int64) {
      while sent < lines.count, lines[sent].at - start <= now {
        file.steps = [.lines([lines[sent].text])]
        session.read(now: lines[sent].at - start)
        sent += 1
      }
      file.steps = [.beat]
      session.read(now: now)
    }

    /// What is shown, without the last line.
    mutating func frame(_ now: Int64) -> [String] {
      session.frame(size, now: now).text().split(separator: "\n", omittingEmptySubsequences: false).prefix(23)
        .map(
          String.init)
    }

    mutating func footer(_ now: Int64) -> String {
      session.frame(size, now: now).text().split(separator: "\n").last.map(String.init) ?? ""
    }
  }

  /// At whatever place the board is put, it shows what a replay of the whole log shows there.
  @Test(arguments: 0..<6) func anythingThatCameIsShownAsInAReplay(seed: UInt64) throws {
    var night = try Night()
    var random = SplitMix64(seed: seed)
    var recording = Recording(try LogFile.open(Replays.path(RecordingFinder.demoName)))
    let keys: [Key] = [
      .character(" "), .left, .right, .pageUp, .pageDown, .character("<"), .character(">"), .character("g"),
      .character("G"), .character("u"), .character("]"), .character("["), .character("5"), .character("M"),
      .character("N"), .character("z"),
    ]
    var now: Int64 = 0
    for _ in 0..<60 {
      now += Int64.random(in: 1...400_000, using: &random)
      night.play(to: now)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        _ = night.session.press(try #require(keys.randomElement(using: &random)), now: now)
      }
      let (meet, moment) = night.session.shown(now: now)
      #expect(moment <= night.start + now)
      let offset = moment - night.start
      let count = recording.log.eventCount(at: offset)
      #expect(meet.eventCount == count)
      let content = recording.content(.race, after: count, at: offset, options: BoardOptions(), rows: 24)
      let expected = BoardFrame.draw(content, footer: Footer(), size: Self.size)
      #expect(
        night.frame(now)
          == expected.text().split(separator: "\n", omittingEmptySubsequences: false).prefix(23).map(
            String.init))
    }
  }

  @Test func pausedItSaysHowFarBehindItIsAndOneKeyIsLive() throws {
    var night = try Night()
    night.play(to: 6_000_000)
    let before = night.frame(6_000_000)
    _ = night.session.press(.character(" "), now: 6_000_000)
    night.play(to: 6_240_000)
    #expect(night.frame(6_240_000) == before)
    #expect(night.footer(6_240_000).contains("‖ −0:24 behind live"))
    _ = night.session.press(.character(" "), now: 6_240_000)
    night.play(to: 6_250_000)
    #expect(night.footer(6_250_000).contains("▶ −0:24 behind live"))
    _ = night.session.press(.left, now: 6_250_000)
    #expect(night.footer(6_250_000).contains("▶ −0:29 behind live"))
    _ = night.session.press(.character("G"), now: 6_250_000)
    #expect(!night.footer(6_250_000).contains("behind"))
    #expect(night.session.shown(now: 6_250_000).moment == night.start + 6_250_000)
  }

  @Test func takingBackTheJumpFromLiveIsLive() throws {
    var night = try Night()
    night.play(to: 6_000_000)
    _ = night.session.press(.character("g"), now: 6_000_000)
    #expect(night.footer(6_000_000).contains("behind live"))
    _ = night.session.press(.character("u"), now: 6_000_000)
    #expect(!night.footer(6_000_000).contains("behind live"))
  }

  @Test func aDelayIsSetInStepsAndOff() throws {
    var night = try Night(delay: 35_000)
    night.play(to: 6_000_000)
    #expect(night.footer(6_000_000).contains("delay 3.5 s"))
    func delay(_ key: Character) -> Int64 {
      _ = night.session.press(.character(key), now: 6_000_000)
      return 6_000_000 + night.start - night.session.shown(now: 6_000_000).moment
    }
    #expect(delay("Z") == 36_000)
    #expect(delay(".") == 46_000)
    #expect(delay("m") == 96_000)
    #expect(delay("M") == 396_000)
    #expect(delay("N") == 96_000)
    #expect(delay("n") == 46_000)
    #expect(delay(",") == 36_000)
    #expect(delay("z") == 35_000)
    #expect(delay("x") == 0)
    #expect(delay("z") == 0)
  }

  /// A split is shown the delay after it came, not earlier and not later.
  @Test func whatComesWaitsForThePicture() throws {
    var night = try Night(delay: 120_000)
    let finish = try #require(night.lines.first { $0.text.contains(#""mark":1000"#) }).at - night.start
    night.play(to: finish + 119_999)
    let before = night.session.shown(now: finish + 119_999).meet.eventCount
    #expect(night.session.nextFrame(after: finish + 119_999) == finish + 120_000)
    #expect(night.session.shown(now: finish + 120_000).meet.eventCount > before)
  }

  /// The clock of what is shown late ticks like any other.
  @Test(arguments: [0, 35_000, 1234] as [Int64]) func aFrameIsDueAtTheNextTenth(delay: Int64) throws {
    var night = try Night(delay: delay)
    let guns = night.lines.filter { $0.text.contains(#""type":"start""#) }.map { $0.at - night.start }
    let now = guns[2] + 100_050 + delay
    night.play(to: now)
    let due = night.session.nextFrame(after: now)
    #expect((now + 100...now + 1000).contains(due ?? 0))
  }

  @Test func theGunIsNowSetsTheDelay() throws {
    var night = try Night()
    let guns = night.lines.filter { $0.text.contains(#""type":"start""#) }.map { $0.at - night.start }
    let gun = guns[2]
    _ = night.session.press(.character("y"), now: 0)
    #expect(night.footer(0).contains("waiting") || night.session.live.log.events.isEmpty)
    night.play(to: gun + 123_000)
    _ = night.session.press(.character("y"), now: gun + 123_000)
    #expect(night.footer(gun + 123_000).contains("Pair 3 of 10: delay 12.3 s"))
    // Once more, of a picture that is a little later: the gun nearest to what is shown.
    night.play(to: guns[3] + 130_000)
    _ = night.session.press(.character("y"), now: guns[3] + 130_000)
    #expect(night.footer(guns[3] + 130_000).contains("Pair 4 of 10: delay 13.0 s"))
    #expect(night.session.shown(now: guns[3] + 130_000).moment == night.start + guns[3])
  }

  @Test func whatComesNoMoreIsDim() throws {
    var night = try Night()
    night.play(to: 6_000_000)
    func roles(_ now: Int64) -> Set<Role> {
      let grid = night.session.frame(Self.size, now: now)
      return Set((0..<23).flatMap { grid.cells(inRow: $0).filter { !$0.isBlank }.map(\.role) })
    }
    #expect(roles(6_030_000).count > 3)
    #expect(roles(6_030_001) == [.dim])
    #expect(night.footer(6_045_000).contains("data 4 s old"))
    night.play(to: 6_050_000)
    #expect(roles(6_050_000).count > 3)
    // Back in the recording the numbers are what they were.
    _ = night.session.press(.left, now: 6_050_000)
    #expect(roles(6_090_000).count > 3)
  }

  @Test func keysThatHaveNothingToDoSaySo() throws {
    var night = try Night()
    night.play(to: 100_000)
    _ = night.session.press(.character("]"), now: 100_000)
    #expect(night.footer(100_000).contains("this is live: ← goes back"))
    _ = night.session.press(.character("u"), now: 100_000)
    #expect(night.footer(100_000).contains("no jump to take back"))
    _ = night.session.press(.character("<"), now: 100_000)
    #expect(night.footer(100_000).contains("no earlier heat"))
    _ = night.session.press(.character("y"), now: 100_000)
    #expect(night.footer(100_000).contains("no gun in the last 90 s"))
  }

  @Test func aStreamThatEndsSaysSoAndStands() throws {
    let file = ScriptedFile([.nothing])
    var session = WatchSession(file, delay: 35_000, themes: [.colour], wall: 0, now: 0)
    let text = try String(contentsOfFile: Replays.path(RecordingFinder.demoName), encoding: .utf8)
    file.steps = [.bytes(text, more: true), .ended]
    session.read(now: 0)
    session.read(now: 0)
    #expect(session.shown(now: 900_000).meet.eventCount == session.live.log.events.count)
    let frame = session.frame(Self.size, now: 900_000).text()
    #expect(frame.contains("ended") && !frame.contains("old"))
  }
}
