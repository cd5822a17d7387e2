import BoardRuntime
import Testing

@Suite struct TransportTests {
  static let rungs = Array(Transport.ladder)

  @Test func theLadderGoesFromAnEighthTo64AndBackToExactly1() {
    var transport = Transport(duration: 1_000_000, now: 0)
    for _ in 0..<20 { transport.setRung(transport.rung - 1, now: 0) }
    var speeds = [transport.speedText]
    while transport.rung < 6 {
      transport.setRung(transport.rung + 1, now: 0)
      speeds.append(transport.speedText)
    }
    #expect(speeds == ["1/8×", "1/4×", "1/2×", "1×", "2×", "4×", "8×", "16×", "32×", "64×"])
    for _ in 0..<20 { transport.setRung(transport.rung + 1, now: 0) }
    #expect(transport.speedText == "64×")
    for _ in 0..<6 { transport.setRung(transport.rung - 1, now: 0) }
    #expect(transport.speedText == "1×" && transport.rung == 0)
  }

  @Test(arguments: rungs)
  func thePlayheadIsExactAtEverySpeed(rung: Int) {
    var transport = Transport(duration: 1 << 40, at: 1234, now: 777)
    transport.setRung(rung, now: 777)
    for elapsed: Int64 in [0, 1, 7, 8, 9_999, 10_000, 123_456_789] {
      let played = rung >= 0 ? elapsed * (1 << rung) : elapsed / (1 << -rung)
      #expect(transport.position(at: 777 + elapsed) == 1234 + played)
    }
  }

  @Test(arguments: rungs)
  func lookingOftenMakesNoDrift(rung: Int) {
    var transport = Transport(duration: 1 << 40, now: 0)
    transport.setRung(rung, now: 0)
    for now: Int64 in 0..<8000 { _ = transport.position(at: now) }
    #expect(transport.position(at: 8000) == (rung >= 0 ? 8000 << rung : 8000 >> -rung))
  }

  @Test(arguments: rungs)
  func theTimeOfAPlaceIsWhenThePlayheadGetsThere(rung: Int) throws {
    var transport = Transport(duration: 1 << 40, at: 50, now: 3)
    transport.setRung(rung, now: 3)
    for place: Int64 in [50, 51, 57, 113, 10_050, 999_999] {
      let time = try #require(transport.time(reaching: place))
      #expect(transport.position(at: time) >= place)
      #expect(time == 3 || transport.position(at: time - 1) < place)
    }
    #expect(transport.time(reaching: 49) == nil)
    #expect(transport.time(reaching: 1 << 41) == nil)
    transport.pause(now: 3)
    #expect(transport.time(reaching: 60) == nil)
  }

  @Test func pausedItStandsAndGoesOnFromThere() {
    var transport = Transport(duration: 100_000, now: 0)
    transport.togglePause(now: 5000)
    #expect(transport.isPaused && transport.position(at: 90_000) == 5000)
    transport.togglePause(now: 90_000)
    #expect(!transport.isPaused && transport.position(at: 91_000) == 6000)
    transport.pause(now: 92_000)
    transport.pause(now: 99_000)
    #expect(transport.isPaused && transport.position(at: 99_000) == 7000)
  }

  @Test(
    arguments: [(-1, 0), (0, 0), (40, 40), (100, 100), (101, 100), (Int64.max, 100), (Int64.min, 0)]
      as [(Int64, Int64)])
  func aSeekIsDrawnIntoTheLog(to wanted: Int64, position: Int64) {
    var transport = Transport(duration: 100, at: 50, now: 0)
    transport.pause(now: 0)
    transport.seek(to: wanted, now: 10)
    #expect(transport.position(at: 10) == position)
    #expect(Transport(duration: 100, at: wanted, now: 0).position(at: 0) == position)
  }

  @Test func itStopsAtTheEndAndStartsOverFromThere() {
    var transport = Transport(duration: 100_000, now: 0)
    transport.setRung(6, now: 0)
    #expect(transport.position(at: Int64.max) == 100_000)
    #expect(transport.isAtEnd(at: 2000) && !transport.isAtEnd(at: 1000))
    transport.pause(now: 2000)
    transport.togglePause(now: 2000)
    #expect(transport.position(at: 2000) == 0 && !transport.isPaused)
  }

  @Test func aClockThatStepsBackMovesNothing() {
    let transport = Transport(duration: 100, at: 50, now: 1000)
    #expect(transport.position(at: 900) == 50)
  }

  @Test(
    arguments: [
      ("1", 0), ("1.0", 0), ("2", 1), ("2×", 1), ("2x", 1), ("64", 6), ("0.5", -1), ("1/2", -1), ("1/4", -2),
      ("0.25", -2),
      ("0.125", -3), ("1/8", -3), ("1/8×", -3), ("3", nil), ("0", nil), ("-1", nil), ("128", nil),
      ("1/16", nil),
      ("", nil), ("x", nil), ("fast", nil), (" 2", nil),
    ] as [(String, Int?)])
  func aSpeedIsReadOnlyIfItIsOnTheLadder(text: String, rung: Int?) {
    #expect(Transport.rung(text) == rung)
  }
}
