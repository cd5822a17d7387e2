import BoardTestSupport
import LongTrack
import RaceLog
import Scoreboard
import Testing

/// Which screen the operator chose for the public.
@Suite struct BoardChoiceTests {
  private func choice(_ log: LogBuilder) throws -> BoardChoice? {
    try log.meet().boardChoice(in: try log.read())
  }

  @Test func theLastChoiceStands() throws {
    var log = LogBuilder.pair()
    #expect(try choice(log) == nil)
    log.add("board", #""screen":"big","race":"w1000","competitor":"han""#)
    #expect(try choice(log)?.screen == "big")
    #expect(try choice(log)?.race == "w1000")
    #expect(try choice(log)?.competitor == "han")
    log.add("board", #""screen":"race""#)
    #expect(try choice(log)?.screen == "race")
    #expect(try choice(log)?.competitor == nil)
  }

  @Test func aVoidChoiceGivesWayToTheOneBefore() throws {
    var log = LogBuilder.pair()
    let first = log.add("board", #""screen":"start""#)
    let second = log.add("board", #""screen":"big""#)
    let void = log.void(second)
    #expect(try choice(log)?.screen == "start")
    log.void(first)
    #expect(try choice(log) == nil)
    log.void(void)
    #expect(try choice(log)?.screen == "big")
  }

  @Test func aReplacedChoiceDoesNotStand() throws {
    var log = LogBuilder.pair()
    let first = log.add("board", #""screen":"start""#)
    log.add("board", #""screen":"standings""#, LogBuilder.replaces(first))
    #expect(try choice(log)?.screen == "standings")
  }

  @Test func aChoiceOfAnUnknownRaceIsNone() throws {
    var log = LogBuilder.pair()
    log.add("board", #""screen":"big","race":"nowhere""#)
    #expect(try choice(log) == nil)
  }
}
