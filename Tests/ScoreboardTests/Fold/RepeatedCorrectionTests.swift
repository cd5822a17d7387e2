import BoardTestSupport
import LongTrack
import Scoreboard
import Testing

/// What happens when a correction is itself corrected, voided, or waits for its action.
@Suite struct RepeatedCorrectionTests {
  /// One skater with 45.30 at 600 m.
  private static func race() throws -> (log: LogBuilder, split: Int) {
    var log = LogBuilder()
    log.announce()
    log.pair(1, "a", "b")
    log.start(pair: 1)
    try log.split("a", 200, "18.00")
    let split = try log.split("a", 600, "45.30", .photofinish)
    return (log, split)
  }

  @Test func twoCorrectionsOfOneTimeLeaveOneTime() throws {
    var (log, wrong) = try Self.race()
    let first = try log.split("a", 600, "45.20", .manual, with: #""replaces":[\#(wrong)]"#)
    try log.split("b", 600, "45.25", .manual, with: #""replaces":[\#(first)]"#)
    let race = try log.state()
    #expect(race.attempts[AttemptKey(competitor: "a", number: 1)]?.time(at: 1) == nil)
    #expect(race.attempts[AttemptKey(competitor: "b", number: 1)]?.time(at: 1)?.shown.text == "45.25")
  }

  @Test func voidingACorrectionBringsBackWhatItReplaced() throws {
    var (log, wrong) = try Self.race()
    let first = try log.split("a", 600, "45.20", .manual, with: #""replaces":[\#(wrong)]"#)
    let second = try log.split("a", 600, "45.25", .manual, with: #""replaces":[\#(first)]"#)
    log.void(second)
    #expect(
      try log.state().attempts[AttemptKey(competitor: "a", number: 1)]?.time(at: 1)?.shown.text == "45.20")
    log.void(first)
    #expect(
      try log.state().attempts[AttemptKey(competitor: "a", number: 1)]?.time(at: 1)?.shown.text == "45.30")
  }

  @Test func anActionVoidedWhileItWaitsNeverComes() throws {
    var (log, wrong) = try Self.race()
    let action = #""action":{"id":"move","parts":2}"#
    let first = try log.split("a", 600, "45.10", .manual, with: action)
    log.void(first)
    try log.split("b", 600, "45.15", .manual, with: action + #","replaces":[\#(wrong)]"#)
    let race = try log.state()
    #expect(race.attempts[AttemptKey(competitor: "a", number: 1)]?.time(at: 1)?.shown.text == "45.30")
    #expect(race.attempts[AttemptKey(competitor: "b", number: 1)]?.time(at: 1) == nil)
  }

  @Test func timesOfARaceOfUnknownKindCountOnceItsKindIsKnown() throws {
    var log = LogBuilder()
    log.inRace("race", #""kind":"slalom","distance":1000"#)
    log.pair(1, "a", "b")
    log.start(pair: 1)
    try log.split("a", 200, "18.00")
    log.announce()
    #expect(
      try log.state().attempts[AttemptKey(competitor: "a", number: 1)]?.time(at: 0)?.shown.text == "18.00")
  }
}
