import FoundationEssentials
import LongTrack
import Operation
import RaceLog
import Scoreboard
import Testing

/// What a correction takes with it, and what it leaves.
@Suite struct CorrectionTests {
  private func beam(_ lane: String, _ t: Double, channel: String? = nil, device: String = "timy") -> String {
    let where_ = channel.map { #""channel":"\#($0)""# } ?? #""lane":"\#(lane)""#
    let text = "\(Int(t * 10_000) / 10_000)." + String(String(Int(t * 10_000) % 10_000 + 10_000).dropFirst())
    return #"{"type":"impulse","device":"\#(device)",\#(where_),"deviceTime":"\#(text)"}"#
  }

  @Test func aCorrectionDoesNotBringItsImpulseBack() throws {
    var script = try DeskScript(1000)
    try script.start()
    try script.feed(18.3, beam("inner", 118.3))
    try script.feed(18.5, beam("outer", 118.5))
    #expect(script.waiting() == [])
    try script.at(20, "swap 200")
    #expect(script.waiting() == [])
    try script.at(21, "edit li 200 18.6")
    #expect(script.waiting() == [])
    try script.run("undo")
    try script.run("undo")
    #expect(script.waiting() == [])
    try script.run("void li 200")
    #expect(script.waiting().count == 1)
  }

  @Test func aMoveTakesEveryMeasurementOfTheCrossing() throws {
    var script = try DeskScript(1000)
    try script.start()
    try script.at(18.35, "inner")
    try script.feed(18.4, beam("inner", 118.3))
    try script.at(19, "move li 200 takagi")
    #expect(script.times("li") == [])
    #expect(script.times("takagi") == ["200 18.40"])
  }

  @Test func aStatusIsOfTheAttemptItWasGivenTo() throws {
    var script = try DeskScript(1000)
    try script.start()
    try script.at(18.3, "inner")
    try script.at(45.3, "outer")
    try script.at(75.3, "inner")
    try script.run("reskate li")
    try script.run("call 4 anyway")
    for _ in 0..<2 {
      try script.run("arm")
      try script.run("gun")
      script.now += 50_000
      try script.run("falsestart li")
    }
    #expect(script.desk.race?.decisions[AttemptKey(competitor: "li", number: 2)]?.status == .dq)
    #expect(script.desk.race?.decisions[AttemptKey(competitor: "li", number: 1)] == nil)
  }

  @Test func aMarkLeftOpenMayStillBeDisputed() throws {
    var script = try DeskScript(1000)
    try script.start()
    try script.at(45.4, "split li 600 45.4")
    #expect(script.waiting() == ["LI has no time at 200"])
    try script.run("drop")
    #expect(script.waiting() == [])
    try script.run("split li 200 18.9")
    try script.feed(
      46, #"{"type":"split","race":"w","competitor":"li","mark":200,"time":"18.1","source":"optical"}"#)
    #expect(script.waiting().count == 1)
  }

  @Test func whatWasRefusedIsNotTakenBack() throws {
    var script = try DeskScript(1000)
    try script.start()
    try script.feed(10, #"{"type":"sprint","race":"w","lap":1,"order":["nobody"]}"#)
    #expect(throws: DeskError.self) { try script.run("accept") }
    #expect(script.desk.history.done.map(\.text) == ["call pair 1", "start pair 1"])
    #expect(try DeskScript.fresh(script.desk.log).history == script.desk.history)
  }

  @Test func nobodyStartsAgainInAPairThatHasStarted() throws {
    var script = try DeskScript(1000)
    try script.run("call 3")
    try script.run("arm")
    try script.run("gun")
    #expect(throws: DeskError.alreadyStarted(pair: 3)) { try script.run("reskate li 3 outer") }
  }
}
