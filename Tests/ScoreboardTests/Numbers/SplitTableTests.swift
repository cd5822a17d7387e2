import BoardTestSupport
import LongTrack
import Scoreboard
import Testing

@Suite struct SplitTableTests {
  private func row(_ row: SplitTable.Row) -> String {
    let cells = row.cells.map { cell in
      cell.map { cell in
        (cell.isEstimated ? "≈" : "") + cell.time + (cell.place.map { "(\($0))" } ?? "")
          + (cell.lap.map { " " + $0 + (cell.lapMarks > 1 ? "/\(cell.lapMarks)" : "") } ?? "")
      } ?? "-"
    }
    return ([row.rank.map(String.init) ?? "-", row.name] + cells).joined(separator: " | ")
  }

  @Test func everyMarkHasItsTimePlaceAndLap() throws {
    var log = LogBuilder.pair()
    try log.split("goetz", 200, "17.91", .manual, with: #""estimated":true"#)
    try log.split("goetz", 600, "45.21")
    try log.split("goetz", 1000, "1:14.457", .photofinish)
    try log.split("han", 200, "17.91", with: #""estimated":true"#)
    try log.split("han", 1000, "1:14.451", .photofinish)
    let table = try SplitTable(log.state())
    #expect(
      table.rows.map(row) == [
        "1 | han | ≈17.91(1) | - | 1:14.45(1) 56.54/2",
        "2 | goetz | ≈17.91(1) | 45.21(1) 27.30 | 1:14.45(2) 29.24",
      ])
    #expect(table.hasSplits)
  }

  @Test func theDisqualifiedHaveTimesButNoPlaces() throws {
    var log = LogBuilder.pair()
    try log.skate("goetz", "17.91", "45.21", "1:14.457")
    try log.skate("han", "18.22", "45.84", "1:16.008")
    log.status("goetz", "DQ")
    #expect(
      try SplitTable(log.state()).rows.map(row) == [
        "1 | han | 18.22(1) | 45.84(1) 27.62 | 1:16.00(1) 30.16",
        "- | goetz | 17.91 | 45.21 27.30 | 1:14.45 29.24",
      ])
  }

  @Test func bothGoesOfAReskateAreListedTheOneThatCountsFirst() throws {
    var log = try LogBuilder.finishes([("a", "1:07.50"), ("b", "1:07.40")])
    log.entry("a", pair: 3, .outer, attempt: 2)
    log.start(pair: 3)
    try log.split("a", 1000, "1:07.30", .photofinish, attempt: 2)
    let table = try SplitTable(log.state())
    #expect(
      table.rows.map(row) == [
        "1 | a | - | - | 1:07.30(1)", "- | a | - | - | 1:07.50(2)", "2 | b | - | - | 1:07.40(2)",
      ])
    #expect(table.rows.map(\.counts) == [true, false, true] && table.rows.map(\.attempt) == [2, 1, 1])
    #expect(!table.hasSplits)
    #expect(
      try ResultTable(log.state()).rows.map(\.others) == [
        [ResultTable.OtherAttempt(number: 1, time: "1:07.50", status: nil)], [],
      ])
  }

  @Test func aRaceIsOfficialOnceAllOfItIsConfirmed() throws {
    var log = try LogBuilder.finishes([("a", "1:07.50"), ("b", "1:07.40")])
    #expect(try ResultTable(log.state()).progress == .provisional)
    log.inRace("official", #""pair":1"#)
    #expect(try ResultTable(log.state()).progress == .provisional)
    var byHeats = log
    byHeats.inRace("official", #""pair":2"#)
    #expect(try ResultTable(byHeats.state()).progress == .official)
    log.inRace("official")
    #expect(try ResultTable(log.state()).progress == .official)
    var list = LogBuilder()
    list.announce()
    #expect(try ResultTable(list.state()).progress == .notStarted)
    list.entry("a", pair: 1, .inner)
    #expect(try ResultTable(list.state()).progress == .notStarted)
  }
}
