import BoardTestSupport
import LongTrack
import RaceLog
import Scoreboard
import Testing

@Suite struct VoidTests {
  @Test func aVoidTimeCountsNowhereAndIsRestoredByVoidingTheVoid() throws {
    var log = LogBuilder.pair()
    let split = try log.split("goetz", 600, "45.21")
    var void = log.void(split)
    for counts in [true, false, true, false] {
      #expect(try log.state().counted("goetz", 600) == (counts ? nil : "45.21"))
      void = log.void(void)
    }
  }

  @Test func whatIsVoidTwiceNeedsBothVoidsUndone() throws {
    var log = LogBuilder.pair()
    let split = try log.split("goetz", 600, "45.21")
    let voids = [log.void(split), log.void(split)]
    log.void(voids[0])
    #expect(try log.state().counted("goetz", 600) == nil)
    log.void(voids[1])
    #expect(try log.state().counted("goetz", 600) == "45.21")
  }

  /// An even number of voids in a chain leaves the time standing, an odd number does not.
  @Test(arguments: [1, 2, 3, 10, 999, 1000])
  func aChainOfVoidsEndsWithWhoeverSpokeLast(length: Int) throws {
    var log = LogBuilder.pair()
    var target = try log.split("goetz", 600, "45.21")
    for _ in 0..<length { target = log.void(target) }
    #expect(try log.state().counted("goetz", 600) == (length % 2 == 0 ? "45.21" : nil))
  }

  @Test func aThousandReplacementsLeaveTheNewest() throws {
    var log = LogBuilder.pair()
    var target = try log.split("goetz", 600, "45.0")
    for step in 1...1000 {
      let decimals = String(step + 1000).dropFirst()
      target = try log.split("goetz", 600, "45.\(decimals)", .manual, with: LogBuilder.replaces(target))
    }
    #expect(try log.state().counted("goetz", 600) == "45.000")
  }

  /// Ten thousand voids of one another, all of them undone at a stroke.
  @Test func aFallOfTenThousandVoidsDoesNotCrash() throws {
    var log = LogBuilder.pair()
    let split = try log.split("goetz", 600, "45.21")
    let voids = (0..<10_000).map { _ in log.void(split) }
    let list = voids.map(String.init).joined(separator: ",")
    log.add("message", #""text":"all wrong","replaces":[\#(list)]"#)
    #expect(try log.state().counted("goetz", 600) == "45.21")
  }

  @Test func theGunVoidedTakesItsTimesWithIt() throws {
    var log = LogBuilder.pair()
    try log.split("goetz", 600, "45.21")
    let void = log.void(5)
    #expect(try log.state().counted("goetz", 600) == nil)
    #expect(try log.state().runs.isEmpty)
    log.void(void)
    #expect(try log.state().counted("goetz", 600) == "45.21")
  }

  @Test func anEntryVoidedIsNobodyInTheRace() throws {
    var log = LogBuilder.pair()
    try log.skate("goetz", "17.91", "45.21", "1:14.457")
    try log.skate("han", "18.22", "45.84", "1:16.008")
    log.void(3)
    #expect(try log.state().ranking == ["1 han 1:16.00"])
    #expect(try log.state().places("han") == ["1/1", "1/1", "1/1"])
  }

  @Test func aStatusVoidedIsAsIfNeverSaid() throws {
    var log = LogBuilder.pair()
    log.void(log.status("goetz", "DNS", with: #""code":"X1","rank":20,"points":3,"fell":true"#))
    let race = try log.state()
    #expect(race.decisions.isEmpty)
    try log.split("goetz", 200, "17.91")
    #expect(try log.state().suspicions("goetz") == [nil])
  }

  /// A race announced again takes the place of the first; voided, it is gone with its times.
  @Test func aRaceReplacedKeepsItsSkaters() throws {
    var log = LogBuilder.pair()
    try log.split("goetz", 1000, "1:14.457")
    let again = log.announce(with: #""title":"Women 1000 m, second try""#)
    #expect(try log.state().title == "Women 1000 m, second try")
    #expect(try log.state().counted("goetz", 1000) == "1:14.457")
    log.void(again)
    #expect(try log.state().title == "Women 1000 m · A")
    log.void(2)
    #expect(try log.meet().race("w1000") == nil)
    #expect(try log.meet().races.isEmpty)
  }

  @Test func aMeetCannotBeVoided() throws {
    var log = LogBuilder.pair()
    log.void(1)
    log.add("message", #""text":"x","replaces":[1]"#)
    #expect(
      try log.issues() == Array(repeating: "a `meet` cannot be voided or replaced", count: 2))
    #expect(try log.meet().info?.name == "Meet")
  }
}
