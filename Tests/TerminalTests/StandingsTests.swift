import FoundationEssentials
import ProgramFixtures
import ReplayFixtures
import Testing

/// `rinkside standings`, and own ladders.
@Suite struct StandingsTests {
  /// A race of three with its points, confirmed or not.
  private static func race(_ log: String, _ times: [(String, String)], isOfficial: Bool = true) -> [String] {
    let entries = times.enumerated().map { index, skater in
      #"{"type":"entry","race":"m500","pair":\#(index + 1),"lane":"inner","competitor":{"id":"\#(skater.0)","name":"Given \#(skater.0.uppercased())","nation":"NED"}}"#
    }
    let runs = times.enumerated().flatMap { index, skater in
      [
        #"{"type":"start","race":"m500","pair":\#(index + 1),"clock":"2024-01-01T00:00:00Z"}"#,
        #"{"type":"split","race":"m500","competitor":"\#(skater.0)","mark":500,"time":"\#(skater.1)","source":"photofinish"}"#,
      ]
    }
    return [
      #"{"type":"meet","format":1,"log":"\#(log)","name":"Cup"}"#,
      #"{"type":"race","race":"m500","kind":"individual","distance":500,"gender":"men","division":"A"}"#,
    ] + entries + runs + (isOfficial ? [#"{"type":"official","race":"m500"}"#] : [])
  }

  private static let first = race("one", [("ay", "34.10"), ("bee", "34.20"), ("sea", "34.30")])
  private static let second = race(
    "two", [("sea", "34.00"), ("bee", "34.50"), ("new", "35.00")], isOfficial: false)

  /// Both, as files.
  private static func logs(in scratch: Scratch) throws -> [String] {
    try [("one", first), ("two", second)].map { name, events in
      try scratch.file(name + ".ndjson", Data(Replays.text(events).utf8))
    }
  }

  @Test func twoLogsAreSummedAndWhoMovesIsShown() throws {
    let scratch = try Scratch()
    let logs = try Self.logs(in: scratch)
    let result = try Program.run(["standings"] + logs)
    #expect(
      result.output == """
        Men 500 m, as if Men 500 m · A ended now
        1. Men 500 m · A (one)
        2. Men 500 m · A (two): not over

        rank  move  name       nat  1.  2.  points
           1    ▲1  BEE Given  NED  54  54     108
           1    ▲2  SEA Given  NED  48  60     108
           3    ▼2  AY Given   NED  60          60
           4   new  NEW Given  NED      48      48

        """)
    #expect(result.errors.isEmpty && result.status == 0)
    let wins = try Program.run(
      ["standings", "--tie-break", "wins", "--cup", "men 500 M", "--format", "csv"] + logs)
    #expect(
      wins.output == """
        cup,rank,id,name,nation,total,rankBefore,log,race,raceRank,points
        Men 500 m,1,sea,SEA Given,NED,108,3,one,m500,3,48
        Men 500 m,1,sea,SEA Given,NED,108,3,two,m500,1,60
        Men 500 m,2,bee,BEE Given,NED,108,2,one,m500,2,54
        Men 500 m,2,bee,BEE Given,NED,108,2,two,m500,2,54
        Men 500 m,3,ay,AY Given,NED,60,1,one,m500,1,60
        Men 500 m,4,new,NEW Given,NED,48,,two,m500,3,48

        """)
    let json = try Program.run(["standings", "--format", "json", "--tie-break", "wins"] + logs)
    let rows = try #require(try RankingReader.rows(json.output))
    #expect(rows.count == 4 && rows[0].id == "sea" && rows[0].total == 108 && rows[0].rankBefore == 3)
    #expect(rows[3].rankBefore == nil && rows[3].races.map(\.points) == [nil, 48])
  }

  @Test func aMomentOfTheLastLog() throws {
    let scratch = try Scratch()
    let logs = try Self.logs(in: scratch)
    // After the first two of the second race have finished.
    let result = try Program.run(["standings", "--at", "#9", "--format", "csv"] + logs)
    #expect(result.output.contains("Men 500 m,1,sea,SEA Given,NED,108,3,two,m500,1,60"))
    #expect(!result.output.contains("NEW"))
  }

  @Test func laddersOfOnesOwn() throws {
    let scratch = try Scratch()
    let log = try scratch.log(Self.first)
    let ladders = try scratch.file(
      "cup.json", Data(#"{"ladders":[{"distances":[500],"points":[10,5]}]}"#.utf8))
    let sum = try Program.run(["standings", "--ladders", ladders, log])
    #expect(sum.output.contains("1  AY Given   NED  10      10"))
    #expect(sum.output.contains("3  SEA Given  NED   0       0"))
    let results = try Program.run(["results", "--format", "csv", "--ladders", ladders, log])
    #expect(results.output.contains("m500,2,2,inner,bee,Given BEE,NED,,1,34.20,+0.10,,5,"))
    let board = try Program.run(["render", "--screen", "cup", "--ladders", ladders, log])
    #expect(board.output.contains("AY Given") && board.output.contains(" 10 "))
    let wrong = try scratch.file("wrong.json", Data("[]".utf8))
    let refused = try Program.run(["standings", "--ladders", wrong, log])
    #expect(
      refused.errors
        == "rinkside: \(wrong): not a file of ladders. Write {\"ladders\":[{\"division\":\"A\",\"points\":[60,54,48]}]}.\n"
    )
    #expect(refused.status == 2)
  }

  @Test func earlierMeetsAreInTheCupOfTheBoard() throws {
    let scratch = try Scratch()
    let logs = try Self.logs(in: scratch)
    let board = try Program.run(["render", "--screen", "cup", "--earlier", logs[0], logs[1]])
    #expect(board.output.contains("as if Men 500 m · A ended now"))
    #expect(board.output.contains("▲2 SEA Given"))
    #expect(board.output.contains("new NEW Given"))
  }

  @Test func whatIsNotThereIsSaid() throws {
    let scratch = try Scratch()
    let log = try scratch.log(Self.first)
    let noCup = try Program.run(["standings", "--cup", "Women 500 m", log])
    #expect(noCup.errors == "rinkside: No cup \"Women 500 m\" in these logs. They have Men 500 m.\n")
    #expect(noCup.status == 2)
    let none = try Program.run([
      "standings", Replays.path("2020-heerenveen-men-team-pursuit.ndjson"),
    ])
    #expect(
      none.errors
        == "rinkside: No race of these logs gives cup points: they have no division, or say `cup` none.\n")
    let missing = try Program.run(["standings", log, "/no/such/log"])
    #expect(missing.errors.hasPrefix("rinkside: /no/such/log: no such file."))
    let twice = try Program.run(["standings", log, log])
    #expect(twice.errors == "rinkside: Men 500 m: 1 race was given twice and counts once\n")
    #expect(twice.output.contains("1  AY Given   NED  60      60"))
  }
}

/// The rows of a ranking as JSON.
private enum RankingReader {
  struct Row: Decodable {
    let id: String
    let total: Double
    let rankBefore: Int?
    let races: [Race]
  }

  struct Race: Decodable {
    let points: Double?
  }

  static func rows(_ text: String) throws -> [Row]? {
    try JSONDecoder().decode([Row].self, from: Data(text.utf8))
  }
}
