import FoundationEssentials
import LongTrack
import Operation
import RaceLog
import Scoreboard
import Testing

/// Guns by hand and of devices, in any order.
@Suite struct GunTests {
  private func beam(_ lane: String, _ t: Double, channel: String? = nil, device: String = "timy") -> String {
    let where_ = channel.map { #""channel":"\#($0)""# } ?? #""lane":"\#(lane)""#
    let text = "\(Int(t * 10_000) / 10_000)." + String(String(Int(t * 10_000) % 10_000 + 10_000).dropFirst())
    return #"{"type":"impulse","device":"\#(device)",\#(where_),"deviceTime":"\#(text)"}"#
  }

  @Test func aSecondGunByHandDoesNotEndTheRun() throws {
    var script = try DeskScript(1000)
    try script.run("next")
    try script.run("arm")
    script.gun = script.now
    try script.feed(0.1, #"{"type":"start","race":"w","pair":1}"#)
    let zero = script.desk.race?.runs.values.first?.zero
    #expect(throws: DeskError.self) { try script.at(0.3, "gun") }
    #expect(script.desk.race?.runs.values.first?.zero == zero)
    #expect(script.desk.armed == nil)
  }

  @Test func whoLeavesTheIceIsNotArmed() throws {
    var script = try DeskScript(1000)
    try script.run("call 1")
    try script.run("call 2")
    try script.run("arm")
    try script.run("undo")
    #expect(script.desk.onIce?.pair == 1)
    #expect(script.desk.armed == nil)
  }

  @Test func aGunThatComesLateKeepsTheTimes() throws {
    var script = try DeskScript(1000)
    try script.start()
    try script.at(18.3, "inner")
    let clock = script.desk.anchor.instant(script.gun + 1000).text
    try script.feed(20, #"{"type":"start","race":"w","pair":1,"clock":"\#(clock)"}"#)
    #expect(script.times("li") == ["200 18.30"])
    #expect(try script.issues() == [])
  }

  @Test func aGunThatWasNotArmedStartsOnAWord() throws {
    var script = try DeskScript(1000)
    try script.run("next")
    script.gun = script.now
    try script.feed(0.05, beam("", 100, channel: "C0"))
    #expect(script.waiting() == ["a gun, and nothing was armed"])
    try script.at(5, "accept")
    try script.feed(18.4, beam("inner", 118.3))
    #expect(script.times("li") == ["200 18.30"])
  }

  @Test func aSecondGunIsNobodysSplit() throws {
    var script = try DeskScript(1000)
    try script.run("next")
    try script.run("arm")
    script.gun = script.now
    try script.feed(0.05, beam("", 100, channel: "C0"))
    try script.feed(18.4, beam("", 118.3, channel: "C0"))
    #expect(script.waiting() == ["a gun, and nothing was armed"])
    #expect(throws: DeskError.self) { try script.run("accept") }
    #expect(script.times("li") == [])
  }

  @Test func aDeviceMayBeSwitchedOffAndOn() throws {
    var script = try DeskScript(1000)
    try script.start()
    try script.feed(18.4, beam("inner", 5000 + 18.4))
    try script.feed(18.5, beam("outer", 5000 + 18.5))
    // Restarted: counts from zero.
    try script.feed(45.2, beam("inner", 3))
    #expect(script.times("takagi").last == "600 45.20")
  }
}
