import BoardTestSupport
import LongTrack
import RaceLog
import Scoreboard
import Testing

/// Which run a time belongs to follows from the guns that count now, not from those that counted when it came.
@Suite struct RunWindowTests {
  private static func log() -> LogBuilder {
    var log = LogBuilder()
    log.announce()
    log.pair(1, "a", "b")
    return log
  }

  private static func shown(_ log: LogBuilder, _ id: String = "a", at mark: Int = 0) throws -> String? {
    try log.state().attempts[AttemptKey(competitor: id, number: 1)]?.time(at: mark)?.shown.text
  }

  @Test func aSecondGunTakenBackLosesNothing() throws {
    var log = Self.log()
    log.start(pair: 1)
    let second = log.start(pair: 1)
    try log.split("a", 200, "18.50")
    #expect(try Self.shown(log) == "18.50")
    log.void(second)
    #expect(try Self.shown(log) == "18.50")
  }

  @Test func aClearTakenBackBringsTheTimesBack() throws {
    var log = Self.log()
    log.start(pair: 1)
    try log.split("a", 200, "18.50")
    let clear = log.inRace("clear", #""pair":1"#)
    let again = log.start(pair: 1)
    #expect(try Self.shown(log) == nil)
    log.void(again)
    log.void(clear)
    #expect(try Self.shown(log) == "18.50")
  }

  @Test func aCorrectionOfAClearedTimeCountsInNoLaterRun() throws {
    var log = Self.log()
    log.start(pair: 1)
    let split = try log.split("a", 200, "18.50")
    log.inRace("clear", #""pair":1"#)
    try log.split("a", 200, "18.40", .manual, with: #""replaces":[\#(split)]"#)
    log.start(pair: 1)
    #expect(try Self.shown(log) == nil)
  }

  @Test func aTimeAcceptedBeforeALateGunCountsInThatRunOnly() throws {
    var log = Self.log()
    let early = try log.split("a", 200, "18.50")
    try log.split("a", 200, "18.50", .manual, with: #""accepts":\#(early)"#)
    #expect(try Self.shown(log) == "18.50")
    log.start(pair: 1)
    #expect(try Self.shown(log) == "18.50")
    log.inRace("clear", #""pair":1"#)
    log.start(pair: 1)
    #expect(try Self.shown(log) == nil)
  }

  @Test func anAcceptanceHasToNameASplitOfTheSameSkaterAtTheSameMark() throws {
    var log = Self.log()
    let early = try log.split("a", 200, "18.50")
    log.start(pair: 1)
    try log.split("b", 200, "18.60", .manual, with: #""accepts":\#(early)"#)
    #expect(try Self.shown(log, "b") == nil)
    #expect(
      try log.issues().contains(
        #"`accepts` names seq \#(early), which is no split of "b" at 200"#))
  }

  @Test func replacingOneLineOfAWaitingActionLeavesTheOther() throws {
    var log = Self.log()
    log.start(pair: 1)
    let action = #""action":{"id":"two","parts":2}"#
    let first = try log.split("a", 200, "18.50", .manual, with: action)
    try log.split("a", 200, "18.55", .manual, with: #""replaces":[\#(first)]"#)
    try log.split("b", 200, "18.70", .manual, with: action)
    #expect(try Self.shown(log) == "18.55")
    #expect(try Self.shown(log, "b") == "18.70")
  }

  @Test func aVoidOfAWaitingActionTakenBackBringsAllItsLines() throws {
    var log = Self.log()
    log.start(pair: 1)
    let action = #""action":{"id":"two","parts":2}"#
    let first = try log.split("a", 200, "18.50", .manual, with: action)
    let void = log.void(first)
    try log.split("b", 200, "18.70", .manual, with: action)
    #expect(try Self.shown(log) == nil)
    #expect(try Self.shown(log, "b") == nil)
    log.void(void)
    #expect(try Self.shown(log) == "18.50")
    #expect(try Self.shown(log, "b") == "18.70")
  }

  @Test func linesOfAnActionCountInTheirOwnPlace() throws {
    var log = Self.log()
    let action = #""action":{"id":"names","parts":2}"#
    log.entry("a", pair: 1, .inner, name: "First", with: action)
    log.entry("a", pair: 1, .inner, name: "Second")
    log.entry("b", pair: 1, .outer, name: "Other", with: action)
    #expect(try log.state().entries(inPair: 1).map(\.competitor.name) == ["Second", "Other"])
  }
}
