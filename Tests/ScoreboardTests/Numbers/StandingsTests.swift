import BoardTestSupport
import LongTrack
import RaceLog
import Scoreboard
import Testing

/// Finishing times, and the standings they make: rank, time, gap to the winner.
struct FinishCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let times: [(String, String)]
  let table: [String]

  static let all = [
    FinishCase(
      testDescription: "Sochi 2014, men 1500: gold by three thousandths",
      times: [
        ("verweij", "1:45.009"), ("brodka", "1:45.006"), ("morrison", "1:45.22"), ("yuskov", "1:45.37"),
      ],
      table: [
        "1 brodka 1:45.00(6) ", "2 verweij 1:45.00(9) ", "3 morrison 1:45.22 +0.22", "4 yuskov 1:45.37 +0.37",
      ]),
    FinishCase(
      testDescription: "PyeongChang 2018, men 1000: fourth and fifth by four thousandths",
      times: [
        ("nuis", "1:07.95"), ("lorentzen", "1:07.99"), ("oda", "1:08.568"), ("mantia", "1:08.564"),
        ("kim", "1:08.22"),
      ],
      table: [
        "1 nuis 1:07.95 ", "2 lorentzen 1:07.99 +0.04", "3 kim 1:08.22 +0.27", "4 mantia 1:08.56(4) +0.61",
        "5 oda 1:08.56(8) +0.61",
      ]),
    FinishCase(
      testDescription: "Salt Lake City 2025, men 1500: equal to the thousandth, the next rank is skipped",
      times: [("a", "1:42.934"), ("b", "1:42.934"), ("c", "1:43.001"), ("d", "1:42.000")],
      table: ["1 d 1:42.00 ", "2 a 1:42.93(4) +0.93", "2 b 1:42.93(4) +0.93", "4 c 1:43.00 +1.00"]),
    FinishCase(
      testDescription: "three at one hundredth, two of them equal",
      times: [("a", "37.918"), ("b", "37.912"), ("c", "37.9121"), ("d", "37.920")],
      table: ["1 b 37.91(2) ", "1 c 37.91(2) ", "3 a 37.91(8) ", "4 d 37.92 +0.01"]),
    FinishCase(
      testDescription: "a tie that hand times cannot decide is shared",
      times: [("a", "37.910"), ("b", "37.91"), ("c", "37.919"), ("d", "37.92")],
      table: ["1 a 37.91 ", "1 b 37.91 ", "1 c 37.91 ", "4 d 37.92 +0.01"]),
    FinishCase(
      testDescription: "tenths are hundredths that end in nought",
      times: [("a", "37.9"), ("b", "37.90"), ("c", "37.899")],
      table: ["1 c 37.89 ", "2 a 37.90 +0.01", "2 b 37.90 +0.01"]),
    FinishCase(
      testDescription: "a gap of over a minute",
      times: [("a", "7:15.001"), ("b", "8:16.110")], table: ["1 a 7:15.00 ", "2 b 8:16.11 +1:01.11"]),
    FinishCase(
      testDescription: "Kok, Kodaira and Golikova on 500 m: gaps of shown times",
      times: [("kodaira", "36.65"), ("golikova", "36.78"), ("kok", "36.09")],
      table: ["1 kok 36.09 ", "2 kodaira 36.65 +0.56", "3 golikova 36.78 +0.69"]),
    FinishCase(testDescription: "nobody", times: [], table: []),
  ]
}

@Suite struct StandingsTests {
  @Test(arguments: FinishCase.all)
  func timesMakeRanks(finish: FinishCase) throws {
    let standings = try LogBuilder.finishes(finish.times, 500).state().standings
    let table = try standings.map { row in
      let gap = row.behind.map { $0.hundredths == 0 ? "" : $0.text } ?? ""
      return try "\(#require(row.rank)) \(row.entry.competitor.id) \(#require(row.timeText)) \(gap)"
    }
    #expect(table == finish.table)
  }

  /// The board first shows both at 1:45.00, and the thousandths decide when the camera has been read.
  @Test func sochiIsDecidedByThePhotoFinish() throws {
    var log = LogBuilder()
    log.announce(1500)
    log.pair(17, "brodka", "verweij")
    log.start(pair: 17)
    try log.split("brodka", 1500, "1:45.00")
    try log.split("verweij", 1500, "1:45.00")
    #expect(try log.state().ranking == ["1 brodka 1:45.00", "1 verweij 1:45.00"])
    #expect(
      try ResultTable(log.state()).notices == [
        "w1000: 1:45.00 is shared: a time was given without thousandths"
      ])
    try log.split("brodka", 1500, "1:45.006", .photofinish)
    try log.split("verweij", 1500, "1:45.009", .photofinish)
    #expect(try log.state().ranking == ["1 brodka 1:45.00(6)", "2 verweij 1:45.00(9)"])
    #expect(try ResultTable(log.state()).notices == [])
  }

  @Test func aPhotoFinishMayTurnTheRaceRound() throws {
    var log = LogBuilder.pair()
    try log.split("goetz", 1000, "1:14.4506")
    try log.split("han", 1000, "1:14.4511")
    #expect(try log.state().ranking == ["1 goetz 1:14.45(0)", "2 han 1:14.45(1)"])
    try log.split("goetz", 1000, "1:14.453", .photofinish)
    try log.split("han", 1000, "1:14.449", .photofinish)
    #expect(try log.state().ranking == ["1 han 1:14.44", "2 goetz 1:14.45"])
  }

  /// Somebody without a rank makes no tie.
  @Test func theDisqualifiedTieWithNobody() throws {
    var log = try LogBuilder.finishes([("a", "37.912"), ("b", "37.918"), ("c", "37.92")], 500)
    log.status("a", "DQ")
    #expect(try log.state().ranking == ["1 b 37.91", "2 c 37.92", "- a 37.91 DQ"])
  }

  @Test func aRankFromOfficialsIsNotSharedWithAnEqual() throws {
    var log = try LogBuilder.finishes([("a", "1:07.001"), ("b", "1:07.011"), ("c", "1:07.011")])
    log.status("b", with: #""rank":7"#)
    #expect(try log.state().ranking == ["1 a 1:07.00", "2 c 1:07.01(1)", "7 b 1:07.01(1)"])
  }

  @Test func theLeaderIsTheBestOther() throws {
    let race = try LogBuilder.finishes([("a", "37.92"), ("b", "37.91"), ("c", "37.93")], 500).state()
    #expect(race.leader(besides: "c")?.entry.competitor.id == "b")
    #expect(race.leader(besides: "b")?.entry.competitor.id == "a")
  }

  @Test func anEstimatedFinishIsRankedAndSaysSo() throws {
    var log = LogBuilder.pair()
    try log.split("goetz", 1000, "1:14.4", .manual, with: #""estimated":true"#)
    let standing = try #require(log.state().standings.first)
    #expect(standing.isEstimated)
    #expect(standing.rank == 1)
  }
}
