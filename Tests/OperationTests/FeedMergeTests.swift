import FoundationEssentials
import LongTrack
import Operation
import RaceLog
import Scoreboard
import Testing

/// Lines of others in the journal of this desk.
@Suite struct FeedMergeTests {
  private func beam(_ lane: String, _ t: Double, channel: String? = nil, device: String = "timy") -> String {
    let where_ = channel.map { #""channel":"\#($0)""# } ?? #""lane":"\#(lane)""#
    let text = "\(Int(t * 10_000) / 10_000)." + String(String(Int(t * 10_000) % 10_000 + 10_000).dropFirst())
    return #"{"type":"impulse","device":"\#(device)",\#(where_),"deviceTime":"\#(text)"}"#
  }

  @Test func undoTakesBackWhatAFeedAskedFor() throws {
    var script = try DeskScript(1000)
    try script.start()
    try script.at(18.35, "inner")
    try script.feed(20, #"{"type":"status","race":"w","competitor":"li","status":"DQ"}"#)
    try script.run("accept")
    try script.run("undo")
    #expect(script.desk.race?.decisions.isEmpty == true)
    #expect(script.times("li") == ["200 18.35"])
    #expect(script.waiting().count == 1)
    #expect(try script.issues() == [])
  }

  @Test func anOperatorElsewhereIsNotUndoneHere() throws {
    var script = try DeskScript(1000)
    try script.start()
    try script.feed(
      18.4, #"{"type":"split","race":"w","competitor":"li","mark":200,"time":"18.30","by":"operator"}"#,
      position: 3)
    try script.feed(
      18.4, #"{"type":"split","race":"w","competitor":"takagi","mark":200,"time":"18.30","by":"operator"}"#)
    #expect(script.desk.history.done.count == 2)
  }

  @Test func aLogAsAFeedGoesOnAfterARestart() throws {
    var script = try DeskScript(1000)
    try script.start()
    let lines = [
      #"{"seq":1,"at":"2026-01-31T17:00:00Z","type":"meet","format":1,"log":"other","name":"N"}"#,
      #"{"seq":2,"at":"2026-01-31T17:00:00Z","type":"impulse","device":"x","lane":"outer","deviceTime":"18.3"}"#,
      #"{"seq":3,"at":"2026-01-31T17:00:00Z","type":"split","race":"w","competitor":"takagi","mark":200,"time":"18.4","impulse":2}"#,
      #"{"seq":4,"at":"2026-01-31T17:00:00Z","type":"split","race":"w","competitor":"takagi","mark":200,"time":"18.5","replaces":[3]}"#,
      #"{"seq":5,"at":"2026-01-31T17:00:00Z","type":"void","target":4}"#,
    ]
    for (i, line) in lines.prefix(3).enumerated() { try script.feed(18.6, line, position: i) }
    var again = script
    again.desk = try DeskScript.fresh(script.desk.log)
    for (i, line) in lines.enumerated() { try again.feed(19, line, position: i) }
    #expect(again.times("takagi") == ["200 18.50"])
    #expect(again.waiting().count == 1)
    try again.run("accept")
    #expect(again.times("takagi") == ["200 18.60"])
  }

  @Test func whateverComesIsKept() throws {
    var script = try DeskScript(1000)
    try script.start()
    try script.feed(3, String(repeating: "\u{1}", count: 20_000) + "x")
    #expect(script.waiting().count == 1)
    let huge = #"{"type":"message","text":""# + String(repeating: "é", count: 30_000) + #""}"#
    try script.feed(4, huge)
    #expect(script.waiting().count == 2)
    try script.feed(
      5,
      #"{"type":"impulse","device":"x","deviceTime":"1.0","raw":""# + String(repeating: "a", count: 65_420)
        + #""}"#)
    #expect(script.waiting().count == 3)
  }

  @Test func aDuplicateLeavesNoGap() throws {
    var script = try DeskScript(1000)
    try script.start()
    for _ in 0..<3 { try script.feed(18.4, beam("inner", 118.3), position: 7) }
    try script.at(18.8, "outer")
    #expect(try script.issues() == [])
  }

  @Test func aFieldIsWrittenOnce() throws {
    var script = try DeskScript(1000)
    try script.start()
    try script.feed(1, #"{"seq":7,"at":"2026-01-31T17:00:00Z","type":"message","text":"x"}"#)
    let clock = script.desk.anchor.instant(script.gun + 1000).text
    try script.feed(
      2, #"{"type":"start","race":"w","pair":1,"replaces":null,"clock":"\#(clock)","received":null}"#)
    #expect(try script.issues() == [])
    let last = String(decoding: script.desk.log.bytes, as: UTF8.self).split(separator: "\n").last ?? ""
    #expect(last.split(separator: "\"replaces\"").count == 2)
  }

  @Test func anActionOfAnotherDeskIsNotMixedWithOurs() throws {
    var script = try DeskScript(1000)
    try script.start()
    try script.at(18.3, "inner")
    try script.at(18.4, "outer")
    let next = script.desk.log.nextSeq + 1
    try script.feed(
      19,
      #"{"type":"split","race":"w","competitor":"li","mark":600,"time":"45.30","action":{"id":"desk-\#(next)","parts":3},"by":"operator"}"#
    )
    try script.run("swap 200")
    #expect(script.times("li") == ["200 18.40"])
    try script.run("undo")
    #expect(script.times("li") == ["200 18.30"])
  }
}
