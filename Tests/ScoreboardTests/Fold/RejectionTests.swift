import BoardTestSupport
import LongTrack
import RaceLog
import Scoreboard
import Testing

@Suite struct RejectionTests {
  /// Event type, its fields, and why it changes nothing; pair 8 is on the ice.
  @Test(
    arguments: [
      (
        "entry", #""race":"m500","pair":1,"competitor":{"id":"x","name":"X"}"#, "no race \"m500\" in this log"
      ),
      ("reference", #""race":"m500","kind":"WR","time":"33.61""#, "no race \"m500\" in this log"),
      ("call", #""race":"m500","pair":1"#, "no race \"m500\" in this log"),
      ("start", #""race":"m500","pair":1"#, "no race \"m500\" in this log"),
      ("clear", #""race":"m500","pair":1"#, "no race \"m500\" in this log"),
      ("official", #""race":"m500""#, "no race \"m500\" in this log"),
      ("message", #""race":"m500","text":"x""#, "no race \"m500\" in this log"),
      ("board", #""race":"m500","screen":"race""#, "no race \"m500\" in this log"),
      (
        "split", #""race":"w1000","competitor":"x","mark":200,"time":"17.91""#,
        "nobody with the id \"x\" is entered in race \"w1000\""
      ),
      (
        "split", #""race":"w1000","competitor":"Goetz","mark":200,"time":"17.91""#,
        "nobody with the id \"Goetz\" is entered in race \"w1000\""
      ),
      (
        "passing", #""race":"w1000","competitor":"x","position":100,"time":"9.91""#,
        "nobody with the id \"x\" is entered in race \"w1000\""
      ),
      (
        "passing", #""race":"w1000","competitor":"goetz","attempt":3,"position":100,"time":"9.91""#,
        "\"goetz\" is not entered for attempt 3"
      ),
      (
        "status", #""race":"w1000","competitor":"x","status":"DQ""#,
        "nobody with the id \"x\" is entered in race \"w1000\""
      ),
      (
        "status", #""race":"w1000","competitor":"han","attempt":2,"status":"DQ""#,
        "\"han\" is not entered for attempt 2"
      ),
      (
        "changeUp", #""race":"w1000","pair":8,"number":1,"first":"x""#,
        "nobody with the id \"x\" is entered in race \"w1000\""
      ),
      (
        "changeUp", #""race":"w1000","pair":8,"number":1,"competitor":"x""#,
        "nobody with the id \"x\" is entered in race \"w1000\""
      ),
      (
        "sprint", #""race":"w1000","lap":4,"order":["goetz","x"]"#,
        "nobody with the id \"x\" is entered in race \"w1000\""
      ),
      (
        "split", #""race":"w1000","competitor":"goetz","mark":200,"time":"17.91","accepts":99"#,
        "`accepts` names seq 99, which no earlier event has"
      ),
      (
        "split", #""race":"w1000","competitor":"goetz","mark":200,"time":"17.91","replaces":[6]"#,
        "`replaces` names seq 6, which no earlier event has"
      ),
      ("void", #""target":99"#, "`target` names seq 99, which no earlier event has"),
      ("void", #""target":6"#, "`target` names seq 6, which no earlier event has"),
    ])
  func whatRefersToSomethingUnknownChangesNothing(type: String, fields: String, sentence: String) throws {
    var log = LogBuilder.pair()
    let before = try log.state()
    log.add(type, fields)
    let issue = try #require(log.fold().allIssues.first)
    #expect(issue.sentence == sentence)
    #expect(issue == LineIssue(line: 6, seq: 6, isNotice: false, sentence: sentence))
    let after = try log.state()
    #expect(after.ranking == before.ranking)
    #expect(after.attempts.isEmpty)
    #expect(after.decisions.isEmpty)
    try log.split("goetz", 200, "17.91")
    #expect(try log.state().counted("goetz", 200) == "17.91")
  }

  /// What an event says it replaces stays where the event itself is rejected.
  @Test func aRejectedCorrectionLeavesWhatItWasToReplace() throws {
    var log = LogBuilder.pair()
    let split = try log.split("goetz", 200, "17.91")
    try log.split("nobody", 200, "17.95", with: LogBuilder.replaces(split))
    #expect(try log.state().counted("goetz", 200) == "17.91")
  }

  @Test func anEntryAgainTakesThePlaceOfTheFirst() throws {
    var log = LogBuilder()
    log.announce()
    log.entry("li", pair: 10, .outer)
    log.entry("takagi", pair: 10, .inner)
    log.entry("li", pair: 10, .inner, with: #""best":"1:13.70""#)
    log.entry("takagi", pair: 10, .outer)
    let race = try log.state()
    #expect(race.entries(inPair: 10).map(\.competitor.id) == ["li", "takagi"])
    #expect(race.entries(inPair: 10).map(\.lane) == [.inner, .outer])
    #expect(race.entry(of: race.key("li"))?.best?.text == "1:13.70")
  }

  @Test func aReferenceAgainTakesThePlaceOfTheFirst() throws {
    var log = LogBuilder.pair()
    log.inRace("reference", #""kind":"WR","name":"Bowe","time":"1:11.61""#)
    log.inRace("reference", #""kind":"WR","name":"Miho Takagi","time":"1:11.713""#)
    log.inRace("reference", #""kind":"PB","competitor":"goetz","time":"1:12.90""#)
    log.inRace("reference", #""kind":"PB","competitor":"han","time":"1:14.00""#)
    log.inRace("reference", #""kind":"schedule","name":"A","time":"1:14.00""#)
    log.inRace("reference", #""kind":"schedule","name":"B","time":"1:15.00""#)
    let race = try log.state()
    #expect(race.references.map(\.name) == ["Miho Takagi", nil, nil, "A", "B"])
    #expect(race.comparison(.worldRecord, for: race.key("goetz"))?.owner == "TAKAGI")
  }

  @Test func aRaceOfAnUnknownKindIsListedNotDrawn() throws {
    var log = LogBuilder()
    log.inRace("race", #""kind":"biathlon","laps":3"#)
    let race = try log.state()
    #expect(race.course == nil)
    #expect(race.info?.kindWord == "biathlon")
    #expect(race.standings.isEmpty)
  }

  /// Keeping states along the way changes no state.
  @Test(arguments: [1, 2, 7, 8192])
  func anyMomentIsTheSameFoldHoweverItIsReached(spacing: Int) throws {
    var log = try LogBuilder.beijing()
    log.void(6)
    log.status("goetz", "DQ")
    log.void(log.last)
    let checkpoints = try log.fold(spacing: spacing)
    var meet = Meet()
    for count in 0...checkpoints.log.events.count {
      meet.advance(to: count, of: checkpoints.log)
      let jumped = checkpoints.meet(after: count)
      #expect(jumped.eventCount == count)
      #expect(jumped.race("w1000")?.standings == meet.race("w1000")?.standings)
    }
    #expect(checkpoints.meet(after: 9999).eventCount == checkpoints.log.events.count)
    #expect(checkpoints.meet(after: -1).eventCount == 0)
  }
}
