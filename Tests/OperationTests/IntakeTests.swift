import FoundationEssentials
import Operation
import RaceLog
import Scoreboard
import Testing

/// What a desk says became of a line.
@Suite struct IntakeTests {
  private func say(_ script: inout DeskScript, _ line: String, isAnswered: Bool = true) throws -> Intake {
    try script.desk.receive(
      Data(line.utf8), from: "http", isAnswered: isAnswered, at: script.instant)
  }

  private static let beam =
    #"{"type":"impulse","device":"timy","lane":"inner","deviceTime":"100.0","origin":{"id":"x1"}}"#
  private static let message = #"{"type":"message","text":"hello","origin":{"id":"x2"}}"#

  @Test func aLineIsTakenOnceHoweverOftenItComes() throws {
    var script = try DeskScript()
    let seq = script.desk.log.nextSeq
    #expect(try say(&script, Self.beam) == .taken(seq: seq))
    #expect(try say(&script, Self.beam) == .duplicate(seq: seq))
    #expect(script.desk.log.nextSeq == seq + 1)
  }

  @Test func whatTakesPermissionWaitsOnce() throws {
    var script = try DeskScript()
    let seq = script.desk.log.nextSeq
    #expect(try say(&script, Self.message) == .waits(seq: seq, problem: nil))
    #expect(try say(&script, Self.message) == .duplicate(seq: seq))
    _ = try script.run("accept")
    #expect(try say(&script, Self.message) == .duplicate(seq: seq))
    #expect(script.desk.log.nextSeq == seq + 2)
  }

  @Test func whatIsNoEventIsTheSendersWhereTheSenderIsTold() throws {
    var script = try DeskScript()
    let seq = script.desk.log.nextSeq
    #expect(throws: DeskError.self) { try say(&script, "RT 45.86") }
    #expect(script.desk.log.nextSeq == seq)
    #expect(try say(&script, "RT 45.86", isAnswered: false) == .waits(seq: seq, problem: "not JSON"))
  }

  @Test func aSenderCannotSpeakForTheOperator() throws {
    var script = try DeskScript()
    let seq = script.desk.log.nextSeq
    let line = Self.beam.replacing("x1", with: "proposal:1")
    #expect(try say(&script, line) == .waits(seq: seq, problem: "its origin is a proposal of this desk"))
    #expect(script.desk.history.done.isEmpty)
  }

  @Test func aSignOfLifeIsHeard() throws {
    var script = try DeskScript()
    #expect(try say(&script, #"{"type":"heartbeat"}"#) == .heard)
    #expect(try say(&script, " ") == .heard)
  }

  @Test func whatHasNoEffectSaysWhy() throws {
    var script = try DeskScript()
    let seq = script.desk.log.nextSeq
    let line = #"{"type":"split","race":"w","competitor":"li","attempt":9,"mark":200,"time":"18.00"}"#
    let intake = try say(&script, line)
    guard case .rejected(seq, _) = intake else {
      Issue.record("a ninth attempt counts: \(intake)")
      return
    }
  }
}
