import BoardTestSupport
import LongTrack
import RaceLog
import Scoreboard
import Testing

/// Who is where in a mass start (domain 2.5).
@Suite struct MassStartStandingsTests {
  /// Four laps of four skaters with a sprint at lap 2: c wins the sprint, a the race.
  private func race() throws -> LogBuilder {
    var log = LogBuilder.massStart(["a", "b", "c", "d"], laps: 4, with: #""division":"A","sprints":[2]"#)
    try log.pass(0, ["a": 5, "b": 5.1, "c": 5.2, "d": 5.3])
    try log.pass(1, ["a": 37, "b": 37.1, "c": 37.2, "d": 37.3])
    try log.pass(2, ["c": 67, "b": 67.1, "a": 67.2, "d": 67.3])
    try log.pass(3, ["a": 96, "b": 96.1, "c": 96.2, "d": 96.3])
    return log
  }

  @Test func pointsBeforeTheOrderAtTheFinish() throws {
    var log = LogBuilder.massStart(
      ["a", "b", "c", "d", "e", "f", "g", "h"], laps: 4, with: #""sprints":[2]"#)
    try log.pass(2, ["h": 67, "g": 67.1, "a": 67.2, "b": 67.3])
    log.sprint(2, ["h", "g", "a"])
    try log.pass(
      4, ["a": 120, "b": 120.1, "c": 120.2, "d": 120.3, "e": 120.4, "f": 120.5, "g": 120.6, "h": 125],
      .photofinish)
    // h and f have three points each: f was first of the two.
    #expect(
      try log.state().pointRanking
        == ["1 a 61", "2 b 40", "3 c 20", "4 d 10", "5 e 6", "6 f 3", "7 h 3", "8 g 2"])
  }

  @Test func whoRacesHasNoRankYetAndStandsInTheOrderOnTheIce() throws {
    var log = try race()
    #expect(try log.state().pointRanking == ["- a 1", "- b 2", "- c 3", "- d 0"])
    try log.pass(4, ["b": 125])
    #expect(try log.state().pointRanking == ["1 b 62", "- a 1", "- c 3", "- d 0"])
    let row = try #require(try ResultTable(log.state()).rows.first { $0.id == "a" })
    #expect(row.rank == nil && row.points == nil && row.state == .running && row.laps == 3)
    #expect(row.time == "1:36.00" && row.sprintPoints == 1)
  }

  @Test func sprintPointsFallAsTheLineIsPassedAndAsOfficialsSay() throws {
    var log = LogBuilder.massStart(["a", "b", "c"], laps: 4, with: #""sprints":[2]"#)
    try log.pass(2, ["c": 67])
    #expect(try log.massStartState().lines.map(\.sprints) == [["3", ""], ["", ""], ["", ""]])
    #expect(try log.massStartState().lines[0].total == "3p")
    try log.pass(2, ["b": 67.1])
    log.sprint(2, ["b", "c", "a"])
    #expect(try log.state().pointRanking == ["- c 2", "- b 3", "- a -"])
    #expect(try log.massStartState().lines.map(\.total) == ["2", "3", "1"])
    let seq = log.last
    log.inRace("sprint", #""lap":2,"order":["a","b"],"points":[5,0.5],"replaces":[\#(seq)]"#)
    #expect(try log.massStartState().lines.map(\.total) == ["", "0.5", "5"])
    // The correction taken back: what it stood for counts again; that taken back, too, the passages do.
    log.void(log.last)
    #expect(try log.massStartState().lines.map(\.total) == ["2", "3", "1"])
    log.void(seq)
    #expect(try log.massStartState().lines.map(\.total) == ["3p", "2p", ""])
  }

  @Test func equalThousandthsShareThePointsOfTheirPlace() throws {
    var log = LogBuilder.massStart(["a", "b", "c"], laps: 4, with: #""sprints":[2]"#)
    try log.pass(2, ["a": 67, "b": 67, "c": 67.1])
    try log.pass(4, ["a": 125.001, "b": 125.001, "c": 125.006], .photofinish)
    #expect(try log.state().pointRanking == ["1 a 63", "1 b 63", "3 c 21"])
    #expect(try ResultTable(log.state()).rows.map(\.time) == ["2:05.00(1)", "2:05.00(1)", "2:05.00(6)"])
    #expect(try ResultTable(log.state()).rows.map(\.behind) == [nil, nil, nil])
  }

  @Test func hundredthsWithoutThousandthsAreSharedAndSaid() throws {
    var log = LogBuilder.massStart(["a", "b"], laps: 4, with: #""sprints":[]"#)
    for id in ["a", "b"] {
      log.now = 200_000
      log.inRace("split", #""competitor":"\#(id)","lap":4,"time":"2:05.00","source":"manual""#)
    }
    #expect(try log.state().standings.map(\.isUndecided) == [true, true])
    #expect(try log.state().standings.map(\.timeText) == ["2:05.00", "2:05.00"])
    #expect(
      try ResultTable(log.state()).notices == ["ms: 2:05.00 is shared: a time was given without thousandths"])
  }

  @Test func whoDoesNotFinishIsListedByLapsAndHasNoPoints() throws {
    var log = try race()
    try log.pass(4, ["a": 125, "b": 125.1], .photofinish)
    log.status("c", "DNF", with: #""fell":true"#)
    // d races still, so nobody knows yet where who fell out will be.
    #expect(try log.state().pointRanking == ["1 a 61", "2 b 42", "- d 0", "- c -"])
    log.status("d", "DNF")
    #expect(try log.state().pointRanking == ["1 a 61", "2 b 42", "3 c 0", "4 d 0"])
    log.void(log.last)
    log.inRace("official")
    let rows = try ResultTable(log.state()).rows
    #expect(
      rows[2].laps == 3 && rows[2].time == "1:36.20" && rows[2].status == "DNF" && rows[2].note == "fell")
    // d stopped without a word: a confirmed race has a place for everybody who was in it.
    #expect(try log.state().pointRanking == ["1 a 61", "2 b 42", "3 c 0", "4 d 0"])
    #expect(try ResultTable(log.state()).rows.map(\.pointsText) == ["60", "54", "48", "43"])
  }

  @Test func whoFallsOutEarlyIsNotTheFirstOfTheResult() throws {
    var log = try race()
    log.status("b", "DNF", with: #""fell":true"#)
    #expect(try log.state().pointRanking == ["- a 1", "- c 3", "- d 0", "- b -"])
    #expect(try ResultTable(log.state()).rows.allSatisfy { $0.rank == nil && $0.points == nil })
    let state = try log.massStartState()
    #expect(!state.isResult && state.lines.map(\.place) == ["1", "2", "3", ""])
    #expect(state.lines.last?.note == "DNF fell" && state.toGo == "last lap")
    #expect(state.bigSkaters.first?.facts.first?.caption.hasPrefix("last lap") == true)
  }

  @Test func aRunThatIsClearedTakesItsSprintsAlong() throws {
    var log = try race()
    log.sprint(2, ["d", "c", "b"])
    let sprint = log.last
    log.inRace("clear", #""pair":1"#)
    log.start(pair: 1)
    #expect(try log.massStartState().lines.allSatisfy { $0.sprints == ["", ""] })
    log.inRace("split", #""competitor":"a","lap":2,"time":"1:07.000","source":"transponder""#)
    #expect(try log.state().standings.first?.sprintPoints == 3)
    // The clear taken back: everything is there again.
    log.void(sprint + 2)
    log.void(sprint + 1)
    #expect(try log.massStartState().lines.first { $0.competitor == "d" }?.total == "3")
  }

  @Test func aHeatThatIsConfirmedHasNothingProvisional() throws {
    var log = try race()
    try log.pass(4, ["a": 125, "b": 125.1, "c": 125.2, "d": 125.3], .photofinish)
    #expect(try log.massStartState().lines.map(\.total) == ["61p", "42p", "23p", "10p"])
    #expect(try log.massStartState().lap == "finished")
    log.inRace("official", #""pair":1"#)
    #expect(try log.massStartState().lines.map(\.total) == ["61", "42", "23", "10"])
  }

  @Test func theHeatOnTheIceIsShownAlone() throws {
    var log = LogBuilder.massStart(["a", "b"], laps: 4, with: #""sprints":[2]"#)
    try log.pass(4, ["a": 125, "b": 125.1], .photofinish)
    for id in ["c", "d"] { log.entry(id, pair: 2) }
    log.start(pair: 2)
    log.inRace("split", #""competitor":"d","lap":2,"time":"1:07.000","source":"transponder""#)
    let state = try log.massStartState()
    #expect(state.lines.map(\.competitor) == ["d", "c"] && state.toGo == "2 laps to go")
    #expect(state.lines[0].sprints == ["3", ""] && state.lines[0].gap == "")
  }

  @Test func hundredthsThatNobodyCanTellApartShareTheirPoints() throws {
    var log = LogBuilder.massStart(["a", "b", "c"], laps: 4, with: #""division":"A","sprints":[]"#)
    for (id, time) in [("a", "2:39.20"), ("b", "2:39.204"), ("c", "2:39.30")] {
      log.now = 200_000
      log.inRace("split", #""competitor":"\#(id)","lap":4,"time":"\#(time)","source":"manual""#)
    }
    #expect(try log.state().pointRanking == ["1 a 60", "1 b 60", "3 c 20"])
    let shared = "ms: 2:39.20 is shared: a time was given without thousandths"
    #expect(try ResultTable(log.state()).notices == [shared])
    #expect(try ResultTable(log.state()).rows.map(\.pointsText) == ["60", "60", "48"])
    // The officials have looked at the picture.
    log.sprint(4, ["b", "a", "c"])
    #expect(try log.state().pointRanking == ["1 b 60", "2 a 40", "3 c 20"])
    #expect(try ResultTable(log.state()).notices == [])
  }

  @Test func moreLapsComeBeforeFewer() throws {
    var log = LogBuilder.massStart(["a", "b", "c", "d"], laps: 4, with: #""sprints":[]"#)
    try log.pass(1, ["d": 37, "c": 38])
    try log.pass(2, ["c": 70])
    try log.pass(4, ["a": 125], .photofinish)
    log.inRace("official")
    #expect(try log.state().standings.map(\.laps) == [4, 2, 1, nil])
    #expect(try log.state().pointRanking == ["1 a 60", "2 c 0", "3 d 0", "- b -"])
  }

  @Test func theDisqualifiedHaveNeitherRankNorPointsAndTheOthersMoveUpAtTheFinish() throws {
    var log = try race()
    try log.pass(4, ["a": 125, "b": 125.1, "c": 125.2], .photofinish)
    log.status("a", "DQ", with: #""code":"T25""#)
    // The sprint stays as it was skated, as it would if officials had entered it before.
    #expect(try log.state().pointRanking == ["1 b 62", "2 c 43", "- d 0", "- a -"])
    #expect(try ResultTable(log.state()).rows.last?.note == "T25")
    log.status("d", "DNS")
    #expect(try log.state().pointRanking == ["1 b 62", "2 c 43", "- a -", "- d -"])
  }

  @Test func whatOfficialsEnterOverrides() throws {
    var log = try race()
    try log.pass(4, ["a": 125, "b": 125.1, "c": 125.2], .photofinish)
    log.status("c", with: #""rank":1,"points":44"#)
    log.sprint(4, ["b", "a"], points: [10, 9])
    #expect(try log.state().pointRanking == ["1 b 12", "1 c 3", "2 a 10", "- d 0"])
    #expect(try ResultTable(log.state()).rows.map(\.pointsText) == ["60", "44", "54", ""])
  }

  @Test func aRestartBeginsAnew() throws {
    var log = try race()
    log.inRace("clear", #""pair":1"#)
    #expect(try log.state().pointRanking.allSatisfy { $0.hasSuffix("-") })
    log.start(pair: 1)
    log.inRace("split", #""competitor":"d","lap":1,"time":"37.000","source":"transponder""#)
    #expect(try log.state().massStartRuns.first?.entry.competitor.id == "d")
  }

  @Test func asIfItEndedNow() throws {
    let log = try race()
    let ended = try log.state().standingsIfItEndedNow
    #expect(ended.map(\.entry.competitor.id) == ["a", "b", "c", "d"])
    #expect(ended.map(\.sprintPoints) == [61, 42, 23, 10])
    #expect(ended.map(\.rank) == [1, 2, 3, 4])
  }

  @Test func sprintsThatNobodyEnteredAreSaid() throws {
    var log = try race()
    #expect(
      try ResultTable(log.state()).notices == [
        "ms: the sprint of lap 2 goes by the passages: nobody entered its order"
      ])
    log.sprint(2, ["c", "b", "a"])
    #expect(try ResultTable(log.state()).notices == [])
  }
}
