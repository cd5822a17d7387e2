import BoardTestSupport
import LongTrack
import RaceLog
import Scoreboard
import Testing

@Suite struct ResultTableTests {
  private let head =
    "race,rank,pair,lane,id,name,nation,bib,attempt,time,behind,status,points,sprintPoints,laps,state,note"

  private func csv(_ log: LogBuilder) throws -> [String] {
    try ResultTable.csv([ResultTable(log.state())]).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  @Test func everyColumnHasItsPlace() throws {
    var log = LogBuilder()
    log.announce(with: #""gender":"women","division":"A""#)
    for (id, lane, who) in [
      ("goetz", "inner", #""name":"Kimi Goetz","nation":"USA","bib":"293""#),
      ("han", "outer", #""name":"Mei \"M\" Han, jr","nation":"CHN","bib":215"#),
    ] {
      log.inRace("entry", #""pair":8,"lane":"\#(lane)","competitor":{"id":"\#(id)",\#(who)}"#)
    }
    log.entry("dns", pair: 9, name: "N. N.")
    log.start(pair: 8)
    try log.split("goetz", 200, "17.91", .manual, with: #""estimated":true"#)
    try log.split("goetz", 600, "45.21", .manual, with: #""estimated":true"#)
    try log.split("goetz", 1000, "1:14.457", .photofinish)
    try log.split("han", 200, "18.229")
    try log.split("han", 1000, "1:16.008")
    log.status("han", with: #""fell":true"#)
    log.status("dns", "DNS", with: #""code":"W1""#)
    #expect(
      try csv(log) == [
        head + ",m200,m600,m1000",
        "w1000,1,8,inner,goetz,Kimi Goetz,USA,293,1,1:14.45,,,60,,,official,estimated 200 600,17.91,45.21,1:14.45",
        "w1000,2,8,outer,han,\"Mei \"\"M\"\" Han, jr\",CHN,215,1,1:16.00,+1.55,,54,,,provisional,fell,18.22,,1:16.00",
        "w1000,,9,,dns,N. N.,,,1,,,DNS,,,,provisional,W1,,,", "",
      ])
  }

  @Test(
    arguments: [
      (#""division":"A""#, ["60", "54", "54", "43"]), (#""division":"B""#, ["28", "24", "24", "17"]),
      (#""division":"A","cup":"none""#, ["", "", "", ""]), (#""cup":"World Cup""#, ["", "", "", ""]),
    ])
  func equalTimesGetTheFullPointsOfTheirRank(fields: String, points: [String]) throws {
    let log = try LogBuilder.finishes(
      [("a", "1:07.00"), ("b", "1:07.012"), ("c", "1:07.012"), ("d", "1:07.03")], with: fields)
    #expect(try ResultTable(log.state()).rows.map(\.pointsText) == points)
  }

  @Test func whatOfficialsEnterOverridesTheLadder() throws {
    var log = try LogBuilder.finishes([("a", "1:07.00"), ("b", "1:07.01")], with: #""division":"A""#)
    log.status("a", with: #""points":44"#)
    log.status("b", with: #""rank":7,"points":0.5"#)
    let rows = try ResultTable(log.state()).rows
    #expect(rows.map(\.pointsText) == ["44", "0.5"])
    #expect(rows.map(\.rank) == [1, 7])
  }

  @Test func theDisqualifiedHaveNoPoints() throws {
    var log = try LogBuilder.finishes([("a", "1:07.00"), ("b", "1:07.01")], with: #""division":"A""#)
    log.status("a", "DQ", with: #""code":"T08""#)
    let rows = try ResultTable(log.state()).rows
    #expect(rows.map(\.id) == ["b", "a"])
    #expect(rows.map(\.points) == [60, nil])
    #expect(rows.map(\.status) == [nil, "DQ"])
    #expect(rows.map(\.note) == ["", "T08"])
    #expect(rows.map(\.behind) == [nil, nil])
  }

  @Test func aReskateThatCountsIsMarked() throws {
    var log = try LogBuilder.finishes([("a", "1:07.50"), ("b", "1:07.40")])
    log.entry("a", pair: 3, .outer, attempt: 2)
    log.start(pair: 3)
    try log.split("a", 1000, "1:07.30", .photofinish)
    #expect(
      try csv(log).dropFirst().prefix(2) == [
        "w1000,1,3,outer,a,a,,,2,1:07.30,,,,,,official,RS,,,1:07.30",
        "w1000,2,2,inner,b,b,,,1,1:07.40,+0.10,,,,,official,,,,1:07.40",
      ])
  }

  @Test func severalRacesShareTheirMarkColumnsDistancesFirst() throws {
    var log = try LogBuilder.finishes([("a", "1:07.50")])
    log.race = "tp"
    log.inRace("race", #""kind":"teamSprint","laps":1"#)
    log.inRace("entry", #""pair":1,"lane":"crossing","competitor":{"id":"ned","name":"Netherlands"}"#)
    log.race = "m500"
    log.announce(500)
    let races = try log.meet().races
    #expect(
      ResultTable.csv(races.map { ResultTable($0) }) == """
        \(head),m100,m200,m500,m600,m1000,lap0.5,lap1
        w1000,1,1,inner,a,a,,,1,1:07.50,,,,,,official,,,,,,1:07.50,,
        tp,,1,crossing,ned,Netherlands,,,1,,,,,,,,,,,,,,,

        """)
    #expect(ResultTable.csv([]) == head + "\n")
  }
}
