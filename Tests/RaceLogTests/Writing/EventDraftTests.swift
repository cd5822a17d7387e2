import FoundationEssentials
import LongTrack
import RaceLog
import Testing

/// What is written is what is read.
@Suite struct EventDraftTests {
  static let at = Instant("2026-01-31T17:22:14.1234+01:00")

  /// What was read is another event than what was written.
  struct OtherType: Error {}

  private func read(_ draft: EventDraft) throws -> RaceEvent {
    try EventDecoder().decode(draft.line(seq: 7, at: #require(Self.at))).event
  }

  @Test func theLineIsAsDocumented() throws {
    let draft = EventDraft.split(
      "w1000", ("goetz", nil), at: .metres(600), time: try RaceTime("45.21"), source: .optical, impulse: 3)
    #expect(
      String(decoding: draft.line(seq: 7, at: try #require(Self.at)), as: UTF8.self)
        == #"{"seq":7,"at":"2026-01-31T17:22:14.1234+01:00","type":"split","race":"w1000","competitor":"goetz","mark":600,"time":"45.21","source":"optical","impulse":3}"#
    )
  }

  @Test func aCallWithoutMoreFields() throws {
    let event = try read(.call(HeatPlace(race: "a", pair: 2, group: 2)))
    guard case .call(let heat) = event.content else { throw OtherType() }
    #expect(heat == HeatPlace(race: "a", pair: 2, group: 2))
    #expect(event.at == Self.at)
  }

  @Test func aGunKeepsTheBootClock() throws {
    let clock = try #require(Instant("2026-01-31T17:22:10.5+01:00"))
    let boot = BootStamp(boot: "6f-1", ticks: 123_456_789)
    let heat = HeatPlace(race: "a", pair: 1)
    let event = try read(.start(heat, clock: clock, impulse: 4, boot: boot))
    guard case .start(let start) = event.content else { throw OtherType() }
    #expect(start.heat == heat && start.clock == clock && start.impulse == 4 && start.boot == boot)
  }

  @Test func notesAreKept() throws {
    var draft = EventDraft.void(3)
    draft.replaces = [1, 2]
    draft.action = EventNotes.Action(id: "swap-1", parts: 4)
    draft.origin = .sender("timy:17")
    draft.by = "operator"
    draft.reason = "line \"break\"\n\u{7}\u{1F600} \\ tab\t"
    let event = try read(draft)
    #expect(event.replaces == [1, 2])
    #expect(event.notes?.action == draft.action)
    #expect(event.notes?.origin == draft.origin)
    #expect(event.notes?.by == "operator")
    #expect(event.notes?.reason == draft.reason)
  }

  @Test func anOriginInAnotherLog() throws {
    var draft = EventDraft.message("x", isAlert: true, race: "a")
    draft.origin = .log("other", seq: 9)
    let event = try read(draft)
    #expect(event.notes?.origin == .log("other", seq: 9))
    guard case .message(let message) = event.content else { throw OtherType() }
    #expect(message.isAlert)
    #expect(message.race == "a")
  }

  @Test func halfLapsAndFlags() throws {
    let draft = EventDraft.split(
      "tp", ("ned", 2), at: .halfLaps(5), time: try RaceTime("1:14.4"), source: .manual, accepts: 5,
      isEstimated: true)
    guard case .split(let split) = try read(draft).content else { throw OtherType() }
    #expect(split.mark == .halfLaps(5))
    #expect(split.attempt == 2)
    #expect(split.accepts == 5)
    #expect(split.isEstimated)
    #expect(split.time.text == "1:14.4")
  }

  @Test func decisions() throws {
    let status = try read(
      .status("a", ("x", 2), change: .set(.dq), code: "T08", fell: true))
    guard case .status(let decision) = status.content else { throw OtherType() }
    #expect(decision.race == "a" && decision.competitor == "x" && decision.attempt == 2)
    #expect(decision.change == .set(.dq) && decision.code == "T08" && decision.fell == true)
    guard case .sprint(let sprint) = try read(.sprint("a", lap: 4, order: ["x", "y"])).content else {
      throw OtherType()
    }
    #expect(sprint.race == "a" && sprint.lap == 4 && sprint.order == ["x", "y"] && sprint.points == nil)
    guard case .official(let confirmation) = try read(.official("a")).content else {
      throw OtherType()
    }
    #expect(confirmation.race == "a" && confirmation.pair == nil && confirmation.group == nil)
    guard
      case .falseStart(_, let who) = try read(.falseStart(HeatPlace(race: "a", pair: 1), competitor: "x"))
        .content
    else { throw OtherType() }
    #expect(who == "x")
    guard case .board(let choice) = try read(.board(screen: "big", competitor: "x")).content else {
      throw OtherType()
    }
    #expect(choice.screen == "big" && choice.race == nil && choice.competitor == "x")
  }

  @Test func aProposalKeepsWhatArrived() throws {
    let line = #"{"type":"official","race":"a"}"#
    guard case .proposal(let proposal) = try read(.proposal(feed: "timy", line: line, problem: nil)).content
    else { throw OtherType() }
    #expect(proposal.feed == "timy" && proposal.line == line && proposal.problem == nil)
  }
}
