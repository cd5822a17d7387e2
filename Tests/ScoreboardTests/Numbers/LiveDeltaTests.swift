import BoardTestSupport
import LongTrack
import RaceLog
import Scoreboard
import Testing

@Suite struct LiveDeltaTests {
  private func live(
    _ log: LogBuilder, _ id: String = "goetz", _ choice: ComparisonChoice = .pair, clock: Int64
  ) throws -> LiveDelta? {
    let race = try log.state()
    guard let comparison = race.comparison(choice, for: race.key(id)) else { return nil }
    return race.liveDelta(of: race.key(id), to: comparison, clock: clock, limits: LiveDelta.Limits())
  }

  /// What is left to say for Goetz, 0.2 s ahead of Han at 200 m.
  private let fallback = LiveDelta.lastMark(LiveGap(ticks: -2000), mark: .metres(200))

  /// Han passes 250 m at 22.0 and 350 m at 30.0, so 300 m at 26.0.
  private func han() throws -> LogBuilder {
    var log = LogBuilder.pair()
    try log.split("han", 200, "18.0")
    log.passing("han", 250, "22.0")
    log.passing("han", 350, "30.0")
    return log
  }

  @Test(
    arguments: [
      (250, "21.0", "−1.0"), (250, "22.0", "=0.0"), (250, "22.09", "+0.0"), (300, "26.5", "+0.5"),
      (325, "28.0", "=0.0"), (350, "29.0", "−1.0"), (225, "20.3", "+0.3"),
    ])
  func aPassingIsComparedAtEqualDistance(position: Int, time: String, gap: String) throws {
    var log = try han()
    log.passing("goetz", position, time)
    let ticks = try RaceTime(time).ticks
    guard case .passing(let live, let at) = try live(log, clock: ticks) else {
      Issue.record("no live delta from the passing")
      return
    }
    #expect(live.text == gap)
    #expect(at == Int64(position) * 1000)
  }

  /// Behind the last known point nothing is extrapolated, and a hole of more than 100 m is not bridged.
  @Test(arguments: [(350, true), (351, false), (360, false)])
  func nothingIsExtrapolated(position: Int, isKnown: Bool) throws {
    var log = try han()
    try log.split("goetz", 200, "17.8")
    log.passing("goetz", position, "29.0")
    let known = LiveDelta.passing(LiveGap(ticks: -10_000), position: 350_000)
    #expect(try live(log, clock: 290_000) == (isKnown ? known : fallback))
  }

  @Test(arguments: [(300, true), (301, false)])
  func aHoleOfMoreThanAHundredMetresIsNotBridged(next: Int, isKnown: Bool) throws {
    var log = LogBuilder.pair()
    try log.split("han", 200, "18.0")
    log.passing("han", next, "26.0")
    try log.split("goetz", 200, "17.8")
    log.passing("goetz", 250, "21.5")
    let known = LiveDelta.passing(LiveGap(ticks: -5000), position: 250_000)
    #expect(try live(log, clock: 215_000) == (isKnown ? known : fallback))
  }

  /// Differences in 1/100 s in order of arrival, and what is shown after the last.
  @Test(
    arguments: [
      (["+50", "−3"], "+0.5"), (["+50", "−3", "−3"], "−0.0"), (["+50", "−30", "−30"], "−0.3"),
      (["+50", "−30"], "+0.5"), (["+50", "−30", "+20"], "+0.2"), (["+50", "−2", "−2"], "=0.0"),
      (["+50", "−30", "−2", "−30"], "=0.0"), (["−50", "+30", "+30"], "+0.3"), (["−50", "0"], "=0.0"),
    ])
  func aChangeOfSignIsBelievedTheSecondTime(differences: [String], shown: String) throws {
    var log = LogBuilder.pair()
    for step in 1...5 { log.passing("han", 200 + step * 20, "\(20 + step).00") }
    for (step, difference) in differences.enumerated() {
      let hundredths = try #require(Int(difference.replacing("−", with: "-").replacing("+", with: "")))
      let time = RaceTime(ticks: Int64(2100 + step * 100 + hundredths) * 100, decimals: 2)
      log.passing("goetz", 220 + step * 20, time.text)
    }
    guard case .passing(let gap, _) = try live(log, clock: 250_000) else {
      Issue.record("no live delta from the passings")
      return
    }
    #expect(gap.text == shown)
  }

  /// A passing is live for five seconds; then the last mark is all that is known.
  @Test(
    arguments: [(270_000, true), (310_000, true), (310_001, false)] as [(Int64, Bool)])
  func aPassingOlderThanFiveSecondsIsNotLive(clock: Int64, isLive: Bool) throws {
    var log = try han()
    try log.split("goetz", 200, "17.8")
    log.passing("goetz", 300, "26.0")
    #expect(
      try live(log, clock: clock) == (isLive ? .passing(LiveGap(ticks: 0), position: 300_000) : fallback))
  }

  @Test func aMarkIsNewerThanThePassingsBeforeIt() throws {
    var log = try han()
    log.passing("goetz", 190, "17.0")
    try log.split("goetz", 200, "17.8")
    #expect(try live(log, clock: 180_000) == fallback)
  }

  /// Goetz passed 600 m at 45.21. Clock in 1/10 000 s.
  @Test(
    arguments: [
      (452_100, .lastMark(LiveGap(ticks: 300), mark: .metres(200))),
      (462_100, .lastMark(LiveGap(ticks: 300), mark: .metres(200))),
      (462_101, .atLeast(LiveGap(ticks: 10_001))),
      (502_100, .atLeast(LiveGap(ticks: 50_000))), (502_101, .noSplit(.metres(600))),
    ] as [(Int64, LiveDelta)])
  func withoutPassingsTheClockSaysAtLeastThenNoSplit(clock: Int64, expected: LiveDelta) throws {
    var log = try LogBuilder.beijing()
    try log.split("takagi", 200, "17.94")
    #expect(try live(log, "takagi", .leader, clock: clock) == expected)
  }

  @Test func beforeTheFirstMarkNothingIsSaidInTime() throws {
    let log = try LogBuilder.beijing()
    #expect(try live(log, "takagi", .leader, clock: 170_000) == nil)
    #expect(try live(log, "takagi", .leader, clock: 195_000) == .atLeast(LiveGap(ticks: 15_900)))
  }

  @Test func afterTheFinishOrOutOfTheRaceThereIsNoLiveDelta() throws {
    var log = try LogBuilder.beijing()
    #expect(try live(log, "goetz", .best, clock: 745_000) == nil)
    try log.split("takagi", 200, "17.94")
    log.status("takagi", "DNF")
    #expect(try live(log, "takagi", .leader, clock: 300_000) == nil)
  }

  @Test func passingsNeverMoveAResult() throws {
    var log = try LogBuilder.beijing()
    let before = try log.state()
    for position in [200, 600, 1000, 1100] { log.passing("goetz", position, "1:10.0") }
    let after = try log.state()
    #expect(after.standings == before.standings)
    #expect(after.places("goetz") == before.places("goetz"))
    #expect(try log.issues() == [])
  }
}
