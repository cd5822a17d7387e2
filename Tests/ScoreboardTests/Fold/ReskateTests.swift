import BoardTestSupport
import LongTrack
import RaceLog
import Scoreboard
import Testing

/// Milan, 11 February 2026, men 1000 m: Lian hindered Wennemars, who skated again (domain 1.6).
@Suite struct ReskateTests {
  private func milan(second: String?) throws -> LogBuilder {
    var log = LogBuilder()
    log.announce()
    log.pair(11, "lian", "wennemars")
    log.start(pair: 11)
    try log.skate("wennemars", "16.20", "41.10", "1:07.584")
    try log.skate("lian", "16.40", "41.60", "1:08.400")
    log.status("lian", "DQ", with: #""code":"T09""#)
    log.inRace("official", #""pair":11"#)
    log.entry("wennemars", pair: 16, .inner, attempt: 2)
    log.start(pair: 16)
    if let second { try log.split("wennemars", 1000, second, .photofinish) }
    return log
  }

  @Test(
    arguments: [
      ("1:08.100", "1 wennemars 1:07.58", 1), ("1:07.583", "1 wennemars 1:07.58", 2),
      ("1:07.20", "1 wennemars 1:07.20", 2), (nil, "1 wennemars 1:07.58", 1),
    ] as [(String?, String, Int)])
  func theBetterOfTwoAttemptsCounts(second: String?, line: String, attempt: Int) throws {
    let race = try milan(second: second).state()
    #expect(race.ranking == [line, "- lian 1:08.40 DQ"])
    #expect(race.standings.first?.entry.attempt == attempt)
    #expect(race.standings.first?.isReskate == (attempt == 2))
  }

  @Test func withoutAttemptTheLatestThatHasStartedIsMeant() throws {
    var log = try milan(second: "1:08.100")
    let race = try log.state()
    #expect(race.counted("wennemars", 1000, attempt: 1) == "1:07.584")
    #expect(race.counted("wennemars", 1000, attempt: 2) == "1:08.100")
    log.status("wennemars", with: #""fell":true"#)
    #expect(try log.state().decisions[AttemptKey(competitor: "wennemars", number: 2)]?.fell == true)
    #expect(try log.state().decisions[AttemptKey(competitor: "wennemars", number: 1)] == nil)
  }

  @Test func beforeTheSecondGunTheFirstAttemptIsMeant() throws {
    var log = LogBuilder.pair()
    log.entry("goetz", pair: 16, .inner, attempt: 2)
    try log.split("goetz", 200, "17.91")
    #expect(try log.state().counted("goetz", 200, attempt: 1) == "17.91")
  }

  @Test(arguments: ["DQ", "DNF"])
  func aFailedSecondAttemptLeavesTheFirst(status: String) throws {
    var log = try milan(second: "1:07.20")
    log.status("wennemars", status)
    #expect(try log.state().ranking.first == "1 wennemars 1:07.58")
  }

  @Test func aDisqualifiedFirstAttemptLeavesTheSecond() throws {
    var log = try milan(second: "1:08.10")
    log.status("wennemars", "DQ", with: #""attempt":1"#)
    #expect(try log.state().ranking.first == "1 wennemars 1:08.10")
  }

  /// Both attempts are one skater: one place at a mark, by the faster time there.
  @Test func bothAttemptsAreOneSkaterAtTheMarks() throws {
    var log = try milan(second: nil)
    try log.split("wennemars", 200, "16.10")
    log.entry("stolz", pair: 17, .inner)
    log.start(pair: 17)
    try log.split("stolz", 200, "16.15")
    let race = try log.state()
    #expect(race.places("stolz").first == "2/2")
    #expect(race.places("wennemars", attempt: 2).first == "1/2")
    #expect(race.places("wennemars", attempt: 1).first == "2/2")
    #expect(race.deltas("stolz", .best).first == "+0.05")
  }

  /// The own first attempt is never somebody else.
  @Test func nobodyIsComparedWithTheirOwnFirstAttempt() throws {
    let race = try milan(second: nil).state()
    let key = race.key("wennemars", attempt: 2)
    for choice in [ComparisonChoice.leader, .best, .pair] {
      #expect(race.comparison(choice, for: key) == nil)
    }
    #expect(race.needs(of: key, clock: 0, grace: 0).isEmpty)
  }

  @Test func anAttemptNobodyIsEnteredForIsRejected() throws {
    var log = LogBuilder.pair()
    try log.split("goetz", 200, "17.91", attempt: 2)
    #expect(try log.issues() == ["\"goetz\" is not entered for attempt 2"])
  }
}
