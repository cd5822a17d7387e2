import BoardTestSupport
import LongTrack
import RaceLog
import Scoreboard
import Testing

@Suite struct SourceTests {
  /// Sources and times in order of arrival at one mark, and the time that counts.
  @Test(
    arguments: [
      ([(.optical, "45.21"), (.transponder, "45.24")], "45.21"),
      ([(.transponder, "45.24"), (.optical, "45.21")], "45.21"),
      ([(.manual, "45.3"), (.transponder, "45.24")], "45.24"),
      ([(.transponder, "45.24"), (.manual, "45.3")], "45.24"),
      ([(.photofinish, "45.208"), (.optical, "45.21"), (.manual, "45.3")], "45.208"),
      ([(.optical, "45.21"), (.photofinish, "45.208")], "45.208"),
      ([(.optical, "45.21"), (.optical, "45.22")], "45.22"),
      ([(.optical, "45.22"), (.optical, "45.21")], "45.21"),
      ([(.optical, "45.21"), (.transponder, "45.24"), (.optical, "45.23")], "45.23"),
      ([(nil, "45.3"), (.manual, "45.4")], "45.4"), ([(.manual, "45.4"), (nil, "45.3")], "45.3"),
      ([(nil, "45.3"), (.transponder, "45.24")], "45.24"),
    ] as [([(Source?, String)], String)])
  func theBestSourceCountsAndOfEqualsTheNewest(arrivals: [(Source?, String)], counted: String) throws {
    var log = LogBuilder.pair()
    for (source, time) in arrivals { try log.split("goetz", 600, time, source) }
    let race = try log.state()
    #expect(race.counted("goetz", 600) == counted)
    #expect(race.suspicions("goetz") == Array(repeating: nil, count: arrivals.count))
  }

  @Test func aSourceNobodyKnowsCountsLeast() throws {
    var log = LogBuilder.pair()
    try log.split("goetz", 600, "45.24", .transponder)
    try log.split("goetz", 600, "45.20", nil, with: #""source":"lidar""#)
    #expect(try log.state().counted("goetz", 600) == "45.24")
    try log.split("goetz", 1000, "1:14.4", nil, with: #""source":"lidar""#)
    #expect(try log.state().counted("goetz", 1000) == "1:14.4")
  }

  @Test(arguments: [Source.photofinish, .optical, .transponder, .manual])
  func aCorrectionCountsWhateverItsSource(source: Source) throws {
    var log = LogBuilder.pair()
    let camera = try log.split("goetz", 600, "45.208", .photofinish)
    try log.split("goetz", 600, "45.31", source, with: LogBuilder.replaces(camera))
    try log.split("goetz", 600, "45.24", .optical)
    let race = try log.state()
    #expect(race.counted("goetz", 600) == "45.31")
    #expect(race.attempts[race.key("goetz")]?.split(at: 1)?.source == source)
  }

  /// Photo-finish comes after the finish: it is newer, and no source is better.
  @Test func aLaterPhotoFinishCountsAboveACorrection() throws {
    var log = LogBuilder.pair()
    let beam = try log.split("goetz", 1000, "1:14.46", .optical)
    try log.split("goetz", 1000, "1:14.47", .manual, with: LogBuilder.replaces(beam))
    try log.split("goetz", 1000, "1:14.457", .photofinish)
    #expect(try log.state().counted("goetz", 1000) == "1:14.457")
  }

  @Test func aCorrectionOfACorrectionCounts() throws {
    var log = LogBuilder.pair()
    let beam = try log.split("goetz", 600, "45.21")
    let first = try log.split("goetz", 600, "45.31", .manual, with: LogBuilder.replaces(beam))
    let second = try log.split("goetz", 600, "45.25", .manual, with: LogBuilder.replaces(first))
    #expect(try log.state().counted("goetz", 600) == "45.25")
    log.void(second)
    #expect(try log.state().counted("goetz", 600) == "45.31")
    log.void(first)
    #expect(try log.state().counted("goetz", 600) == "45.21")
  }

  /// The beam fired for the wrong lane; the operator gives the time to the right skater.
  @Test func aTimeOfTheWrongLaneIsMovedToTheRightOne() throws {
    var log = LogBuilder.pair()
    let wrong = try log.split("goetz", 600, "45.21")
    let moved = try log.split("han", 600, "45.21", .optical, with: LogBuilder.replaces(wrong))
    #expect(try log.state().counted("goetz", 600) == nil)
    #expect(try log.state().counted("han", 600) == "45.21")
    log.void(moved)
    #expect(try log.state().counted("goetz", 600) == "45.21")
    #expect(try log.state().counted("han", 600) == nil)
  }

  @Test func oneCorrectionTakesThePlaceOfSeveralTimes() throws {
    var log = LogBuilder.pair()
    let beams = [try log.split("goetz", 200, "18.8575"), try log.split("goetz", 200, "18.882")]
    let loop = try log.split(
      "goetz", 200, "18.86", .transponder, with: #""replaces":[\#(beams[0]),\#(beams[1])]"#)
    #expect(try log.state().counted("goetz", 200) == "18.86")
    log.void(loop)
    #expect(try log.state().counted("goetz", 200) == "18.882")
  }
}
