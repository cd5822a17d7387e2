import BoardRuntime
import Testing

/// What time it is on the clock of somebody else's log.
@Suite struct LogClockTests {
  /// A machine whose clock began 1000 s after the wall clock's zero.
  private func clock() -> LogClock { LogClock(wall: 10_000_000, now: 0) }

  @Test func withoutALineItIsTheWallClock() {
    #expect(clock().moment(at: 500) == 10_000_500)
    #expect(clock().age(at: 500) == nil)
  }

  @Test func theLeastDelayOfLiveLinesIsWhatTheClocksAreApart() {
    var clock = clock()
    // The other clock is 2 s behind; the lines are 0.3, 0.1 and 0.4 s on their way.
    for (at, now) in [(9_990_000, 13_000), (10_000_000, 21_000), (10_010_000, 34_000)] as [(Int64, Int64)] {
      clock.take(at: at, isLive: true, now: now)
    }
    #expect(clock.moment(at: 40_000) == 10_000_000 + 40_000 - 21_000)
  }

  @Test func clocksThatDriftApartAreFollowed() {
    var clock = clock()
    // A second in an hour, told each second, at times 0.2 s late.
    for second in 0...7200 as ClosedRange<Int64> {
      let now = second * 10_000
      clock.take(beat: 10_000_000 + now - second * 10_000 / 3600 - (second % 3) * 1000, now: now)
    }
    let truth: Int64 = 10_000_000 + 72_000_000 - 20_000
    #expect((0...200).contains(clock.moment(at: 72_000_000) - truth))
  }

  @Test func aSignOfLifeThatLiedIsForgotten() {
    var clock = clock()
    clock.take(beat: 10_050_000, now: 0)
    #expect(clock.moment(at: 0) == 10_050_000)
    for second in 1...62 as ClosedRange<Int64> {
      clock.take(beat: 10_000_000 + second * 10_000, now: second * 10_000)
    }
    #expect(clock.moment(at: 620_000) == 10_620_000)
  }

  @Test func aClockThatIsSetBackIsFollowedAtOnce() {
    var clock = clock()
    clock.take(at: 10_300_000, isLive: true, now: 0)
    clock.take(at: 10_020_000, isLive: true, now: 20_000)
    #expect(clock.moment(at: 30_000) == 10_030_000)
    clock.take(beat: 10_340_000, now: 40_000)
    clock.take(beat: 10_350_000, now: 50_000)
    clock.take(beat: 10_060_000, now: 60_000)
    #expect(clock.moment(at: 60_000) == 10_060_000)
  }

  @Test func oneLineWithAWrongDateMovesNoClock() {
    var clock = clock()
    clock.take(at: 10_000_000, isLive: true, now: 0)
    clock.take(at: 16_010_000, isLive: true, now: 10_000)
    #expect(clock.moment(at: 20_000) == 10_020_000)
    clock.take(at: 10_030_000, isLive: true, now: 30_000)
    #expect(clock.moment(at: 30_000) == 10_030_000)
    // Two that agree are a clock that was set.
    clock.take(at: 16_040_000, isLive: true, now: 40_000)
    clock.take(at: 16_050_000, isLive: true, now: 50_000)
    #expect(clock.moment(at: 60_000) == 16_060_000)
  }

  @Test func aFewLinesCountHoweverOldTheyAre() {
    var clock = clock()
    clock.take(at: 9_999_000, isLive: true, now: 0)
    clock.take(at: 11_990_000, isLive: true, now: 2_000_000)
    #expect(clock.moment(at: 2_000_000) == 11_999_000)
  }

  @Test func aClockAheadIsFollowedToo() {
    var clock = clock()
    clock.take(at: 10_030_000, isLive: true, now: 0)
    #expect(clock.moment(at: 100) == 10_030_100)
  }

  @Test func historySaysNothingAboutTheClocks() {
    var clock = clock()
    clock.take(at: 9_000_000, isLive: false, now: 0)
    #expect(clock.moment(at: 700) == 10_000_700)
    #expect(clock.age(at: 700) == 1_000_700)
  }

  @Test func itIsNeverEarlierThanTheNewestLine() {
    var clock = clock()
    clock.take(at: 10_005_000, isLive: false, now: 0)
    #expect(clock.moment(at: 100) == 10_005_000)
    #expect(clock.age(at: 100) == 0)
  }

  @Test func aLogThatEndedLongAgoStands() {
    var clock = LogClock(wall: 100_000_000_000, now: 0)
    clock.take(at: 5, isLive: false, now: 0)
    #expect(clock.moment(at: 1_000_000) == 5)
    #expect(clock.age(at: 0) == Int64(99_999_999_995))
    // Until a line comes live: then it is somebody's replay.
    clock.take(at: 10, isLive: true, now: 100)
    clock.hear(now: 100)
    #expect(clock.moment(at: 300) == 210)
    #expect(clock.age(at: 300) == 200)
  }

  @Test func anotherLogKeepsWhatTheClocksAreApart() {
    var clock = clock()
    clock.take(at: 9_980_000, isLive: true, now: 0)
    clock.startOver()
    clock.take(at: 9_000_000, isLive: false, now: 10)
    #expect(clock.moment(at: 1000) == 9_981_000)
  }
}
