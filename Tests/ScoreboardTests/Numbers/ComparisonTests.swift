import BoardTestSupport
import LongTrack
import RaceLog
import Scoreboard
import Testing

@Suite struct ComparisonTests {
  /// Takagi is 0.14 behind Goetz with a lap to go and beats her by a hundredth.
  @Test func takagiBeatsGoetzByAHundredth() throws {
    var log = try LogBuilder.beijing()
    try log.split("takagi", 200, "17.94")
    try log.split("takagi", 600, "45.35")
    var race = try log.state()
    #expect(race.comparison(.leader, for: race.key("takagi"))?.label == "leader goetz")
    #expect(race.deltas("takagi", .leader) == ["+0.03", "+0.14 ▼0.11", nil])
    #expect(race.deltas("takagi", .best) == ["+0.03", "+0.25 ▼0.22", nil])
    try log.split("takagi", 1000, "1:14.444", .photofinish)
    race = try log.state()
    #expect(race.deltas("takagi", .leader) == ["+0.03", "+0.14 ▼0.11", "−0.01 ▲0.15"])
    #expect(race.deltas("goetz", .leader) == ["−0.03", "−0.14 ▲0.11", "+0.01 ▼0.15"])
    #expect(race.deltas("leerdam", .leader) == ["+0.05", "−0.25 ▲0.30", "+0.44 ▼0.69"])
    #expect(race.comparison(.leader, for: race.key("leerdam"))?.label == "leader takagi")
    #expect(race.places("takagi") == ["2/5", "3/5", "1/5"])
  }

  /// Leerdam is the fastest of all at 600 m and finishes behind Goetz: two comparisons, both true.
  @Test func bestAtMarkIsNotTheLeader() throws {
    let race = try LogBuilder.beijing().state()
    let key = race.key("takagi")
    let best = try #require(race.comparison(.best, for: key))
    let leader = try #require(race.comparison(.leader, for: key))
    #expect(best.times.map { $0?.text } == ["17.91", "45.10", "1:14.457"])
    #expect(leader.times.map { $0?.text } == ["17.91", "45.21", "1:14.457"])
    #expect(best.label == "best goetz at 200")
    #expect(best.run == nil)
    #expect(leader.run == race.key("goetz"))
  }

  /// Deltas at the marks are the sums of what was lost and gained between them.
  @Test(arguments: ["goetz", "han", "leerdam", "bowe"], [ComparisonChoice.leader, .best, .pair])
  func deltasAddUp(skater: String, choice: ComparisonChoice) throws {
    let race = try LogBuilder.beijing().state()
    let comparison = try #require(race.comparison(choice, for: race.key(skater)))
    let deltas = try (0..<3).map { try #require(race.delta(of: race.key(skater), at: $0, to: comparison)) }
    #expect(deltas[0].trend == nil)
    let trends = try deltas.dropFirst().map { try #require($0.trend).hundredths }
    #expect(deltas[0].gap.hundredths + trends.reduce(0, +) == deltas[2].gap.hundredths)
  }

  @Test func bothOfAPairAreComparedAnewWhenTheSecondPasses() throws {
    var log = LogBuilder.pair()
    try log.split("han", 200, "18.22")
    #expect(try log.state().deltas("han", .best) == [])
    #expect(try log.state().places("han") == ["1/1", nil, nil])
    try log.split("goetz", 200, "17.91")
    let race = try log.state()
    #expect(race.deltas("han", .best).first == "+0.31")
    #expect(race.deltas("goetz", .best).first == "−0.31")
    #expect(race.deltas("han", .pair).first == "+0.31")
    #expect(race.places("han").first == "2/2")
    #expect(race.deltas("han", .leader) == [])
  }

  /// Gap at the mark and since the mark before, in hundredths, and what it means.
  @Test(
    arguments: [
      ("17.80", "45.00", .aheadGaining, "−0.21 ▲0.10"), ("17.80", "45.10", .aheadGaining, "−0.11 =0.00"),
      ("17.80", "45.20", .aheadLosing, "−0.01 ▼0.10"), ("18.00", "45.25", .behindGaining, "+0.04 ▲0.05"),
      ("18.00", "45.30", .behindLosing, "+0.09 =0.00"), ("18.00", "45.35", .behindLosing, "+0.14 ▼0.05"),
      ("18.00", "45.21", .level, "=0.00 ▲0.09"), ("17.8", "45.2149", .level, "=0.00 ▼0.11"),
    ] as [(String, String, Situation, String)])
  func fourSituationsCanBeToldApart(
    opening: String, split: String, situation: Situation, text: String
  ) throws {
    var log = try LogBuilder.beijing()
    try log.split("takagi", 200, opening)
    try log.split("takagi", 600, split)
    let race = try log.state()
    let leader = try #require(race.comparison(.leader, for: race.key("takagi")))
    #expect(race.delta(of: race.key("takagi"), at: 1, to: leader)?.situation == situation)
    #expect(race.deltas("takagi", .leader)[1] == text)
  }

  @Test(
    arguments: [
      (.worldRecord, "WR BOWE", ["−0.20", "+0.10 ▼0.30", "+2.85 ▼2.75"]),
      (.olympicRecord, "OR", [nil, nil, "+1.27"]), (.trackRecord, "TR", [nil, "=0.00", "−0.55 ▲0.55"]),
      (.nationalRecord, "NR", [nil, nil, "+3.45"]), (.personalBest, "PB", [nil, nil, "+1.55"]),
      (.seasonBest, "SB", [nil, nil, "−0.05"]), (.last, "last race", ["−0.09", nil, "−1.55"]),
      (.schedule, "schedule PLAN", ["−0.09", "+0.21 ▼0.30", "+1.45 ▼1.24"]),
    ] as [(ComparisonChoice, String, [String?])])
  func recordsBestsAndPlansAreSomebodyElses(
    choice: ComparisonChoice, label: String, deltas: [String?]
  ) throws {
    var log = LogBuilder()
    log.announce()
    log.entry("goetz", pair: 8, .inner, with: #""best":"1:12.90","seasonBest":"1:14.50""#)
    for reference in [
      #""kind":"WR","name":"Brittany Bowe","time":"1:11.60","splits":{"200":"18.11","600":"45.11"}"#,
      #""kind":"OR","time":"1:13.18""#, #""kind":"TR","time":"1:15.00","splits":{"600":"45.21"}"#,
      #""kind":"NR","time":"1:11.00""#,
      #""kind":"last","competitor":"goetz","time":"1:16.00","splits":{"200":"18.00"}"#,
      #""kind":"schedule","name":"PLAN","time":"1:13.0","splits":{"200":"18.0","600":"45.0"}"#,
    ] { log.inRace("reference", reference) }
    log.start(pair: 8)
    try log.skate("goetz", "17.91", "45.21", "1:14.45")
    let race = try log.state()
    #expect(race.deltas("goetz", choice) == deltas)
    #expect(race.comparison(choice, for: race.key("goetz"))?.label == label)
  }

  @Test func onlyComparisonsWithAValueAreOffered() throws {
    var log = LogBuilder.pair()
    #expect(try log.state().comparisons(for: AttemptKey(competitor: "goetz", number: 1)) == [.pair])
    log.inRace("reference", #""kind":"PB","competitor":"han","time":"1:15.00""#)
    try log.skate("han", "18.22", "45.84", "1:16.008")
    let race = try log.state()
    #expect(race.comparisons(for: race.key("goetz")) == [.leader, .best, .pair])
    #expect(race.comparisons(for: race.key("han")) == [.pair, .personalBest])
  }

  /// Pairs of measured times at 600 m and the places they give: thousandths decide, finer ones do not.
  @Test(
    arguments: [
      (["45.210", "45.214", "45.21"], ["1/3", "1/3", "1/3"]),
      (["45.210", "45.214", "45.210"], ["1/3", "3/3", "1/3"]),
      (["45.2141", "45.2149", "45.300"], ["1/3", "1/3", "3/3"]),
      (["45.3", "45.2", "45.1"], ["3/3", "2/3", "1/3"]),
    ])
  func placesAtAMarkAreDecidedByThousandths(times: [String], places: [String]) throws {
    var log = LogBuilder()
    log.announce()
    for (index, time) in times.enumerated() {
      log.entry("s\(index)", pair: index + 1, .inner)
      log.start(pair: index + 1)
      try log.split("s\(index)", 600, time)
    }
    let race = try log.state()
    #expect(times.indices.map { race.places("s\($0)")[1] } == places)
  }

  /// A split lost at 600 m: no lap is computed across the hole, the two laps are one.
  @Test func aLostSplitMakesOneLapOfTwo() throws {
    var log = try LogBuilder.beijing()
    try log.skate("takagi", "17.94", "1:14.444", marks: [200, 1000])
    let race = try log.state()
    let lap = try #require(race.lap(of: race.key("takagi"), at: 2))
    #expect(lap.time.size == "56.50")
    #expect(lap.marks == 2)
    #expect(race.lap(of: race.key("takagi"), at: 1) == nil)
    #expect(race.deltas("takagi", .leader) == ["+0.03", nil, "−0.01"])
    #expect(race.lap(of: race.key("goetz"), at: 2)?.time.size == "29.24")
  }
}
