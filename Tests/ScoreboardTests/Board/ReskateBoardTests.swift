import BoardTestSupport
import LongTrack
import RaceLog
import Scoreboard
import Testing

/// A second go, as for Wennemars in Milan 2026 (domain 1.6).
@Suite struct ReskateBoardTests {
  private func milan() throws -> LogBuilder {
    var log = LogBuilder()
    log.announce(with: #""division":"A""#)
    log.pair(11, "lian", "wennemars")
    log.start(pair: 11)
    try log.split("wennemars", 1000, "1:07.58", .photofinish)
    log.status("lian", "DQ", with: #""code":"T09""#)
    return log
  }

  private func board(_ log: LogBuilder, later seconds: Int64 = 1) throws -> BoardState {
    let log = try log.read()
    var meet = Meet()
    meet.advance(to: log.events.count, of: log)
    let now = (log.events.last?.at.ticks ?? 0) + seconds * 10_000
    return BoardState(meet, log: log, now: now, options: BoardOptions())
  }

  @Test func itIsAnnouncedForAMinuteOrUntilItIsSkated() throws {
    var log = try milan()
    log.entry("wennemars", pair: 16, .outer, attempt: 2)
    let news = "Re-skate: WENNEMARS in pair 16, first time 1:07.58"
    #expect(try board(log).ticker?.text.uppercased() == news.uppercased())
    #expect(try board(log).ticker?.isAlert == true)
    #expect(try board(log, later: 61).ticker == nil)
    #expect(try board(log).standings.first?.note == "re-skate to come")
    log.start(pair: 16)
    #expect(try board(log).ticker == nil)
  }

  @Test func aTeamStartsAgainInAHeat() throws {
    var log = LogBuilder()
    log.race = "r"
    log.inRace("race", #""kind":"mixedRelay","laps":6"#)
    log.entry("china", pair: 1)
    log.start(pair: 1)
    log.entry("china", pair: 2, attempt: 2)
    #expect(try board(log).ticker?.text == "Re-skate: china in heat 2")
  }

  @Test func theFirstTimeStaysAndTheBetterOneCounts() throws {
    var log = try milan()
    log.entry("wennemars", pair: 16, .outer, attempt: 2)
    log.start(pair: 16)
    #expect(try board(log).panels.map(\.notes) == [["re-skate", "first time 1:07.58"]])
    try log.split("wennemars", 1000, "1:08.21", .photofinish, attempt: 2)
    #expect(
      try board(log).standings.map { [$0.time, $0.note] } == [
        ["1:07.58", "re-skate 1:08.21"], ["DQ T09", ""],
      ])
    log.now += 1000
    try log.split("wennemars", 1000, "1:07.41", .photofinish, attempt: 2, with: #""replaces":[\#(log.last)]"#)
    #expect(try board(log).standings.first?.time == "1:07.41")
    #expect(try board(log).standings.first?.note == "re-skate, first time 1:07.58")
  }
}
