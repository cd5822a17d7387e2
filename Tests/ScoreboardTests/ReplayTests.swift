import BoardTestSupport
import LongTrack
import RaceLog
import Scoreboard
import Testing

/// European Championships, Heerenveen, 12 January 2020, women 1000 m: as recorded.
@Suite struct HeerenveenTests {
  /// The state of the race after the `official` of a pair; of the whole race without one.
  private func race(officialOf pair: Int? = nil) throws -> Race {
    let checkpoints = try ShippedReplay.fold("2020-heerenveen-women")
    let count = checkpoints.log.events.firstIndex { event in
      guard case .official(let confirmation) = event.content else { return false }
      return confirmation.pair == pair
    }
    let meet = checkpoints.meet(after: try #require(count) + 1)
    return try #require(meet.race("w1000"))
  }

  @Test func theRankingIsTheOfficialOne() throws {
    #expect(
      try race().ranking == [
        "1 leerdam 1:13.67", "2 kachanova 1:13.90", "3 shikhova 1:14.48", "4 de-jong 1:14.64",
        "5 wust 1:14.81", "6 fatkulina 1:15.20", "7 herzog 1:15.32", "8 ziomek 1:16.53",
        "9 zdrahalova 1:16.57", "10 czerwonka 1:16.70", "11 njatun 1:16.92", "12 bokko 1:17.71",
        "13 nifantava 1:18.31", "14 smeding 1:18.50", "15 scholz 1:19.24(2)", "16 wojcik 1:19.24(8)",
        "17 vanhoutte 1:19.43", "18 nistad-samsonsen 1:19.74", "19 hogas 1:20.26", "- vorobyova DNS",
      ])
  }

  /// Domain 5, item 7: Smeding's rank improves while Wójcik fades.
  @Test(
    arguments: [
      ("smeding", ["7/7", "5/7", "2/7"], ["19.25", "28.62", "30.63"]),
      ("wojcik", ["1/7", "3/7", "4/7"], ["18.28", "28.78", "32.18"]),
    ])
  func placesAndLapsAfterPairFour(skater: String, places: [String], laps: [String]) throws {
    let race = try race(officialOf: 4)
    let key = race.key(skater)
    #expect(race.places(skater) == places)
    #expect((0..<3).map { race.lap(of: key, at: $0)?.time.size } == laps)
  }

  /// Smeding had 1:18.63 before the race.
  @Test func smedingSkatedAPersonalBest() throws {
    #expect(try race(officialOf: 4).deltas("smeding", .personalBest) == [nil, nil, "−0.13"])
  }

  @Test func whatWasTimedBeforeTheRestartOfPairOneCountsNowhere() throws {
    let race = try race(officialOf: 1)
    #expect(race.attempts[race.key("scholz")]?.splits.first?.time.text == "18.5522")
    #expect(race.counted("scholz", 200) == "18.8929")
    #expect(race.counted("scholz", 600) == "48.0092")
    #expect(race.counted("scholz", 1000) == "1:19.242")
    #expect(race.counted("vorobyova", 200) == nil)
  }

  @Test func theLogHasNoErrorsAndOneSuspectSplit() throws {
    #expect(
      try ShippedReplay.fold("2020-heerenveen-women").allIssues.map(\.sentence) == [
        "suspect split of vorobyova at 200, 18.8924: the competitor does not start (DNS)"
      ])
  }
}

/// World Cup, Beijing, 18 November 2023, women 1000 m: the race this board is made for.
@Suite struct BeijingTests {
  private func race(afterSeq seq: Int) throws -> Race {
    let checkpoints = try ShippedReplay.fold("2023-beijing")
    let index = try #require(checkpoints.log.index(ofSeq: seq))
    return try #require(checkpoints.meet(after: index + 1).race("w1000"))
  }

  /// Seq of the event just happened, and the deltas of Takagi to the leader and to the best at each mark.
  @Test(
    arguments: [
      (76, ["+0.03", nil, nil], ["+0.03", nil, nil]),
      (79, ["+0.03", "+0.14 ▼0.11", nil], ["+0.03", "+0.25 ▼0.22", nil]),
      (81, ["+0.03", "+0.14 ▼0.11", "−0.01 ▲0.15"], ["+0.03", "+0.25 ▼0.22", "−0.01 ▲0.26"]),
    ] as [(Int, [String?], [String?])])
  func takagiIsBehindAtTheBellAndWins(seq: Int, leader: [String?], best: [String?]) throws {
    let race = try race(afterSeq: seq)
    #expect(race.comparison(.leader, for: race.key("takagi"))?.owner == "GOETZ")
    #expect(race.deltas("takagi", .leader) == leader)
    #expect(race.deltas("takagi", .best) == best)
  }

  @Test func atTheBellSheNeedsALapUnder2910() throws {
    let race = try race(afterSeq: 79)
    let need = try #require(race.needs(of: race.key("takagi"), clock: nil, grace: 0).first)
    #expect(need.goal == .lead)
    #expect(need.stretch == .lastLap)
    #expect(need.under?.text == "29.10")
    #expect(race.places("takagi")[1] == "3/5")
  }

  @Test func leerdamIsTheFastestOfAllAtTheBell() throws {
    let race = try race(afterSeq: 84)
    #expect(race.places("leerdam") == ["4/6", "1/6", "3/19"])
    #expect(race.places("takagi") == ["2/6", "3/6", "1/19"])
    #expect(
      race.ranking.prefix(3) == ["1 takagi 1:14.44", "2 goetz 1:14.45", "3 leerdam 1:14.88"])
    #expect(race.standings[1].behind?.text == "+0.01")
    #expect(race.isOfficial)
  }

  @Test func splitsThatNobodyMeasuredSaySo() throws {
    let race = try race(afterSeq: 84)
    let rows = ResultTable(race).rows
    #expect(rows.first?.note == "estimated 200 600")
    #expect(rows.first?.points == 60)
    #expect(
      rows.filter { !$0.estimated.isEmpty }.map(\.id) == ["takagi", "goetz", "leerdam", "li", "bowe", "han"])
    #expect(try ShippedReplay.fold("2023-beijing").allIssues == [])
  }
}
