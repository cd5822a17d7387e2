import BoardRuntime
import FoundationEssentials
import RaceLog
import ReplayFixtures
import Scoreboard
import Testing

@Suite struct ResultJSONTests {
  /// A row, with every key that the format promises.
  struct Row: Decodable {
    let race: String
    let rank: Int?
    let pair: Int
    let lane: String?
    let id: String
    let name: String
    let attempt: Int
    let time: String?
    let behind: String?
    let status: String?
    let points: Double?
    let state: String?
    let note: String?
    let marks: [String: String]
    let estimated: [String]
  }

  static func json(_ name: String) throws -> String {
    var recording = Recording(try Replays.log(name))
    let meet = recording.meet(after: recording.log.events.count)
    return try ResultTable.json(meet.races.map { ResultTable($0) })
  }

  @Test func everyRowHasEveryKeyOfTheCSV() throws {
    let rows = try JSONDecoder().decode([Row].self, from: Data(try Self.json(RecordingFinder.demoName).utf8))
    let text = try Self.json(RecordingFinder.demoName)
    for key in ResultTable.columns {
      #expect(text.split(separator: "\"\(key)\" : ").count == rows.count + 1, "\(key)")
    }
  }

  @Test func numbersAreNumbersTimesAreTextsAndMarksAnObject() throws {
    let rows = try JSONDecoder().decode([Row].self, from: Data(try Self.json(RecordingFinder.demoName).utf8))
    #expect(rows.count == 19)
    let winner = try #require(rows.first)
    #expect(winner.race == "w1000" && winner.rank == 1 && winner.pair == 10 && winner.lane == "outer")
    #expect(winner.id == "takagi" && winner.name == "Miho Takagi" && winner.attempt == 1)
    #expect(winner.time == "1:14.44" && winner.behind == nil && winner.status == nil && winner.points == 60)
    #expect(winner.state == "official" && winner.note == nil)
    #expect(winner.marks == ["m200": "17.94", "m600": "45.35", "m1000": "1:14.44"])
    #expect(winner.estimated == ["m200", "m600"])
    #expect(rows.dropFirst().first?.behind == "+0.01")
  }

  @Test func aMassStartHasSprintPointsAndLapsAsNumbers() throws {
    struct Sprinter: Decodable {
      let id: String
      let sprintPoints: Double?
      let laps: Int?
    }
    let text = try Self.json("2025-salt-lake-city-men-mass-start.ndjson")
    let rows = try JSONDecoder().decode([Sprinter].self, from: Data(text.utf8))
    #expect(rows.prefix(3).map(\.sprintPoints) == [63, 40, 21])
    #expect(rows.allSatisfy { $0.laps == 16 })
    let others = try JSONDecoder().decode(
      [Sprinter].self, from: Data(try Self.json(RecordingFinder.demoName).utf8))
    #expect(others.allSatisfy { $0.sprintPoints == nil && $0.laps == nil })
  }

  @Test(arguments: Replays.names)
  func itSaysTheSameAsTheCSV(name: String) throws {
    var recording = Recording(try Replays.log(name))
    let meet = recording.meet(after: recording.log.events.count)
    let csv = ResultTable.csv(meet.races.map { ResultTable($0) }).split(separator: "\n").dropFirst()
    let rows = try JSONDecoder().decode([Row].self, from: Data(try Self.json(name).utf8))
    #expect(rows.count == csv.count && !rows.isEmpty)
    for (row, line) in zip(rows, csv) {
      let start = "\(row.race),\(row.rank.map(String.init) ?? ""),\(row.pair),\(row.lane ?? ""),\(row.id),"
      #expect(line.hasPrefix(start))
    }
  }

  @Test func noRacesAreAnEmptyList() throws {
    #expect(try JSONDecoder().decode([Row].self, from: Data(try ResultTable.json([]).utf8)).isEmpty)
  }
}
