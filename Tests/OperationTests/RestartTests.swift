import LongTrack
import Operation
import RaceLog
import Scoreboard
import Testing

/// A run that was cleared has no part in the next one.
@Suite struct RestartTests {
  /// A beam at 18.30 s, cleared, and started again a minute later.
  private func restarted() throws -> DeskScript {
    var script = try DeskScript()
    try script.start()
    try script.feed(18.3, beam("118.3"))
    try script.at(20, "clear")
    try script.run("arm")
    script.now += 600_000
    try script.run("gun")
    script.gun = script.now
    return script
  }

  private func beam(_ time: String) -> String {
    #"{"type":"impulse","device":"timy","lane":"inner","deviceTime":"\#(time)"}"#
  }

  @Test func aBeamIsNotTheDoubleOfOneInTheRunBefore() throws {
    var script = try restarted()
    try script.at(18.4, "inner")
    try script.feed(18.45, beam("198.45"))
    #expect(script.waiting().isEmpty)
    let attempt = script.desk.race?.attempts[AttemptKey(competitor: "li", number: 1)]
    #expect(attempt?.split(at: 0)?.source == .optical)
  }

  @Test func nobodyDisagreesWithTheRunBefore() throws {
    var script = try restarted()
    try script.at(19.4, "inner")
    #expect(script.waiting().isEmpty)
    let rows = ConsoleState(&script.desk, now: script.instant).skaters.first?.rows
    #expect(rows?.map(\.time) == ["19.40"])
  }
}
