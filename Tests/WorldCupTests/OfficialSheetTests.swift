import LongTrack
import RaceLog
import ReplayFixtures
import Scoreboard
import Testing

/// Every race of two World Cups: what the program makes of the times is what the official sheet says.
@Suite struct OfficialSheetTests {
  @Test func bothMeetsAreThere() {
    #expect(Sheet.all.count == 56)
    #expect(Sheet.all.map(\.rows.count).reduce(0, +) == 1390)
  }

  @Test(arguments: Sheet.all)
  func theResultIsTheSheet(_ sheet: Sheet) throws {
    let log = try Replays.log(SheetLog(sheet: sheet).events)
    let folded = Checkpoints(log)
    #expect(folded.allIssues.map(\.sentence) == [])
    let meet = folded.meet(after: log.events.count)
    let race = try #require(meet.race(sheet.race))
    let table = ResultTable(race)
    #expect(table.progress == .official)
    #expect(table.notices == [])
    let rows = Dictionary(table.rows.map { ($0.id, $0) }) { first, _ in first }
    for own in sheet.rows {
      let row = try #require(rows[own["id"]], "\(own["name"])")
      #expect(Line(row) == Line(own, of: sheet), "\(own["name"])")
    }
    // Best first, as on the sheet; who has no rank comes last.
    #expect(table.rows.compactMap(\.rank) == sheet.rows.compactMap { Int($0["rank"]) })
  }

  @Test func everyLadderIsUsed() {
    let entered = Sheet.all.flatMap(\.rows).filter { $0["entered"] == "yes" }
    // What officials entered against the ladder: two (N) marks, one mass start of its own, two zeros.
    #expect(entered.count == 22)
  }

  /// What is compared of a competitor.
  private struct Line: Equatable {
    var rank: String
    var time: String
    var behind: String
    var status: String
    var points: String
    var sprintPoints: String
    var laps: String

    init(_ row: ResultTable.Row) {
      rank = row.rank.map(String.init) ?? ""
      time = row.time ?? ""
      behind = row.behind ?? ""
      status = row.status ?? ""
      points = row.pointsText
      sprintPoints = row.sprintPoints?.pointsText ?? ""
      laps = row.laps.map(String.init) ?? ""
    }

    init(_ row: Sheet.Row, of sheet: Sheet) {
      rank = row["rank"]
      time = row["time"]
      // The sheets of the pursuit at hand have no such column: the gap of the hundredths, as everywhere.
      behind = row["kind"] == "teamPursuit" ? Self.gap(of: row, in: sheet) : row["behind"]
      status = row["status"]
      points = row["points"]
      sprintPoints = row["status"] == "DQ" ? "" : row["sprintPoints"]
      laps = row["time"].isEmpty ? "" : row["done"]
    }

    private static func gap(of row: Sheet.Row, in sheet: Sheet) -> String {
      do {
        let gap = try RaceTime(row.time).shown - RaceTime(sheet.rows[0].time).shown
        return gap.hundredths == 0 ? "" : gap.text
      } catch { return "" }
    }
  }
}
