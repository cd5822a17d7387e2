import FoundationEssentials
import LongTrack
import Operation
import RaceLog
import Scoreboard
import Testing

/// Two groups on the ice, with a gun each.
@Suite struct QuartetTests {
  private func quartet(_ distance: Int = 1000) throws -> DeskScript {
    var script = try DeskScript(distance, pairs: [])
    for (index, id) in ["li", "takagi", "goetz", "bowe"].enumerated() {
      try script.desk.enter(
        [
          .entry(
            Entry(
              race: "w", pair: 1, group: index / 2 + 1, place: .lane(index % 2 == 0 ? .inner : .outer),
              competitor: Competitor(id: id, name: id.uppercased() + " Given")))
        ], at: script.instant)
    }
    try script.run("call 1")
    try script.run("arm 1")
    try script.run("gun")
    script.gun = script.now
    script.now += 150_000
    try script.run("arm 2")
    try script.run("gun")
    return script
  }

  @Test func allFourAreToldApart() throws {
    var script = try quartet()
    try script.at(18.3, "inner")
    try script.at(18.5, "outer")
    try script.at(33.4, "inner")
    try script.at(33.5, "outer")
    try script.at(45.2, "inner")
    try script.at(45.6, "outer")
    try script.at(60.4, "outer")
    try script.at(60.5, "inner")
    #expect(script.times("li") == ["200 18.30", "600 45.60"])
    #expect(script.times("goetz") == ["200 18.40", "600 45.40"])
    #expect(script.times("bowe") == ["200 18.50", "600 45.50"])
  }

  @Test func anImpulseIsTimedByTheGunOfWhomItIsGivenTo() throws {
    var script = try quartet()
    try script.at(18.3, "inner")
    try script.at(18.35, "inner")
    #expect(script.waiting().count == 1)
    try script.run("assign goetz 200")
    #expect(script.times("goetz") == ["200 3.35"])
  }

  @Test func aMoveToTheOtherGroupGoesByItsGun() throws {
    var script = try quartet()
    try script.at(33.4, "split li 200")
    try script.at(34, "move li 200 goetz")
    #expect(script.times("goetz") == ["200 18.40"])
  }

  /// A junior of the first group finishes when a fast skater of the second one could.
  @Test func everybodyKeepsTheOwnPace() throws {
    var script = try quartet(500)
    try script.at(15.2, "inner")
    try script.at(15.6, "outer")
    try script.at(30.1, "inner")
    try script.at(30.9, "outer")
    try script.at(58.5, "outer")
    try script.at(61.7, "inner")
    try script.at(73.9, "outer")
    try script.at(77.9, "inner")
    #expect(script.times("li") == ["100 15.20", "500 58.50"])
    #expect(script.times("takagi") == ["100 15.60", "500 1:01.70"])
    #expect(script.times("goetz") == ["100 15.10", "500 58.90"])
    #expect(script.times("bowe") == ["100 15.90", "500 1:02.90"])
  }
}
