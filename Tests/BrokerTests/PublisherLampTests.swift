import Operation
import Testing

@testable import Broker

@Suite struct PublisherLampTests {
  private var lamps = PublisherLamp()

  private mutating func lamp(
    left: Int, now: Int64, isConnected: Bool = true, unreadable: String? = nil, problem: BrokerProblem? = nil
  ) -> Lamp {
    lamps.lamp(left: left, isConnected: isConnected, unreadable: unreadable, problem: problem, now: now)
  }

  @Test mutating func whatIsOnItsWayForASecondIsBehind() {
    #expect(lamp(left: 0, now: 0, isConnected: false) == Lamp("NATS connecting"))
    #expect(lamp(left: 0, now: 100) == Lamp("NATS ok"))
    #expect(lamp(left: 2, now: 5000) == Lamp("NATS ok"))
    #expect(lamp(left: 2, now: 15_000) == Lamp("NATS ok"))
    #expect(!lamps.isCounting)
    #expect(lamp(left: 3, now: 15_001) == Lamp("NATS 3 behind"))
    #expect(lamps.isCounting)
    #expect(lamp(left: 0, now: 16_000) == Lamp("NATS ok"))
    // It counts from anew.
    #expect(lamp(left: 1, now: 17_000) == Lamp("NATS ok"))
    #expect(lamp(left: 1, now: 27_000) == Lamp("NATS ok"))
    #expect(lamp(left: 1, now: 27_001) == Lamp("NATS 1 behind"))
  }

  @Test mutating func whatIsWrongIsAnAlertHoweverLittleIsLeft() {
    let away = Lamp("NATS away: the connection to rink:4222 is cut", isAlert: true)
    #expect(lamp(left: 0, now: 0, isConnected: false, problem: .lost("rink:4222")) == away)
    #expect(lamp(left: 9, now: 50_000, isConnected: false, problem: .lost("rink:4222")) == away)
    #expect(!lamps.isCounting)
    #expect(
      lamp(left: 9, now: 60_000, isConnected: false, problem: .otherLog("m", asked: "n"))
        == Lamp("NATS: the address names n, the journal is m", isAlert: true))
    // The journal's own problem is the first.
    #expect(
      lamp(left: 9, now: 70_000, unreadable: "m.ndjson: gone.", problem: .lost("rink:4222"))
        == Lamp("NATS: m.ndjson: gone.", isAlert: true))
    // It has been behind all the while.
    #expect(lamp(left: 9, now: 70_001) == Lamp("NATS 9 behind"))
  }
}
