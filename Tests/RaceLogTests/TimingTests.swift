import LongTrack
import RaceLog
import Testing

@Suite struct TimingTests {
  private let heat = HeatPlace(race: "r", pair: 3, group: 2)

  @Test func aSplitHasAllItsFields() throws {
    let event = try decode(
      "split",
      #""race":"r","competitor":"a","attempt":2,"mark":600,"time":"45.2101","source":"photofinish","impulse":4,"estimated":true,"accepts":5"#
    )
    guard case .split(let split) = event.content else { throw LogProblem.notJSON }
    #expect([split.race, split.competitor] == ["r", "a"])
    #expect(split.attempt == 2)
    #expect(split.mark == .metres(600))
    #expect(split.time.text == "45.2101")
    #expect(split.source == .photofinish)
    #expect(split.impulse == 4)
    #expect(split.isEstimated)
    #expect(split.accepts == 5)
  }

  @Test func aBareSplitWasTimedByHand() throws {
    let event = try decode("split", #""race":"r","competitor":"a","lap":2.5,"time":"45.2""#)
    guard case .split(let split) = event.content else { throw LogProblem.notJSON }
    #expect(split.source == .manual)
    #expect(split.mark == .halfLaps(5))
    #expect(!split.isEstimated)
    #expect(split.attempt == nil)
    #expect(split.accepts == nil)
  }

  @Test func aPassingHasAllItsFields() throws {
    let event = try decode(
      "passing",
      #""race":"r","competitor":"a","attempt":1,"position":944.79,"time":"1:12.4524","speed":13.259,"source":"transponder""#
    )
    guard case .passing(let passing) = event.content else { throw LogProblem.notJSON }
    #expect(passing.position == 944_790)
    #expect(passing.speed == 13_259)
    #expect(passing.time.ticks == 724_524)
    #expect(passing.source == .transponder)
    #expect(passing.attempt == 1)
  }

  @Test func anImpulseHasAllItsFields() throws {
    let event = try decode(
      "impulse",
      #""device":"MT1","channel":3,"lane":"inner","deviceTime":"23:59:59.99991","received":"2026-01-31T17:00:01Z","raw":"c1M""#
    )
    guard case .impulse(let impulse) = event.content else { throw LogProblem.notJSON }
    #expect([impulse.device, impulse.deviceTime] == ["MT1", "23:59:59.99991"])
    #expect([impulse.channel, impulse.raw] == ["3", "c1M"])
    #expect(impulse.lane == .inner)
    #expect(impulse.received == Instant("2026-01-31T17:00:01Z"))
  }

  @Test func aStartHasAllItsFields() throws {
    let event = try decode(
      "start", #""race":"r","pair":3,"group":2,"clock":"2026-01-31T17:00:00.123Z","impulse":6"#)
    guard case .start(let start) = event.content else { throw LogProblem.notJSON }
    #expect(start.heat == heat)
    #expect(start.clock == Instant("2026-01-31T17:00:00.123Z"))
    #expect(start.impulse == 6)
  }

  @Test func aChangeUpHasAllItsFields() throws {
    let event = try decode(
      "changeUp",
      #""race":"r","pair":3,"group":2,"number":1,"position":400,"time":"31.5","first":"li","outcome":"yielded","competitor":"takagi""#
    )
    guard case .changeUp(let report) = event.content else { throw LogProblem.notJSON }
    #expect(report.heat == heat)
    #expect(report.number == 1)
    #expect(report.position == 400_000)
    #expect(report.time?.text == "31.5")
    #expect([report.first, report.competitor] == ["li", "takagi"])
    #expect(report.outcome == .yielded)
    let bare = try decode("changeUp", #""race":"r","pair":3,"number":1"#)
    guard case .changeUp(let clear) = bare.content else { throw LogProblem.notJSON }
    #expect(clear.outcome == .clear)
  }

  @Test func aStatusHasAllItsFields() throws {
    let event = try decode(
      "status",
      #""race":"r","competitor":"a","attempt":2,"status":"DQ","code":"T08","fell":true,"rank":20,"points":21.5"#
    )
    guard case .status(let decision) = event.content else { throw LogProblem.notJSON }
    #expect(decision.change == .set(.dq))
    #expect(decision.attempt == 2)
    #expect(decision.code == "T08")
    #expect(decision.fell == true)
    #expect(decision.rank == 20)
    #expect(decision.points == 21.5)
  }

  @Test(arguments: [("\"status\":\"none\",", true), ("", false)])
  func noneIsNotTheSameAsNothing(field: String, removes: Bool) throws {
    let event = try decode("status", field + #""race":"r","competitor":"a""#)
    guard case .status(let decision) = event.content else { throw LogProblem.notJSON }
    #expect(decision.change == (removes ? .remove : nil))
    #expect(decision.fell == nil)
  }

  @Test func theOtherEventsHaveAllTheirFields() throws {
    if case .call(let place) = try decode("call", #""race":"r","pair":3,"group":2"#).content {
      #expect(place == heat)
    } else {
      Issue.record("no call")
    }
    if case .clear(let place) = try decode("clear", #""race":"r","pair":3,"group":2"#).content {
      #expect(place == heat)
    } else {
      Issue.record("no clear")
    }
    let falseStart = try decode("falseStart", #""race":"r","pair":3,"group":2,"competitor":"a""#)
    if case .falseStart(let place, let competitor) = falseStart.content {
      #expect(place == heat)
      #expect(competitor == "a")
    } else {
      Issue.record("no falseStart")
    }
    if case .sprint(let sprint) = try decode(
      "sprint", #""race":"r","lap":4,"order":["a","b"],"points":[3,2.5]"#
    ).content {
      #expect(sprint.lap == 4)
      #expect(sprint.order == ["a", "b"])
      #expect(sprint.points == [3, 2.5])
    } else {
      Issue.record("no sprint")
    }
    if case .official(let official) = try decode("official", #""race":"r","pair":3,"group":2"#).content {
      #expect([official.pair, official.group] == [3, 2])
    } else {
      Issue.record("no official")
    }
    if case .void(let target) = try decode("void", #""target":42"#).content {
      #expect(target == 42)
    } else {
      Issue.record("no void")
    }
    if case .message(let message) = try decode("message", #""text":"t","level":"alert","race":"r""#).content {
      #expect([message.text, message.race] == ["t", "r"])
      #expect(message.isAlert)
    } else {
      Issue.record("no message")
    }
    if case .board(let board) = try decode("board", #""screen":"big","race":"r","competitor":"a""#).content {
      #expect([board.screen, board.race, board.competitor] == ["big", "r", "a"])
    } else {
      Issue.record("no board")
    }
  }
}
