import BoardTestSupport
import LongTrack
import RaceLog
import Scoreboard
import Testing

@Suite struct NeedTests {
  private func needs(_ log: LogBuilder, _ id: String, clock: Int64? = nil) throws -> [String] {
    let race = try log.state()
    return race.needs(of: race.key(id), clock: clock, grace: 10_000).map {
      "\($0.goal.rawValue) \($0.stretch) \($0.under?.text ?? "gone")"
    }
  }

  /// Takagi at 45.35 needs a last lap under 29.10 to beat 1:14.45.
  @Test(
    arguments: [
      ([], ["lead race 1:14.45", "podium race 1:15.95"]),
      (["17.94"], ["lead way 56.51", "podium way 58.01"]),
      (["17.94", "45.35"], ["lead lastLap 29.10", "podium lastLap 30.60"]),
      (["17.94", "45.35", "1:14.444"], []),
    ] as [([String], [String])])
  func theNeedIsTheTargetLessTheOwnSplit(splits: [String], expected: [String]) throws {
    var log = try LogBuilder.beijing()
    for (mark, time) in zip([200, 600, 1000], splits) { try log.split("takagi", mark, time) }
    #expect(try needs(log, "takagi") == expected)
  }

  /// 45.35 + 29.10 is the leader's shown time, so thousandths decide: 1:14.450 would win, 1:14.458 not.
  @Test(arguments: [("1:14.450", 1), ("1:14.456", 1), ("1:14.457", 1), ("1:14.458", 2)])
  func aLapEqualToTheNeedIsDecidedByThousandths(finish: String, rank: Int) throws {
    var log = try LogBuilder.beijing()
    try log.skate("takagi", "17.94", "45.35", finish)
    let race = try log.state()
    #expect(race.lap(of: race.key("takagi"), at: 2)?.time.size == "29.10")
    #expect(race.standings.first { $0.entry.competitor.id == "takagi" }?.rank == rank)
  }

  /// A lap a hundredth under the need always leads.
  @Test func aLapUnderTheNeedLeads() throws {
    var log = try LogBuilder.beijing()
    try log.skate("takagi", "17.94", "45.359", "1:14.449")
    let race = try log.state()
    #expect(race.lap(of: race.key("takagi"), at: 2)?.time.size == "29.09")
    #expect(race.standings.first?.entry.competitor.id == "takagi")
  }

  /// Clock in 1/10 000 s: gone once the target is past by more than the grace.
  @Test(
    arguments: [
      (744_570, "lead lastLap 29.10"), (754_570, "lead lastLap 29.10"), (754_571, "lead lastLap gone"),
    ] as [(Int64, String)])
  func aTargetThatHasPassedIsGone(clock: Int64, need: String) throws {
    var log = try LogBuilder.beijing()
    try log.split("takagi", 600, "45.35")
    #expect(try needs(log, "takagi", clock: clock).first == need)
  }

  @Test(
    arguments: [
      ("1:14.44", "lead lastLap 0.01"), ("1:14.45", "lead lastLap gone"), ("1:20.0", "lead lastLap gone"),
    ])
  func whoeverIsLaterAtTheBellThanTheLeaderAtTheFinishCannotLead(split: String, need: String) throws {
    var log = try LogBuilder.beijing()
    try log.split("takagi", 600, split)
    #expect(try needs(log, "takagi").first == need)
  }

  @Test func thePodiumIsNamedOnceThreeOthersHaveFinished() throws {
    var log = LogBuilder.pair()
    #expect(try needs(log, "goetz") == [])
    for (index, time) in ["1:14.0", "1:15.0", "1:16.0"].enumerated() {
      #expect(try needs(log, "goetz").count == min(index, 1))
      log.entry("s\(index)", pair: index + 1, .inner)
      log.start(pair: index + 1)
      try log.split("s\(index)", 1000, time)
    }
    #expect(try needs(log, "goetz") == ["lead race 1:14.00", "podium race 1:16.00"])
    log.status("s1", "DQ")
    #expect(try needs(log, "goetz") == ["lead race 1:14.00"])
  }

  @Test(arguments: ["DNF", "DQ", "DNS"])
  func whoeverIsOutNeedsNothing(status: String) throws {
    var log = try LogBuilder.beijing()
    log.status("takagi", status)
    #expect(try needs(log, "takagi") == [])
  }
}
