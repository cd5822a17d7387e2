import BoardRuntime
import Testing

/// The edge runs with the machine's clock, 1000 s ahead of it.
@Suite struct LiveTransportTests {
  private func edge(_ now: Int64) -> Int64 { now + 10_000_000 }

  private func moment(_ transport: LiveTransport, _ now: Int64) -> Int64 {
    transport.moment(edge: edge(now), now: now)
  }

  @Test func atTheEdgeItShowsTheNewestOrADelayBehind() {
    var transport = LiveTransport()
    #expect(moment(transport, 5) == edge(5))
    transport.setDelay(35_000)
    #expect(moment(transport, 5) == edge(5) - 35_000)
    #expect(transport.isLive && !transport.isPaused)
    transport.setDelay(-1)
    #expect(transport.delay == 0)
    transport.setDelay(.max)
    #expect(transport.delay == LiveTransport.longestDelay)
  }

  @Test func pausedItStandsAndGoesOnWhereItStood() {
    var transport = LiveTransport()
    transport.togglePause(edge: edge(0), now: 0)
    #expect(transport.isPaused && !transport.isLive)
    #expect(moment(transport, 240_000) == edge(0))
    transport.togglePause(edge: edge(240_000), now: 240_000)
    #expect(!transport.isPaused)
    #expect(moment(transport, 250_000) == edge(0) + 10_000)
  }

  @Test func whatStandsStandsWhateverTheDelay() {
    var transport = LiveTransport()
    transport.pause(edge: edge(0), now: 0)
    transport.setDelay(300_000)
    #expect(moment(transport, 10_000) == edge(0))
  }

  @Test func fasterItCatchesUpAndIsLiveAgain() {
    var transport = LiveTransport(delay: 10_000)
    transport.seek(to: edge(0) - 110_000, edge: edge(0), now: 0)
    transport.setRung(1, edge: edge(0), now: 0)
    #expect(transport.speedText == "2×")
    #expect(moment(transport, 50_000) == edge(0) - 10_000)
    transport.settle(edge: edge(50_000), now: 50_000)
    #expect(!transport.isLive)
    // Twice as fast it gains 10 s in 10 s, and the edge is 10 s behind the newest.
    #expect(moment(transport, 100_000) == edge(100_000) - 10_000)
    transport.settle(edge: edge(100_000), now: 100_000)
    #expect(transport.isLive && transport.rung == 0)
  }

  @Test func aDelaySetMeanwhileMovesNothing() {
    var transport = LiveTransport()
    transport.seek(to: edge(0) - 80_000, edge: edge(0), now: 0)
    transport.setDelay(300_000)
    transport.settle(edge: edge(10_000), now: 10_000)
    #expect(!transport.isLive && moment(transport, 10_000) == edge(10_000) - 80_000)
  }

  @Test func nothingGoesBeyondTheEdge() {
    var transport = LiveTransport()
    transport.setRung(3, edge: edge(0), now: 0)
    #expect(transport.isLive)
    transport.seek(to: edge(0) - 10, edge: edge(0), now: 0)
    transport.setRung(6, edge: edge(0), now: 0)
    #expect(moment(transport, 10_000_000) == edge(10_000_000))
    transport.seek(to: edge(0) + 1, edge: edge(0), now: 0)
    #expect(transport.isLive)
    transport.setRung(-2, edge: edge(0), now: 0)
    transport.settle(edge: edge(0), now: 0)
    #expect(!transport.isLive && transport.speedText == "1/4×")
    transport.follow()
    #expect(transport.isLive && transport.speedText == "1×")
  }

  @Test func itSaysWhenAMomentIsReached() {
    var transport = LiveTransport(delay: 35_000)
    #expect(transport.time(reaching: edge(0), edge: edge(0), now: 0) == 35_000)
    transport.seek(to: edge(0) - 100_000, edge: edge(0), now: 0)
    #expect(transport.time(reaching: edge(0) - 90_000, edge: edge(0), now: 0) == 10_000)
    transport.pause(edge: edge(0), now: 0)
    #expect(transport.time(reaching: edge(0) - 90_000, edge: edge(0), now: 0) == nil)
  }

  @Test(arguments: [("0", 0), ("3.5", 35_000), ("12", 120_000), ("600", 6_000_000), ("600.0", 6_000_000)])
  func aDelayIsTypedInSeconds(text: String, ticks: Int64) { #expect(LiveTransport.delay(text) == ticks) }

  @Test(arguments: [
    "", ".", "3.", ".5", "-1", "3.55", "600.1", "601", "1e3", "3,5", "soon", "99999999999999999999",
  ])
  func whatIsNoDelayIsNone(text: String) { #expect(LiveTransport.delay(text) == nil) }
}
