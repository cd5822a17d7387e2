import BoardRuntime
import CellGrid
import CursesScreen
import ReplayFixtures
import Scoreboard
import Testing

/// What is shown, and when the next frame is due.
@Suite struct ReplayScreensTests {
  var session: ReplaySession

  init() throws {
    // One tenth after the split of Takagi at 600 m.
    let recording = Recording(try Replays.log(RecordingFinder.demoName))
    session = ReplaySession(recording, at: 15_843_500, themes: [.colour, .blueOrange, .monochrome], now: 0)
  }

  mutating func text(columns: Int = 80, rows: Int = 24, now: Int64 = 0) -> String {
    session.frame(GridSize(columns: columns, rows: rows), now: now).text()
  }

  @Test mutating func comparisonsGoRoundAndAreNamed() {
    var names: [String] = []
    repeat {
      _ = session.press(.character("c"), now: 0)
      names.append(session.options.comparison.rawValue)
    } while session.options.comparison != .leader && names.count < 20
    #expect(names == ["best", "pair", "leader"])
    for name in names.reversed().dropFirst() + ["leader"] {
      _ = session.press(.character("C"), now: 0)
      #expect(session.options.comparison.rawValue == name)
    }
    _ = session.press(.character("c"), now: 0)
    #expect(text().contains("compared with: ") && text().contains("vs best"))
  }

  @Test(
    arguments: [
      ([.function(2)], .standings), ([.function(3)], .start), ([.function(4)], .plot), ([.function(5)], .log),
      ([.function(4), .function(1)], .race),
      ([.tab], .standings), (Array(repeating: .tab, count: ScreenChoice.allCases.count), .race),
      ([.backTab], .cup), ([.function(6)], .big), ([.character("b")], .big), ([.backTab, .backTab], .big),
      ([.function(7)], .cup), ([.character("w")], .cup),
      ([.tab, .escape], .race),
    ] as [([Key], ScreenChoice)])
  mutating func keysLeadToScreens(keys: [Key], screen: ScreenChoice) {
    for key in keys { _ = session.press(key, now: 0) }
    #expect(session.screen == screen)
  }

  @Test(arguments: [(80, 24), (40, 12), (132, 43)])
  mutating func helpIsTurnedPageByPageAndBackToTheBoard(columns: Int, rows: Int) {
    let board = text(columns: columns, rows: rows)
    var pages: [String] = []
    repeat {
      _ = session.press(.character("?"), now: 0)
      pages.append(text(columns: columns, rows: rows))
    } while pages.last != board && pages.count < 9
    #expect(pages.last == board)
    #expect(pages.first?.contains("pause, go on") == true)
    #expect(pages.dropLast().last?.contains("back to the board") == true)
    #expect(Set(pages).count == pages.count && pages.count == (rows == 12 ? 4 : 2))
    _ = session.press(.character("?"), now: 0)
    _ = session.press(.escape, now: 0)
    #expect(text(columns: columns, rows: rows) == board)
  }

  @Test mutating func liveDeltasCanBeHidden() {
    #expect(text().contains("live +0.1"))
    _ = session.press(.character("d"), now: 0)
    #expect(text().contains("live deltas off") && !text().contains("live +"))
  }

  @Test mutating func themesGoRound() {
    let themes: [Theme] = (0..<3).map { _ in
      _ = session.press(.character("v"), now: 0)
      return session.theme
    }
    #expect(themes == [.blueOrange, .monochrome, .colour])
    #expect(text().contains("colours: "))
  }

  @Test mutating func keysForTheRunner() {
    #expect(session.press(.control("l"), now: 0) == .redraw)
    #expect(session.press(.character("q"), now: 0) == .quit)
  }

  @Test mutating func whileAClockRunsFramesAreDueAtItsTenths() throws {
    // Zero is at 25:38.7, so the clock stands at 45.65.
    #expect(session.nextFrame(after: 0) == 500)
    #expect(session.nextFrame(after: 500) == 1500)
    _ = session.press(.character("]"), now: 0)
    let fast = session.nextFrame(after: 0)
    #expect(fast == 1000)
  }

  @Test mutating func pausedOnlyANoticeIsDue() {
    _ = session.press(.character(" "), now: 0)
    #expect(session.nextFrame(after: 0) == nil)
    _ = session.press(.character("ß"), now: 10)
    #expect(session.nextFrame(after: 10) == 20_010)
    #expect(session.nextFrame(after: 20_010) == nil)
  }

  @Test mutating func betweenRacesTheTransportMovesOnceASecondAndAtEvents() {
    _ = session.press(.home, now: 0)
    #expect(session.nextFrame(after: 0) == 10_000)
    #expect(session.nextFrame(after: 180_000) == 182_000)
    #expect(session.nextFrame(after: 182_000) == 190_000)
  }

  @Test mutating func atTheEndNothingIsDue() {
    _ = session.press(.end, now: 0)
    #expect(session.nextFrame(after: 0) == nil)
    #expect(text().contains("27:04/27:04"))
  }
}
