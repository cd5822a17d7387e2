import BoardRuntime
import CellGrid
import CursesScreen
import ReplayFixtures
import Testing

/// What keys do in a replay of Beijing. Guns: 1:03.2 and nine later; the last one, of pair 10, at 25:38.7.
@Suite struct ReplaySessionTests {
  static let gun: Int64 = 15_387_000
  static let end: Int64 = 16_240_000
  var session: ReplaySession

  init() throws {
    let recording = Recording(try Replays.log(RecordingFinder.demoName))
    session = ReplaySession(recording, at: Self.gun, themes: [.colour, .monochrome], now: 0)
  }

  /// Presses keys, all at one moment.
  mutating func press(_ keys: Key..., now: Int64 = 0) {
    for key in keys { #expect(session.press(key, now: now) == .draw) }
  }

  mutating func text(now: Int64 = 0, columns: Int = 80, rows: Int = 24) -> String {
    session.frame(GridSize(columns: columns, rows: rows), now: now).text()
  }

  @Test(
    arguments: [
      ([.left], -50_000), ([.right], 50_000), ([.character("(")], -10_000), ([.shiftRight], 10_000),
      ([.pageUp], -600_000), ([.pageDown], 600_000), ([.right, .right, .left], 50_000),
      ([.character("g")], -gun), ([.end], end - gun), ([.character("0")], -gun),
      ([.character("5")], end / 2 - gun), ([.left, .character("u")], 0),
      ([.left, .pageUp, .character("u"), .character("u")], 0), ([.end, .pageDown], end - gun),
    ] as [([Key], Int64)])
  mutating func keysMoveThePlayhead(keys: [Key], by step: Int64) {
    press(.character(" "))
    for key in keys { press(key) }
    #expect(session.position(at: 99_999_999) == Self.gun + step)
  }

  @Test(
    arguments: [
      (.character("n"), 15_568_400), (.character("N"), 14_500_590), (.character("<"), nil),
      (.character(">"), nil),
      (.character("."), 15_568_400), (.character(","), 14_825_000),
    ] as [(Key, Int64?)])
  mutating func pausedKeysLeadToLandmarks(key: Key, place: Int64?) throws {
    press(.character(" "), key)
    let guns = session.recording.heats
    let gunBefore = try #require(guns.dropLast().last)
    let expected = place ?? (key == .character("<") ? gunBefore : Self.gun)
    #expect(session.position(at: 0) == expected)
    #expect(text().contains("no later heat") == (key == .character(">")))
  }

  @Test mutating func everyLandmarkIsReachedForwardsAndBackwards() {
    press(.character(" "), .home)
    for (forward, back, places) in [
      (Key.character("n"), Key.character("N"), session.recording.splitOffsets),
      (.character(">"), .character("<"), session.recording.heats),
    ] {
      press(.home)
      for place in places {
        press(forward)
        #expect(session.position(at: 0) == place)
      }
      for place in places.dropLast().reversed() {
        press(back)
        #expect(session.position(at: 0) == place)
      }
    }
  }

  @Test mutating func whilePlayingTheLandmarkJustPassedIsNotThePreviousOne() throws {
    let guns = session.recording.heats
    press(.character("<"), now: 5000)
    #expect(session.position(at: 5000) == guns[guns.count - 2])
    press(.character(">"), .right, now: 5000)
    #expect(session.position(at: 5000) == Self.gun + 50_000)
    press(.character("<"), now: 5000)
    #expect(session.position(at: 5000) == Self.gun)
    #expect(!session.transport.isPaused)
  }

  @Test mutating func steppingByEventsPauses() {
    press(.character("."))
    #expect(session.transport.isPaused && session.position(at: 1_000_000) == 15_568_400)
  }

  @Test mutating func speedsComeBackToExactly1() {
    press(.character("]"), .character("]"), .character("["))
    #expect(text().contains("▶ 2×"))
    press(.backspace)
    #expect(text().contains("▶ 1×") && session.transport.rung == 0)
    #expect(session.position(at: 10_000) == Self.gun + 10_000)
  }

  @Test mutating func anUnknownKeyIsAnsweredForTwoSeconds() {
    press(.character("ß"), now: 100)
    #expect(text(now: 100).contains("no such key here; ? shows the keys"))
    #expect(text(now: 20_099).contains("no such key here"))
    #expect(!text(now: 20_100).contains("no such key here"))
    press(.character("u"), now: 30_000)
    #expect(text(now: 30_000).contains("no jump to take back"))
  }
}
