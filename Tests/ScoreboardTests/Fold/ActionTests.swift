import BoardTestSupport
import LongTrack
import RaceLog
import Scoreboard
import Testing

@Suite struct ActionTests {
  /// The two skaters of a pair swapped at 600 m: two voids and two splits, all or nothing.
  private func swap(missing: Bool = false) throws -> LogBuilder {
    var log = LogBuilder.pair()
    let goetz = try log.split("goetz", 600, "45.84")
    let han = try log.split("han", 600, "45.21")
    let action = LogBuilder.action("swap", 4)
    log.add("void", #""target":\#(goetz)"#, action)
    log.add("void", #""target":\#(han)"#, action)
    try log.split("goetz", 600, "45.21", with: action)
    if !missing { try log.split("han", 600, "45.84", with: action) }
    return log
  }

  private func times(_ log: LogBuilder) throws -> [String?] {
    let race = try log.state()
    return [race.counted("goetz", 600), race.counted("han", 600)]
  }

  @Test func linesOfAnActionTakeEffectTogether() throws {
    #expect(try times(swap(missing: true)) == ["45.84", "45.21"])
    #expect(try times(swap()) == ["45.21", "45.84"])
    #expect(try swap().issues() == [])
  }

  @Test func anUnfinishedActionCountsAsAbsentAndIsReported() throws {
    #expect(
      try swap(missing: true).issues() == ["action \"swap\" has 3 of 4 lines; it counts as absent"])
  }

  @Test(arguments: 8...11)
  func voidingOneLineOfAnActionVoidsAllOfIt(line: Int) throws {
    var log = try swap()
    let void = log.void(line)
    #expect(try times(log) == ["45.84", "45.21"])
    log.void(void)
    #expect(try times(log) == ["45.21", "45.84"])
  }

  @Test func replacingOneLineOfAnActionLeavesTheOthers() throws {
    var log = try swap()
    try log.split("han", 600, "45.90", .manual, with: LogBuilder.replaces(11))
    #expect(try times(log) == ["45.21", "45.90"])
  }

  /// A line that is no event never arrives, so its action stays unfinished.
  @Test func anActionWithABadLineCountsAsAbsent() throws {
    var log = try swap(missing: true)
    try log.split("han", 600, "45.84", with: LogBuilder.action("swap", 4) + #","attempt":"two""#)
    #expect(try times(log) == ["45.84", "45.21"])
    #expect(
      try log.issues() == [
        "action \"swap\" has 3 of 4 lines; it counts as absent", "`attempt` has to be a whole number",
      ])
  }

  /// One line that refers to nobody spoils the whole action.
  @Test func anActionWithARejectedLineChangesNothing() throws {
    var log = try swap(missing: true)
    try log.split("nobody", 600, "45.84", with: LogBuilder.action("swap", 4))
    #expect(try times(log) == ["45.84", "45.21"])
    #expect(try log.issues() == ["nobody with the id \"nobody\" is entered in race \"w1000\""])
  }

  @Test func anActionTakesNoFurtherLineAndNoOtherSize() throws {
    var log = try swap()
    try log.split("han", 200, "18.22", with: LogBuilder.action("swap", 4))
    try log.split("han", 200, "18.23", with: LogBuilder.action("swap", 5))
    #expect(try log.state().counted("han", 200) == nil)
    #expect(
      try log.issues() == [
        "action \"swap\" has all its lines already",
        "action \"swap\" has 5 parts here and 4 in its first line",
      ])
  }

  @Test func anActionOfOneLineTakesEffectAtOnce() throws {
    var log = LogBuilder.pair()
    try log.split("han", 200, "18.22", with: LogBuilder.action("one", 1))
    #expect(try log.state().counted("han", 200) == "18.22")
  }

  /// A line voided while its action is waiting does not count when the action is complete.
  @Test func whatWasVoidedBeforeItsActionIsCompleteStaysVoid() throws {
    var log = LogBuilder.pair()
    let status = log.status("goetz", "DNS", with: LogBuilder.action("a", 2))
    log.void(status)
    log.add("message", #""text":"x""#, LogBuilder.action("a", 2))
    #expect(try log.state().decisions[AttemptKey(competitor: "goetz", number: 1)]?.status == nil)
  }

  /// Nobody writes this on purpose, and it has to end all the same.
  @Test func anActionThatVoidsItselfEnds() throws {
    var log = LogBuilder.pair()
    let split = try log.split("goetz", 600, "45.21", with: LogBuilder.action("loop", 3))
    log.add("void", #""target":\#(split)"#, LogBuilder.action("loop", 3))
    log.add("void", #""target":\#(split + 1)"#, LogBuilder.action("loop", 3))
    #expect(try log.state().counted("goetz", 600) == nil)
  }
}
