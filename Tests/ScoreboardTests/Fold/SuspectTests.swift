import BoardTestSupport
import LongTrack
import RaceLog
import Scoreboard
import Testing

/// A split that nobody believes, and why.
struct SuspectCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let reason: Suspicion
  let sentence: String
  /// Brings a log with pair 8 on the ice to where the suspect split of Goetz is the last line.
  let lead: @Sendable (inout LogBuilder) throws -> Void

  static let all = [
    SuspectCase(
      testDescription: "no gun", reason: .noRun, sentence: "45.21: no run of its group is open",
      lead: { log in
        log.void(5)
        try log.split("goetz", 600, "45.21")
      }),
    SuspectCase(
      testDescription: "after a clear", reason: .noRun, sentence: "45.21: no run of its group is open",
      lead: { log in
        log.inRace("clear", #""pair":8"#)
        try log.split("goetz", 600, "45.21")
      }),
    SuspectCase(
      testDescription: "not later than the mark before",
      reason: .notAfter(.metres(200), ShownTime(hundredths: 1791)),
      sentence: "17.91: not after the 17.91 at 200",
      lead: { log in
        try log.split("goetz", 200, "17.91")
        try log.split("goetz", 600, "17.91")
      }),
    SuspectCase(
      testDescription: "not earlier than the mark after",
      reason: .notBefore(.metres(600), ShownTime(hundredths: 4521)),
      sentence: "45.21: not before the 45.21 at 600",
      lead: { log in
        try log.split("goetz", 600, "45.21")
        try log.split("goetz", 200, "45.21")
      }),
    SuspectCase(
      testDescription: "a lap under 20 s", reason: .tooFast(from: .metres(200)),
      sentence: "37.9099: too fast since 200",
      lead: { log in
        try log.split("goetz", 200, "17.91")
        try log.split("goetz", 600, "37.9099")
      }),
    SuspectCase(
      testDescription: "600 m in under 20 s", reason: .tooFast(from: nil),
      sentence: "19.99: too fast since the start", lead: { try $0.split("goetz", 600, "19.99") }),
    SuspectCase(
      testDescription: "no time left for the lap after", reason: .tooFast(from: .metres(200)),
      sentence: "25.22: too fast since 200",
      lead: { log in
        try log.split("goetz", 600, "45.21")
        try log.split("goetz", 200, "25.22")
      }),
    SuspectCase(
      testDescription: "at the gun", reason: .notAfter(.metres(0), .gun),
      sentence: "0.0: not after the 0.00 at 0",
      lead: { try $0.split("goetz", 200, "0.0") }),
    SuspectCase(
      testDescription: "after a DQ", reason: .finalStatus(.dq), sentence: "45.21: the competitor is DQ",
      lead: { log in
        log.status("goetz", "DQ")
        try log.split("goetz", 600, "45.21")
      }),
    SuspectCase(
      testDescription: "of someone withdrawn", reason: .doesNotStart(.wdr),
      sentence: "45.21: the competitor does not start (WDR)",
      lead: { log in
        log.status("goetz", "WDR")
        try log.split("goetz", 600, "45.21")
      }),
    SuspectCase(
      testDescription: "after official", reason: .afterOfficial, sentence: "45.21: the times are official",
      lead: { log in
        log.inRace("official", #""pair":8"#)
        try log.split("goetz", 600, "45.21")
      }),
  ]
}

@Suite struct SuspectTests {
  @Test(arguments: SuspectCase.all)
  func aSplitNobodyBelievesIsKeptAndCountsNowhere(suspect: SuspectCase) throws {
    var log = LogBuilder.pair()
    try suspect.lead(&log)
    let race = try log.state()
    let split = try #require(race.attempts[race.key("goetz")]?.splits.last)
    #expect(split.suspicion == suspect.reason)
    #expect(race.counted("goetz", split.mark.value) == nil)
    let issue = try #require(log.issues().last)
    #expect(issue == "suspect split of goetz at \(split.mark.name), \(suspect.sentence)")
    #expect(try log.fold().allIssues.last?.isNotice == true)
  }

  @Test(arguments: SuspectCase.all)
  func itCountsOnceAnOperatorAcceptsIt(suspect: SuspectCase) throws {
    var log = LogBuilder.pair()
    try suspect.lead(&log)
    let seq = log.last
    let split = try #require(log.state().attempts[AttemptKey(competitor: "goetz", number: 1)]?.splits.last)
    let accepting = try log.split(
      "goetz", split.mark.value, split.time.text, .manual, with: LogBuilder.accepts(seq))
    let race = try log.state()
    #expect(race.counted("goetz", split.mark.value) == split.time.text)
    #expect(race.attempts[race.key("goetz")]?.split(at: split.mark.value / 400)?.source == .optical)
    log.void(accepting)
    #expect(try log.state().counted("goetz", split.mark.value) == nil)
  }

  @Test func aMarkTheRaceDoesNotHaveNeverCounts() throws {
    var log = LogBuilder.pair()
    let split = try log.split("goetz", 400, "31.5")
    try log.split("goetz", 400, "31.5", with: LogBuilder.accepts(split))
    #expect(try log.state().suspicions("goetz") == [.noSuchMark(.metres(400)), .noSuchMark(.metres(400))])
    #expect(try log.state().attempts[AttemptKey(competitor: "goetz", number: 1)]?.lastMark == nil)
    #expect(try log.issues().first == "suspect split of goetz at 400, 31.5: the race has no mark at 400")
  }

  @Test(arguments: [("17.91", "37.91"), ("17.91", "37.9100")])
  func aLapOfTwentySecondsIsBelieved(opening: String, time: String) throws {
    var log = LogBuilder.pair()
    try log.split("goetz", 200, opening)
    try log.split("goetz", 600, time)
    #expect(try log.state().suspicions("goetz") == [nil, nil])
  }

  /// Over a lost split the two laps need forty seconds together.
  @Test func overALostSplitBothLapsAreJudged() throws {
    var log = LogBuilder.pair()
    try log.split("goetz", 200, "17.91")
    try log.split("goetz", 1000, "57.90")
    #expect(try log.state().suspicions("goetz") == [nil, .tooFast(from: .metres(200))])
  }

  @Test func halfALapOfATeamTakesTenSeconds() throws {
    var log = LogBuilder()
    log.inRace("race", #""kind":"teamPursuit","laps":8"#)
    log.inRace("entry", #""pair":1,"lane":"finish","competitor":{"id":"rus","name":"Russia"}"#)
    log.start(pair: 1)
    log.now += 200_000
    for (lap, time) in [
      ("0.5", "9.9"), ("0.5", "18.1133"), ("1", "28.1132"), ("1", "28.1133"), ("1.5", "44.79"),
    ] {
      log.inRace("split", #""competitor":"rus","lap":\#(lap),"time":"\#(time)""#)
    }
    #expect(
      try log.state().suspicions("rus") == [.tooFast(from: nil), nil, .tooFast(from: .halfLaps(1)), nil, nil])
  }

  /// Judged when it arrives, against what counts then: what happens to its neighbours later changes nothing.
  @Test func aSplitIsJudgedOnce() throws {
    var log = LogBuilder.pair()
    let wrong = try log.split("goetz", 200, "30.0")
    try log.split("goetz", 600, "45.21")
    log.void(wrong)
    #expect(try log.state().counted("goetz", 600) == nil)
    try log.split("goetz", 200, "17.91")
    try log.split("goetz", 600, "45.22")
    #expect(try log.state().counted("goetz", 600) == "45.22")
    log.void(5)
    #expect(try log.state().suspicions("goetz") == [nil, .tooFast(from: .metres(200)), nil, nil])
  }

  @Test func acceptingAGoodSplitIsNeedless() throws {
    var log = LogBuilder.pair()
    let good = try log.split("goetz", 200, "17.91")
    try log.split("goetz", 200, "17.91", with: LogBuilder.accepts(good))
    #expect(try log.issues() == ["`accepts` names seq 6, which is no suspect split"])
    #expect(try log.state().counted("goetz", 200) == "17.91")
  }

  @Test func aCorrectionIsNotDoubted() throws {
    var log = LogBuilder.pair()
    let split = try log.split("goetz", 200, "17.91")
    log.inRace("official")
    try log.split("goetz", 200, "17.92", .photofinish, with: LogBuilder.replaces(split))
    #expect(try log.state().counted("goetz", 200) == "17.92")
    #expect(try log.issues() == [])
  }
}
