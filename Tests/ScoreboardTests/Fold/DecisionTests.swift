import BoardTestSupport
import LongTrack
import RaceLog
import Scoreboard
import Testing

@Suite struct DecisionTests {
  private func finished() throws -> LogBuilder {
    var log = LogBuilder.pair()
    try log.skate("goetz", "17.91", "45.21", "1:14.457")
    try log.skate("han", "18.22", "45.84", "1:16.008")
    return log
  }

  @Test func aDisqualificationAfterTheFinishTakesRankAndSplits() throws {
    var log = try finished()
    log.status("goetz", "DQ", with: #""code":"T09""#)
    let race = try log.state()
    #expect(race.ranking == ["1 han 1:16.00", "- goetz 1:14.45 DQ"])
    #expect(race.standings.last?.decision?.code == "T09")
    #expect(race.places("goetz") == [nil, nil, nil])
    #expect(race.places("han") == ["1/1", "1/1", "1/1"])
    #expect(race.comparison(.best, for: race.key("han")) == nil)
    #expect(race.leader(besides: "han") == nil)
  }

  @Test func whoeverDoesNotFinishKeepsTheMarksPassed() throws {
    var log = LogBuilder.pair()
    try log.split("goetz", 200, "17.91")
    try log.split("goetz", 600, "45.21")
    log.status("goetz", "DNF", with: #""fell":true"#)
    try log.skate("han", "18.22", "45.84", "1:16.008")
    let race = try log.state()
    #expect(race.ranking == ["1 han 1:16.00", "- goetz DNF"])
    #expect(race.places("goetz") == ["1/2", "1/2", nil])
    #expect(race.places("han") == ["2/2", "2/2", "1/1"])
    #expect(race.deltas("han", .best) == ["+0.31", "+0.63 ▼0.32", nil])
  }

  @Test func aFallWithAFinishIsRanked() throws {
    var log = try finished()
    log.status("han", with: #""fell":true"#)
    let race = try log.state()
    #expect(race.ranking == ["1 goetz 1:14.45", "2 han 1:16.00"])
    #expect(race.standings.last?.decision?.fell == true)
  }

  @Test func noneTakesTheStatusBack() throws {
    var log = try finished()
    log.status("goetz", "DQ", with: #""code":"T08","points":0"#)
    log.status("goetz", "none")
    let race = try log.state()
    #expect(race.ranking == ["1 goetz 1:14.45", "2 han 1:16.00"])
    let decision = try #require(race.decisions[race.key("goetz")])
    #expect(decision.status == nil)
    #expect(decision.code == nil)
    #expect(decision.points == 0)
  }

  @Test func onlyWhatIsGivenIsSet() throws {
    var log = try finished()
    log.status("goetz", "DNF", with: #""code":"X","fell":true,"rank":20,"points":21"#)
    log.status("goetz", with: #""points":22"#)
    log.status("goetz", with: #""fell":false"#)
    let race = try log.state()
    let decision = try #require(race.decisions[race.key("goetz")])
    #expect(decision.status == .dnf)
    #expect(decision.code == "X")
    #expect(decision.rank == 20)
    #expect(decision.points == 22)
    #expect(!decision.fell)
  }

  /// Domain 1.5: a 500 m DNF at rank 20 with 21 points.
  @Test func officialsMayRankWhoeverDidNotFinish() throws {
    var log = try finished()
    log.status("goetz", "DNF", with: #""rank":20,"points":21"#)
    #expect(try log.state().ranking == ["1 han 1:16.00", "20 goetz 1:14.45 DNF"])
  }

  @Test(
    arguments: [
      ("WOT", "1 goetz 1:14.45 WOT"), ("WO", "1 goetz 1:14.45 WO"), ("LOT", "- goetz 1:14.45 LOT"),
      ("DNS", "- goetz 1:14.45 DNS"), ("WDR", "- goetz 1:14.45 WDR"), ("XYZ", "- goetz 1:14.45 XYZ"),
    ])
  func aStatusRanksOrDoesNot(status: String, line: String) throws {
    var log = try finished()
    log.status("goetz", status)
    #expect(try log.state().ranking.contains(line))
  }

  @Test func whoeverFailedStandsBehindInTheOrderOfHowFarTheyCame() throws {
    var log = LogBuilder()
    log.announce()
    for (pair, id) in ["dns", "dq", "dnf", "none", "run", "ok"].enumerated() { log.entry(id, pair: pair + 1) }
    for (id, status) in [("dns", "DNS"), ("dq", "DQ"), ("dnf", "DNF")] { log.status(id, status) }
    for pair in 5...6 { log.start(pair: pair) }
    try log.split("ok", 1000, "1:14.0")
    #expect(
      try log.state().ranking == ["1 ok 1:14.00", "- run", "- dnf DNF", "- dq DQ", "- dns DNS", "- none"])
  }

  @Test func aResultIsProvisionalUntilPhotoFinishOrOfficial() throws {
    var log = LogBuilder.pair()
    func states() throws -> [Standing.State?] { try log.state().standings.map(\.state) }
    #expect(try states() == [.running, .running])
    try log.split("goetz", 1000, "1:14.46")
    try log.split("han", 1000, "1:16.01")
    #expect(try states() == [.provisional, .provisional])
    try log.split("goetz", 1000, "1:14.457", .photofinish)
    #expect(try states() == [.official, .provisional])
    log.inRace("official", #""pair":8"#)
    #expect(try states() == [.official, .official])
    #expect(try !log.state().isOfficial)
    log.inRace("official")
    #expect(try log.state().isOfficial)
  }

  @Test func officialOfAGroupLeavesTheOtherGroupOpen() throws {
    var log = LogBuilder()
    log.announce(3000)
    log.entry("a", pair: 1, .inner)
    log.entry("c", pair: 1, .inner, group: 2)
    log.inRace("official", #""pair":1,"group":1"#)
    let race = try log.state()
    #expect(race.isOfficial(HeatPlace(race: "w1000", pair: 1, group: 1)))
    #expect(!race.isOfficial(HeatPlace(race: "w1000", pair: 1, group: 2)))
    log.void(log.last)
    #expect(try !log.state().isOfficial(HeatPlace(race: "w1000", pair: 1, group: 1)))
  }

  /// Domain 1.1: probably van der Poel in 2021, 12:32.94 on the board, 12:32.95 in the record list.
  @Test func aResultMayMoveByAHundredthAfterTheFinish() throws {
    var log = LogBuilder()
    log.announce(10_000)
    log.entry("poel", pair: 1, .inner)
    log.start(pair: 1)
    try log.split("poel", 10_000, "12:32.949", .optical)
    #expect(try log.state().ranking == ["1 poel 12:32.94"])
    try log.split("poel", 10_000, "12:32.951", .photofinish)
    #expect(try log.state().ranking == ["1 poel 12:32.95"])
  }
}
