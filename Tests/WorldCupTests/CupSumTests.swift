import LongTrack
import RaceLog
import ReplayFixtures
import Scoreboard
import Testing

/// The cups of both meets: the sum of what the sheets print.
@Suite struct CupSumTests {
  private static func races() throws -> [CupRace] {
    try Sheet.all.flatMap { sheet in
      let log = try Replays.log(SheetLog(sheet: sheet).events)
      return Checkpoints(log).meet(after: log.events.count).cupRaces(ladders: PointsLadders())
    }
  }

  @Test func theCupsAreThoseOfTheSport() throws {
    let names = Set(try Self.races().map(\.cup))
    let each = ["500 m", "1000 m", "1500 m", "long distances", "mass start", "team pursuit"]
    #expect(names == Set(["Women", "Men"].flatMap { whose in each.map { "\(whose) \($0)" } }))
  }

  @Test func everyTotalIsTheSumOfTheSheets() throws {
    let races = try Self.races()
    for cup in Set(races.map(\.cup)) {
      let table = CupTable(cup, races: races)
      #expect(!table.isRunning)
      #expect(table.notices == [], "\(cup)")
      let ids = Set(races.filter { $0.cup == cup }.map { $0.log + $0.race })
      var totals: [String: Double] = [:]
      for sheet in Sheet.all where ids.contains(sheet.meet + sheet.race) {
        for row in sheet.rows { totals[row["id"], default: 0] += Double(row["points"]) ?? 0 }
      }
      for row in table.rows { #expect(row.total == totals[row.competitor], "\(cup): \(row.name)") }
      #expect(table.rows.reduce(0) { $0 + $1.total } == totals.values.reduce(0, +), "\(cup)")
      #expect(zip(table.rows, table.rows.dropFirst()).allSatisfy { $0.total >= $1.total })
    }
  }

  @Test func theFirstOfTheWomens500() throws {
    let table = CupTable("Women 500 m", races: try Self.races())
    #expect(table.races.count == 8)
    // Femke Kok won all four races of the A division.
    #expect(
      table.rows.prefix(3).map { "\($0.rank) \($0.name) \($0.total.pointsText)" } == [
        "1 KOK Femke 240", "2 JACKSON Erin 192", "3 FLEDDERUS Marrit 167",
      ])
  }
}
