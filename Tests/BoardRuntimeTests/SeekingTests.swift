import BoardRuntime
import BoardView
import CellGrid
import FoundationEssentials
import RaceLog
import ReplayFixtures
import Scoreboard
import Testing

/// A moment shows the same however one got there, and nothing of what comes after it.
@Suite struct SeekingTests {
  static let sizes = [GridSize(columns: 80, rows: 24), GridSize(columns: 132, rows: 43)]

  @Test func theDemoIsAmongTheRecordings() {
    #expect(Replays.names.contains(RecordingFinder.demoName))
  }

  @Test(arguments: Replays.names)
  func aMomentShowsTheSameFromWhereverOneJumps(name: String) throws {
    let log = try Replays.log(name)
    let meets = Self.folded(log)
    var recording = Recording(log)
    var session = ReplaySession(Recording(log), themes: [.colour], now: 0)
    _ = session.perform(.togglePause, now: 0)
    for (offset, size) in Self.moments(of: log, seed: 1) {
      let count = log.eventCount(at: offset)
      let folded = Self.frame(meets[count], of: recording, at: offset, size: size)
      _ = session.perform(.seek(by: offset - session.position(at: 0)), now: 0)
      try #require(session.position(at: 0) == offset)
      let jumped = session.frame(size, now: 0)
      #expect(jumped.text() == folded.text(), "\(offset)")
      #expect(jumped.roleMap() == folded.roleMap(), "\(offset)")
      let meet = recording.meet(after: count)
      #expect(Self.frame(meet, of: recording, at: offset, size: size) == folded, "\(offset)")
    }
  }

  @Test(arguments: Replays.names)
  func watchingShowsTheSameAsJumping(name: String) throws {
    let log = try Replays.log(name)
    let meets = Self.folded(log)
    let recording = Recording(log)
    var session = ReplaySession(recording, rung: 6, themes: [.colour], now: 0)
    let size = GridSize(columns: 80, rows: 24)
    for now in stride(from: 0, through: log.duration / 64 + 500, by: 997) {
      let offset = min(now * 64, log.duration)
      let watched = session.frame(size, now: now)
      let meet = meets[log.eventCount(at: offset)]
      let folded = Self.frame(meet, of: recording, at: offset, size: size, speed: "64×", isPaused: false)
      #expect(watched == folded, "\(offset)")
    }
  }

  @Test(arguments: Replays.names)
  func nothingLaterThanThePlayheadIsShown(name: String) throws {
    let log = try Replays.log(name)
    var whole = Recording(log)
    for (offset, size) in Self.moments(of: log, seed: 2).prefix(160) {
      let count = log.eventCount(at: offset)
      let lines = (0..<count).reduce(into: Data()) { $0 += log.rawLine(of: $1) + [UInt8(ascii: "\n")] }
      var cut = Recording(try EventLog(reading: lines, file: name))
      try #require(cut.log.events.count == count)
      for screen in ScreenChoice.allCases {
        let options = BoardOptions()
        let now = whole.frame(screen, after: count, at: offset, options: options, size: size, isASCII: false)
        let then = cut.frame(screen, after: count, at: offset, options: options, size: size, isASCII: false)
        #expect(Self.board(now.text()) == Self.board(then.text()), "\(screen) \(offset)")
        #expect(Self.board(now.roleMap()) == Self.board(then.roleMap()), "\(screen) \(offset)")
      }
    }
  }

  /// Random moments, half of them at an event, just before or just after it.
  private static func moments(of log: EventLog, seed: UInt64) -> [(offset: Int64, size: GridSize)] {
    var random = SplitMix64(seed: seed)
    return (0..<200).map { number in
      let index = Int.random(in: log.events.indices, using: &random)
      let near = log.offset(of: index) + Int64.random(in: -1...1, using: &random)
      let anywhere = Int64.random(in: 0...log.duration, using: &random)
      return (min(max(number.isMultiple(of: 2) ? near : anywhere, 0), log.duration), sizes[number / 2 % 2])
    }
  }

  /// The states after 0, 1, 2 … events, reached one by one from the start.
  private static func folded(_ log: EventLog) -> [Meet] {
    var meets = [Meet()]
    var meet = Meet()
    for count in log.events.indices.map({ $0 + 1 }) {
      meet.advance(to: count, of: log)
      meets.append(meet)
    }
    return meets
  }

  private static func frame(
    _ meet: Meet, of recording: Recording, at offset: Int64, size: GridSize, speed: String = "1×",
    isPaused: Bool = true
  ) -> CellGrid {
    let now = recording.moment(offset)
    let state = BoardState(meet, log: recording.log, now: now, options: BoardOptions())
    let playback = recording.playback(offset, speed: speed, isPaused: isPaused, heats: recording.heats)
    return BoardFrame.draw(
      .race(state), footer: Footer(playback: playback, hints: KeyMap.replay.hints), size: size)
  }

  /// All rows but the transport.
  private static func board(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(2)
  }
}
