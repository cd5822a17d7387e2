import LongTrack
import Operation
import RaceLog
import Scoreboard
import Testing

/// Keys tell the lane; the desk says who that is.
@Suite struct HandTimingTests {
  @Test func lanesSwapAtChangeUps() throws {
    var script = try DeskScript()
    try script.start()
    #expect(try script.at(18.315, "outer") == "TAKAGI 200: 18.31 by hand")
    #expect(try script.at(18.419, "inner") == "LI 200: 18.41 by hand")
    #expect(try script.at(45.351, "inner") == "TAKAGI 600: 45.35 by hand")
    #expect(try script.at(45.902, "outer") == "LI 600: 45.90 by hand")
    #expect(try script.at(74.440, "outer") == "TAKAGI 1000: 1:14.44 by hand")
    #expect(try script.at(75.000, "inner") == "LI 1000: 1:15.00 by hand")
    #expect(script.times("takagi") == ["200 18.31", "600 45.35", "1000 1:14.44"])
    #expect(script.times("li") == ["200 18.41", "600 45.90", "1000 1:15.00"])
    #expect(script.waiting().isEmpty)
    #expect(try script.issues().isEmpty)
  }

  @Test func aHundredthApartAreTwoSkaters() throws {
    var script = try DeskScript()
    try script.start()
    try script.at(18.30, "inner")
    try script.at(18.31, "outer")
    #expect(script.times("li") == ["200 18.30"])
    #expect(script.times("takagi") == ["200 18.31"])
  }

  @Test func aDoubleTapIsCaughtAndKept() throws {
    var script = try DeskScript()
    try script.start()
    try script.at(18.30, "inner")
    #expect(try script.at(18.60, "inner") == "kept to be decided: 0.30 s after LI at 200 (double?)")
    #expect(script.times("li") == ["200 18.30"])
    #expect(script.waiting() == ["inner 18.60 0.30 s after LI at 200 (double?)"])
    // The second tap was the right one.
    #expect(try script.run("accept") == "LI 200: 18.60")
    #expect(script.times("li") == ["200 18.60"])
    #expect(script.waiting().isEmpty)
  }

  @Test func aMissedMarkDoesNotShiftTheNext() throws {
    var script = try DeskScript()
    try script.start()
    try script.at(18.30, "inner")
    try script.at(18.31, "outer")
    try script.at(45.35, "inner")
    // Nobody pressed for LI at 600.
    #expect(try script.at(75.00, "inner") == "LI 1000: 1:15.00 by hand")
    #expect(script.waiting() == ["LI has no time at 600"])
    try script.run("split li 600 45.90 video")
    #expect(script.waiting().isEmpty)
  }

  @Test func theConsoleShowsWhoseAKeyWouldBeNow() throws {
    var script = try DeskScript()
    try script.start()
    func due(_ seconds: Double) -> [String] {
      script.now = script.gun + Int64(seconds * 10_000)
      return ConsoleState(&script.desk, now: script.instant).skaters.map { skater in
        skater.next.map { ($0.isDue ? "\($0.lane?.rawValue ?? ""): " : "") + $0.mark } ?? ""
      }
    }
    #expect(due(5) == ["200", "200"])
    #expect(due(18) == ["inner: 200", "outer: 200"])
    try script.at(18.30, "inner")
    // Both come in the outer lane next; the key is still the one's who is missing.
    #expect(due(20) == ["600", "outer: 200"])
    try script.at(20.30, "outer")
    #expect(due(22) == ["600", "600"])
    #expect(due(46) == ["outer: 600", "inner: 600"])
    try script.at(46, "outer")
    // Nobody pressed for the other: the key does not wait for a mark that is long past.
    #expect(due(75) == ["inner: 1000", "outer: 1000"])
  }

  @Test func aTimeThatCannotBeRightIsSaidAtOnce() throws {
    var script = try DeskScript()
    try script.start()
    try script.run("split li 200 18.30")
    #expect(
      try script.run("split li 600 30.00") == "LI 600: 30.00 by hand, does not count yet: to be decided")
    #expect(script.times("li") == ["200 18.30"])
  }

  @Test func aWrongLaneIsAskedAbout() throws {
    var script = try DeskScript()
    try script.start()
    try script.at(18.30, "inner")
    #expect(
      try script.at(18.40, "inner") == "kept to be decided: 0.10 s after LI at 200 (double?)")
    try script.at(45.0, "outer")
    #expect(script.times("li") == ["200 18.30", "600 45.00"])
    try script.run("assign #11 takagi 200")
    #expect(script.times("takagi") == ["200 18.40"])
  }

  @Test func withoutAGunNothingIsTimed() throws {
    var script = try DeskScript()
    #expect(throws: DeskError.nobodyOnIce) { try script.run("inner") }
    try script.run("next")
    #expect(throws: DeskError.notStarted(pair: 1)) { try script.run("inner") }
    #expect(throws: DeskError.notArmed) { try script.run("gun") }
    #expect(script.desk.log.events.count == 8)
  }

  @Test func thousandthsOfAHandDecideNothing() throws {
    var script = try DeskScript(500, pairs: [["a", "b"]])
    try script.start()
    try script.at(10.001, "inner")
    try script.at(10.009, "outer")
    try script.at(38.001, "outer")
    try script.at(38.009, "inner")
    #expect(script.desk.race?.standings.map(\.rank) == [1, 1])
  }
}
