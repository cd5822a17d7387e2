import BoardTestSupport
import LongTrack
import RaceLog
import Scoreboard
import Testing

/// The state is a fold of the events that count, and of nothing else (log format 5).
@Suite struct CountingTests {
  /// Numbers that look random and are the same each time.
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
  }

  /// A race of two whose marks are timed by several sources, with decisions after the finish. Lines that
  /// are not to count are voided at the end, or, in the other log, were messages from the start.
  private func log(_ seed: UInt64, leavesOut: Bool) throws -> LogBuilder {
    var dice = Dice(state: seed)
    var log = LogBuilder.pair()
    var out: [Int] = []
    func isOut(_ dice: inout Dice) -> Bool { dice.roll(3) == 0 }
    for mark in [200, 600, 1000] {
      for _ in 0..<12 {
        let id = ["goetz", "han"][dice.roll(2)]
        let source = Source.allCases[dice.roll(4)]
        let time = RaceTime(ticks: Int64(mark * 740 + dice.roll(60)), decimals: 3 + dice.roll(2)).text
        let isLeft = isOut(&dice)
        if isLeft { out.append(log.last + 1) }
        if isLeft, leavesOut {
          log.add("message", #""text":"""#)
        } else {
          try log.split(id, mark, time, source)
        }
      }
    }
    for _ in 0..<12 {
      let fields = [
        #""status":"DQ","code":"T08""#, #""status":"DNF""#, #""status":"none""#, #""fell":true"#,
        #""points":5"#,
        #""rank":9"#,
      ][dice.roll(6)]
      let id = ["goetz", "han"][dice.roll(2)]
      let isLeft = isOut(&dice)
      if isLeft { out.append(log.last + 1) }
      if isLeft, leavesOut { log.add("message", #""text":"""#) } else { log.status(id, with: fields) }
    }
    if leavesOut { return log }
    var undone: [Int] = []
    for seq in out {
      let void = log.void(seq)
      // Half of the voids are undone and said again.
      if dice.roll(2) == 0 { undone.append(void) }
    }
    for void in undone { log.void(log.void(log.void(void))) }
    for void in undone { log.void(log.void(void)) }
    for void in undone { log.void(void) }
    for seq in out { log.void(seq) }
    return log
  }

  @Test(arguments: UInt64(1)...20)
  func whatIsVoidIsAsIfItHadNeverBeenWritten(seed: UInt64) throws {
    let voided = try log(seed, leavesOut: false).state()
    let never = try log(seed, leavesOut: true).state()
    #expect(voided.standings == never.standings)
    #expect(voided.decisions == never.decisions)
    #expect(ResultTable(voided) == ResultTable(never))
    for id in ["goetz", "han"] {
      #expect(voided.places(id) == never.places(id))
      for choice in ComparisonChoice.allCases {
        #expect(voided.deltas(id, choice) == never.deltas(id, choice))
      }
    }
  }

  @Test func theRacesAreNotAllAlike() throws {
    let rankings = try (1...20).map { try log(UInt64($0), leavesOut: false).state().ranking }
    #expect(Set(rankings).count > 10)
  }
}
