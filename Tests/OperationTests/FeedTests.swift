import FoundationEssentials
import LongTrack
import Operation
import RaceLog
import Scoreboard
import Testing

/// Feeds: what fits is taken, what does not waits, nothing is dropped.
@Suite struct FeedTests {
  private func beam(_ lane: String, _ deviceTime: String, channel: String? = nil) -> String {
    let where_ = channel.map { #""channel":"\#($0)""# } ?? #""lane":"\#(lane)""#
    return #"{"type":"impulse","device":"timy",\#(where_),"deviceTime":"\#(deviceTime)"}"#
  }

  @Test func beamsFindTheirSkatersOnTheDevicesOwnClock() throws {
    var script = try DeskScript()
    try script.run("next")
    try script.run("arm")
    script.gun = script.now
    // The line delay of arrival is 30 to 80 ms; the race time does not know it.
    try script.feed(0.03, beam("", "23:59:50.0000", channel: "C0"))
    try script.feed(18.36, beam("outer", "00:00:08.3112"))
    try script.feed(18.44, beam("", "00:00:08.3900", channel: "C1"))
    #expect(script.times("takagi") == ["200 18.31"])
    #expect(script.times("li") == ["200 18.39"])
    try script.feed(45.39, beam("inner", "00:00:35.3556"))
    #expect(
      script.desk.race?.attempts[AttemptKey(competitor: "takagi", number: 1)]?.time(at: 1)?.text == "45.3556")
    #expect(script.waiting().isEmpty)
    #expect(try script.issues() == [])
  }

  @Test func aHandAndABeamAreOneCrossing() throws {
    var script = try DeskScript()
    try script.start()
    try script.at(18.42, "outer")
    try script.feed(18.47, beam("outer", "100.0000"))
    #expect(script.times("takagi") == ["200 18.47"])
    let attempt = script.desk.race?.attempts[AttemptKey(competitor: "takagi", number: 1)]
    #expect(attempt?.splits.map(\.source) == [.manual, .optical])
    #expect(script.waiting().isEmpty)
  }

  @Test func aGunByHandIsCorrectedByTheDevice() throws {
    var script = try DeskScript()
    try script.start()
    try script.feed(0.3, beam("", "50.0000", channel: "C0"))
    try script.feed(18.6, beam("inner", "68.3000"))
    #expect(script.times("li") == ["200 18.30"])
    #expect(script.desk.race?.runs.count == 1)
  }

  @Test func whatFitsNobodyWaitsAndOneKeyAssignsIt() throws {
    var script = try DeskScript()
    try script.start()
    try script.feed(5, beam("inner", "1005.0000"))
    #expect(script.waiting() == ["inner 5.00 nobody can be in the inner lane before 14.50"])
    try script.run("drop")
    #expect(script.waiting().isEmpty)
    try script.run("undo")
    #expect(script.waiting().count == 1)
    try script.run("redo")
    try script.at(18.3, "inner")
    try script.at(18.4, "outer")
    // LI is due in the outer lane at 600.
    try script.feed(45.2, beam("inner", "1045.2000"))
    try script.feed(45.6, beam("inner", "1045.6000"))
    #expect(script.times("takagi") == ["200 18.40", "600 45.20"])
    #expect(script.waiting() == ["inner 45.60 0.40 s after TAKAGI at 600 (double?)"])
    try script.run("assign li 600")
    #expect(script.times("li") == ["200 18.30", "600 45.60"])
    #expect(script.waiting().isEmpty)
  }

  @Test(arguments: ["edit li 200 18.25", "move li 200 takagi", "swap 200"])
  func aCorrectedSplitGivesItsImpulseBackToNobody(_ line: String) throws {
    var script = try DeskScript()
    try script.start()
    try script.feed(18.31, beam("inner", "18.3000"))
    try script.feed(18.41, beam("outer", "18.4000"))
    try script.run(line)
    #expect(script.waiting().isEmpty)
    try script.run("undo")
    #expect(script.waiting().isEmpty)
    #expect(script.times("li") == ["200 18.31"])
    try script.run("void li 200")
    #expect(script.waiting().count == 1)
    #expect(script.times("takagi") == ["200 18.41"])
  }

  @Test func splitsArePlacedAndSuspectOnesWait() throws {
    var script = try DeskScript()
    try script.start()
    try script.feed(
      18.4, #"{"type":"split","race":"w","competitor":"li","mark":200,"time":"18.30","source":"transponder"}"#
    )
    try script.feed(
      30, #"{"type":"split","race":"w","competitor":"li","mark":600,"time":"29.30","source":"optical"}"#)
    #expect(script.times("li") == ["200 18.30"])
    #expect(script.waiting() == ["LI 600 29.30: too fast since 200"])
    try script.run("accept")
    #expect(script.times("li") == ["200 18.30", "600 29.30"])
  }

  @Test func anythingElseWaitsForTheOperator() throws {
    var script = try DeskScript()
    try script.start()
    let line = #"{"type":"status","race":"w","competitor":"li","status":"DQ"}"#
    try script.feed(20, line)
    #expect(script.desk.race?.decisions.isEmpty == true)
    #expect(script.waiting() == ["timy: status li DQ"])
    try script.run("accept")
    #expect(script.desk.race?.decisions.count == 1)
    #expect(script.waiting().isEmpty)
    #expect(try script.run("undo") == "undone: status li DQ")
    #expect(script.desk.race?.decisions.isEmpty == true)
    #expect(script.waiting().count == 1)
    try script.run("redo")
    #expect(script.desk.race?.decisions.count == 1)
    #expect(script.waiting().isEmpty)
  }

  @Test func aTrustedFeedMaySayAnything() throws {
    let script = try DeskScript()
    var desk = Desk(
      script.desk.log, now: BootStamp(boot: "b", ticks: 0), wall: DeskScript.wall, trusted: ["timy"])
    try desk.receive(
      Data(#"{"type":"status","race":"w","competitor":"li","status":"DQ"}"#.utf8), from: "timy",
      at: desk.anchor.instant(10))
    #expect(desk.race?.decisions.count == 1)
  }

  @Test(arguments: [
    ("nonsense", "timy: not JSON: nonsense"),
    (
      #"{"type":"split","race":"x","competitor":"li","mark":200,"time":"18.30"}"#,
      #"timy: no race "x" in this log: {"type":"split","race":"x","competitor":"li","mark":200,"time":"18.30"}"#
    ),
    (#"{"type":"void","target":3}"#, "timy: void seq 3"),
    (
      #"{"type":"start","race":"w","pair":1}"#,
      #"timy: pair 1 has started already: {"type":"start","race":"w","pair":1}"#
    ),
  ])
  func whatIsWrongIsKeptAsItCame(_ line: String, _ text: String) throws {
    var script = try DeskScript()
    try script.start()
    try script.at(18.3, "inner")
    try script.feed(20, line)
    #expect(script.waiting() == [text])
    #expect(script.times("li") == ["200 18.30"])
  }

  @Test func theSameLogTwiceIsTakenOnce() throws {
    var script = try DeskScript()
    try script.start()
    let lines = [
      #"{"seq":1,"at":"2026-01-31T17:00:00Z","type":"meet","format":1,"log":"other","name":"N"}"#,
      #"{"seq":2,"at":"2026-01-31T17:00:00Z","type":"impulse","device":"timy","lane":"inner","deviceTime":"18.3"}"#,
      #"{"seq":3,"at":"2026-01-31T17:00:00Z","type":"split","race":"w","competitor":"takagi","mark":200,"time":"18.4","impulse":2}"#,
    ]
    for _ in 0..<2 { for line in lines { try script.feed(18.4, line) } }
    #expect(script.desk.feeds["timy"]?.duplicates == 2)
    #expect(script.desk.log.events.count == 12)
    guard case .split(let split) = script.desk.log.events[11].content else { throw LogProblem.notJSON }
    #expect(split.impulse == 10)
  }

  @Test func aFileThatIsReadAgainIsTakenOnce() throws {
    var script = try DeskScript()
    try script.start()
    for _ in 0..<2 { try script.feed(18.4, beam("inner", "18.3"), position: 7) }
    #expect(script.times("li").count == 1)
    #expect(script.desk.log.events.count == 11)
  }

  @Test func sourcesThatDisagreeAreShown() throws {
    var script = try DeskScript()
    try script.start()
    try script.feed(
      18.4, #"{"type":"split","race":"w","competitor":"li","mark":200,"time":"18.300","source":"optical"}"#)
    try script.feed(
      18.7,
      #"{"type":"split","race":"w","competitor":"li","mark":200,"time":"18.309","source":"transponder"}"#)
    #expect(script.waiting().isEmpty)
    try script.feed(
      18.8,
      #"{"type":"split","race":"w","competitor":"li","mark":200,"time":"18.311","source":"transponder"}"#)
    #expect(script.waiting() == ["LI 200: 18.300 optical, 18.311 transponder"])
    try script.run("accept")
    #expect(script.waiting().isEmpty)
    #expect(script.times("li") == ["200 18.30"])
  }

  /// A device that goes wild must not hold up the console, and nothing of it is lost.
  @Test func ofThousandsThatWaitTheNewestAreShownAndTheRestIsCounted() throws {
    var script = try DeskScript()
    try script.start()
    for index in 0..<2000 { try script.feed(1 + Double(index) / 1000, beam("inner", "100.0000")) }
    let (newest, more) = script.desk.waitingNow()
    #expect(newest.count == 50)
    #expect(more == 1950)
    let last = try #require(script.desk.log.events.last).seq
    #expect(newest.map(\.id) == (0..<50).map { .event(last - $0) })
    try script.run("drop")
    #expect(script.desk.waitingNow().more == 1949)
    #expect(script.desk.waitingNow().newest.first?.id == .event(last - 1))
    try script.run("undo")
    #expect(script.desk.waitingNow().more == 1950)
    #expect(script.desk.waitingNow().newest.first?.id == .event(last))
  }

  @Test func whatWouldBeDoneChangesNothing() throws {
    var script = try DeskScript()
    try script.start()
    script.now += 184_000
    let bytes = script.desk.log.bytes
    let text = script.desk.preview(try DeskCommand("outer"), at: script.instant)
    #expect(text == "TAKAGI 200: 18.40 by hand")
    #expect(script.desk.log.bytes == bytes)
    #expect(script.times("takagi") == [])
    #expect(try script.run("outer") == text)
  }

  @Test func aWildDeviceIsDroppedAtOneStrokeAndBroughtBackAtOne() throws {
    var script = try DeskScript()
    try script.start()
    for index in 0..<1200 { try script.feed(5, beam("inner", "1005.\(1000 + index)")) }
    try script.feed(6, #"{"type":"split","race":"w","competitor":"li","mark":200,"time":"5.00"}"#)
    #expect(try script.run("drop all test of the beams") == "dropped: all 1200")
    let left = script.waiting()
    // An action has at most 1000 lines, so these were two.
    try script.run("undo")
    #expect(script.desk.waitingNow().newest.count + script.desk.waitingNow().more == 200 + left.count)
    try script.run("undo")
    #expect(script.desk.waitingNow().newest.count + script.desk.waitingNow().more == 1200 + left.count)
    try script.run("redo")
    try script.run("redo")
    #expect(script.waiting() == left)
    #expect(throws: DeskError.noDecision) { try script.run("drop all") }
  }

  @Test func aGunOfAnotherPairWaitsAndKeepsItsMoment() throws {
    var script = try DeskScript()
    try script.start()
    try script.at(18.3, "inner")
    try script.feed(20, #"{"type":"start","race":"w","pair":2}"#)
    #expect(script.waiting() == [#"timy: pair 1 is on the ice: {"type":"start","race":"w","pair":2}"#])
    #expect(script.desk.onIce?.pair == 1)
    try script.at(25, "accept")
    let run = script.desk.race?.runs[HeatPlace(race: "w", pair: 2)]
    #expect(run?.zero == script.desk.anchor.instant(script.gun + 200_000).ticks)
  }

  @Test func anotherMachinesClockMovesNoTime() throws {
    var script = try DeskScript()
    try script.start()
    let received = Instant(ticks: script.instant.ticks + 30_000, zone: 0).text
    try script.feed(
      18.31,
      #"{"type":"impulse","device":"timy","lane":"inner","deviceTime":"100.0","received":"\#(received)"}"#)
    #expect(script.times("li") == ["200 18.31"])
  }

  @Test func aTimeThatCannotBeReadIsNoBetterThanAHand() throws {
    var script = try DeskScript()
    try script.start()
    try script.feed(18.31, #"{"type":"impulse","device":"x","lane":"inner","deviceTime":"?"}"#)
    try script.feed(18.45, #"{"type":"impulse","device":"y","lane":"outer","deviceTime":"10:00:00,5000"}"#)
    let race = script.desk.race
    #expect(race?.attempts[AttemptKey(competitor: "li", number: 1)]?.split(at: 0)?.source == .manual)
    #expect(race?.attempts[AttemptKey(competitor: "takagi", number: 1)]?.split(at: 0)?.source == .optical)
    #expect(script.times("takagi") == ["200 18.45"])
  }
}
