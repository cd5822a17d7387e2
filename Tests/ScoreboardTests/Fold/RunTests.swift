import BoardTestSupport
import LongTrack
import RaceLog
import Scoreboard
import Testing

@Suite struct RunTests {
  @Test(arguments: ["clear", "falseStart"])
  func whatWasTimedInAClearedRunCountsNowhere(end: String) throws {
    var log = LogBuilder.pair()
    try log.split("goetz", 200, "17.91")
    let clear = log.inRace(end, #""pair":8"#)
    #expect(try log.state().counted("goetz", 200) == nil)
    log.start(pair: 8)
    try log.split("han", 200, "18.22")
    #expect(try log.state().counted("goetz", 200) == nil)
    #expect(try log.state().counted("han", 200) == "18.22")
    #expect(try log.state().places("han").first == "1/1")
    #expect(try log.issues() == [])
    #expect(clear == 7)
  }

  @Test func aClearVoidedGivesTheRunBack() throws {
    var log = LogBuilder.pair()
    try log.split("goetz", 200, "17.91")
    let clear = log.inRace("clear", #""pair":8"#)
    log.void(clear)
    #expect(try log.state().counted("goetz", 200) == "17.91")
    try log.split("goetz", 600, "45.21")
    #expect(try log.state().suspicions("goetz") == [nil, nil])
  }

  @Test func aFalseStartNamesTheSkaterWhoMadeIt() throws {
    var log = LogBuilder.pair()
    log.inRace("falseStart", #""pair":8,"competitor":"goetz""#)
    #expect(try log.state().runs.isEmpty)
    log.inRace("falseStart", #""pair":8,"competitor":"kodaira""#)
    #expect(try log.issues() == ["nobody with the id \"kodaira\" is entered in race \"w1000\""])
  }

  @Test func aSecondGunStartsAgainAndIsReported() throws {
    var log = LogBuilder.pair()
    try log.split("goetz", 200, "17.91")
    log.start(pair: 8)
    #expect(try log.state().counted("goetz", 200) == nil)
    #expect(try log.issues() == ["pair 8 starts again: its run before counts no longer"])
  }

  /// The gun was a tenth off: its time is corrected, what was timed stays.
  @Test func aCorrectedGunKeepsTheTimes() throws {
    var log = LogBuilder.pair()
    try log.split("goetz", 200, "17.91")
    let corrected = log.inRace(
      "start", #""pair":8,"clock":"2026-01-31T17:00:09.5+01:00""#, LogBuilder.replaces(5))
    log.inRace(
      "start", #""pair":8,"clock":"2026-01-31T17:00:09.6+01:00""#, LogBuilder.replaces(corrected))
    try log.split("goetz", 600, "45.21")
    let race = try log.state()
    #expect(race.counted("goetz", 200) == "17.91")
    #expect(race.counted("goetz", 600) == "45.21")
    let zero = try #require(Instant("2026-01-31T17:00:09.6+01:00"))
    #expect(race.runs[HeatPlace(race: "w1000", pair: 8)]?.zero == zero.ticks)
    #expect(try log.issues() == [])
  }

  @Test func theGunIsTheClockOfTheStartOrElseItsStamp() throws {
    let heat = HeatPlace(race: "w1000", pair: 8)
    let log = LogBuilder.pair()
    let gun = try #require(log.read().events.last?.at.ticks)
    #expect(try log.state().runs[heat]?.zero == gun)
  }

  @Test func aSplitLoggedBeforeItCanHaveHappenedMeansThatClocksDiffer() throws {
    var log = LogBuilder.pair()
    log.inRace("split", #""competitor":"goetz","mark":200,"time":"17.91""#)
    #expect(
      try log.issues() == [
        "split of goetz at 200 was logged 17.81 s before gun + 17.91: clocks differ"
      ])
    #expect(try log.state().counted("goetz", 200) == "17.91")
  }

  @Test func aHeatThatNobodyIsEnteredInIsReported() throws {
    var log = LogBuilder.pair()
    log.inRace("call", #""pair":9"#)
    #expect(try log.issues() == ["nobody is entered in pair 9"])
    let checkpoints = try log.fold()
    #expect(
      checkpoints.meet(after: 6).onIce(in: checkpoints.log) == HeatPlace(race: "w1000", pair: 9))
  }

  /// The second pair of a quartet has a gun of its own; a clear of one leaves the other.
  @Test func aQuartetHasTwoGuns() throws {
    var log = LogBuilder()
    log.announce(3000)
    for (id, lane, group) in [("a", Lane.inner, 1), ("b", .outer, 1), ("c", .inner, 2), ("d", .outer, 2)] {
      log.entry(id, pair: 10, lane, group: group)
    }
    log.start(pair: 10, group: 1)
    try log.split("c", 200, "20.10")
    log.start(pair: 10, group: 2)
    for id in ["a", "b", "c", "d"] { try log.split(id, 600, "52.10") }
    #expect(try log.state().suspicions("c") == [.noRun, nil])
    log.inRace("clear", #""pair":10,"group":2"#)
    let race = try log.state()
    #expect(["a", "b", "c", "d"].map { race.counted($0, 600) } == ["52.10", "52.10", nil, nil])
    #expect(race.entries(inPair: 10).map(\.competitor.id) == ["a", "b", "c", "d"])
    #expect(race.comparison(.pair, for: race.key("a"))?.owner == "b")
    #expect(race.comparison(.pair, for: race.key("d"))?.owner == "c")
  }

  @Test func aSkaterAloneHasNoPairMate() throws {
    var log = LogBuilder()
    log.announce()
    log.entry("kim", pair: 1, .inner)
    log.start(pair: 1)
    try log.skate("kim", "18.5", "47.2", "1:17.363")
    let race = try log.state()
    #expect(race.comparison(.pair, for: race.key("kim")) == nil)
    #expect(race.comparison(.leader, for: race.key("kim")) == nil)
    #expect(race.ranking == ["1 kim 1:17.36"])
  }

  @Test func whoeverDoesNotStartHasNoTimes() throws {
    var log = LogBuilder.pair()
    log.status("han", "DNS")
    try log.skate("goetz", "17.91", "45.21", "1:14.457")
    try log.split("han", 200, "18.22")
    let race = try log.state()
    #expect(race.ranking == ["1 goetz 1:14.45", "- han DNS"])
    #expect(race.suspicions("han") == [.doesNotStart(.dns)])
    #expect(race.deltas("goetz", .pair) == [nil, nil, nil])
  }
}
