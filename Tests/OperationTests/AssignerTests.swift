import LongTrack
import Operation
import Testing

/// Who a crossing is, from a first pair of juniors to a world record.
@Suite struct AssignerTests {
  @Test func theFastestLapsThatWereSkatedFit() throws {
    var script = try DeskScript(500)
    try script.start()
    try script.at(9.4, "inner")
    try script.at(9.6, "outer")
    try script.at(33.6, "outer")
    try script.at(34.1, "inner")
    #expect(script.times("li") == ["100 9.40", "500 33.60"])
    #expect(script.times("takagi") == ["100 9.60", "500 34.10"])
  }

  @Test func aFallInTheFirstPairDoesNotMakeTheNextTooFast() throws {
    var script = try DeskScript(1000)
    try script.start()
    try script.at(18.3, "inner")
    try script.at(18.4, "outer")
    try script.at(45.2, "inner")
    try script.at(82.2, "outer")
    try script.run("official anyway")
    try script.start()
    try script.at(18.3, "inner")
    try script.at(18.5, "outer")
    try script.at(45.2, "inner")
    try script.at(45.6, "outer")
    #expect(script.times("leerdam") == ["200 18.50", "600 45.20"])
    #expect(script.times("goetz") == ["200 18.30", "600 45.60"])
  }

  @Test func childrenMayComeBeforeMen() throws {
    var script = try DeskScript(500)
    try script.start()
    try script.at(19, "inner")
    try script.at(20, "outer")
    try script.at(79, "outer")
    try script.at(82, "inner")
    try script.run("official")
    try script.start()
    try script.at(11, "inner")
    try script.at(11.5, "outer")
    try script.at(36, "outer")
    try script.at(38, "inner")
    #expect(script.times("goetz") == ["100 11.00", "500 36.00"])
    #expect(script.times("leerdam") == ["100 11.50", "500 38.00"])
  }
}
