import Feeds
import Following
import FoundationEssentials
import RaceLog
import Testing

@Suite struct StreamPositionTests {
  private func event(_ id: String?, _ data: String = "{}", name: String = "message")
    -> EventStreamDecoder.Event
  {
    EventStreamDecoder.Event(name: name, data: Data(data.utf8), id: id)
  }

  private func line(_ text: String) -> StreamPosition.News { .line(Data((text + "\n").utf8)) }

  @Test func aSignOfLifeOfSomebodyWhoHearsNothingIsNone() throws {
    let at = try #require(Instant("2026-01-31T17:00:05+01:00"))
    var position = StreamPosition()
    func take(_ line: String) -> StreamPosition.News { position.take(event(nil, line, name: "heartbeat")) }
    #expect(take(Heartbeat.line(at: at, last: 3, silence: 30_000)) == .alive(at: at.ticks))
    #expect(take(Heartbeat.line(at: at, last: 3, silence: 31_000)) == .connected(at: at.ticks))
    #expect(
      take(Heartbeat.line(at: at, last: 3, silence: 1, problem: "a/b: \"gone\""))
        == .trouble(at: at.ticks, "a/b: \"gone\""))
  }

  @Test func newEventsAreLinesAndKnownOnesNothing() {
    var position = StreamPosition()
    #expect(position.id == nil)
    #expect(position.take(event("night:1", "a")) == line("a"))
    #expect(position.take(event("night:2", "b")) == line("b"))
    #expect(position.take(event("night:2", "b")) == .nothing)
    #expect(position.take(event("night:1", "a")) == .nothing)
    // The log itself may have left some out.
    #expect(position.take(event("night:9", "c")) == line("c"))
    #expect(position.id == "night:9")
  }

  @Test func anotherLogIsNotMixedIn() {
    var position = StreamPosition()
    #expect(position.take(event("a:b:1")) == line("{}"))
    #expect(position.take(event("a:2")) == .otherLog)
    #expect(position.id == "a:b:1")
    position.startOver()
    #expect(position.take(event("a:2")) == line("{}"))
  }

  @Test func theServerSaysThatTheLogIsAnotherOneUnderTheSameName() {
    var position = StreamPosition()
    let empty = position.digest
    #expect(position.take(event("a:1", "x")) == line("x"))
    #expect(position.digest.text == "08f0de07b58d2b17")
    #expect(position.take(event("", "{\"type\":\"restart\"}", name: "restart")) == .otherLog)
    position.startOver()
    #expect(position.digest == empty)
  }

  @Test(arguments: [
    nil, "", "7", "night:", ":7", "night:-1", "night:+1", "night:x", "night:99999999999999999999",
    "n\u{E4}cht:1",
    "a\u{1B}[2J:1", "a b:1", String(repeating: "x", count: 1025) + ":1",
  ])
  func whatCannotBeGoneOnFromIsLeftOut(id: String?) {
    var position = StreamPosition()
    #expect(position.take(event(id)) == .nothing)
    #expect(position.id == nil)
  }

  @Test func anEventIsOneLine() {
    var position = StreamPosition()
    #expect(position.take(event("night:1", "{\"a\":\n1}")) == line("{\"a\": 1}"))
    #expect(position.take(event("night:2", "")) == .nothing)
    #expect(position.id == "night:2")
    #expect(position.take(event("night:3", "no JSON")) == line("no JSON"))
    #expect(position.take(event("night:4", name: "advertisement")) == .nothing)
    #expect(position.id == "night:3")
  }

  @Test(
    arguments: [
      ("{\"at\":\"1970-01-01T00:00:01.5Z\",\"seq\":3}", 15_000),
      ("{\"type\":\"heartbeat\",\"at\":\"1970-01-01T01:00:02.0000+01:00\",\"seq\":3}", 20_000),
      ("{\"at\":\"yesterday\"}", nil), ("{}", nil), ("[", nil), ("{\"at\":7}", nil), ("", nil),
    ] as [(String, Int64?)])
  func aHeartbeatIsASignOfLifeWhateverItSays(data: String, at: Int64?) {
    var position = StreamPosition()
    #expect(position.take(event("night:9", data, name: "heartbeat")) == .alive(at: at))
    #expect(position.id == nil)
  }
}
