import Following
import Testing

@Suite struct BackoffTests {
  private func waits(_ count: Int, asked: Duration? = nil, chance: Double = 0) -> [Duration] {
    var backoff = Backoff()
    return (0..<count).map { _ in backoff.next(asked: asked, chance: chance) }
  }

  @Test func eachWaitIsTwiceTheOneBeforeUpToTenSeconds() {
    #expect(
      waits(8)
        == [250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000].map { Duration.milliseconds($0) })
  }

  @Test func chanceAddsUpToHalf() {
    #expect(waits(2, chance: 0.5) == [.microseconds(312_500), .milliseconds(625)])
    #expect(waits(1, chance: 7) == [.milliseconds(375)])
  }

  @Test func theServerIsNotAskedBeforeItWantsToBe() {
    #expect(waits(4, asked: .seconds(1)) == [1, 1, 1, 2].map { Duration.seconds($0) })
    #expect(waits(1, asked: .seconds(86_400)) == [.seconds(60)])
    #expect(waits(1, asked: .seconds(-1)) == [.milliseconds(250)])
  }

  @Test func whatComesMakesTheNextWaitShort() {
    var backoff = Backoff()
    for _ in 0..<5 { _ = backoff.next(asked: nil, chance: 0) }
    backoff.reset()
    #expect(backoff.next(asked: nil, chance: 0) == Backoff.first)
  }
}
