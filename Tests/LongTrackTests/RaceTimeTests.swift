import LongTrack
import Testing

@Suite struct RaceTimeTests {
  @Test(
    arguments: [
      ("37.91", 379_100, 2), ("0.1", 1000, 1), ("0.0000", 0, 4), ("1:14.444", 744_440, 3),
      ("12:30.74", 7_507_400, 2), ("1:02:33.1", 37_531_000, 1), ("78.5077", 785_077, 4),
      ("0:37.91", 379_100, 2), ("9.05", 90_500, 2), ("99:59:59.9999", 3_599_999_999, 4),
      ("59:59.9", 35_999_000, 1), ("75.00", 750_000, 2),
    ] as [(String, Int64, Int)])
  func aTimeIsWholeTicksAndItsDecimals(text: String, ticks: Int64, decimals: Int) throws {
    let time = try RaceTime(text)
    #expect(time.ticks == ticks)
    #expect(time.decimals == decimals)
  }

  @Test(
    arguments: [
      ("", .notATime), ("37", .notATime), ("37.", .notATime), (".91", .notATime), ("37,91", .notATime),
      ("1:5.00", .notATime), ("1:005.00", .notATime), (":37.91", .notATime), ("1:.91", .notATime),
      ("1::05.00", .notATime), ("1:02:03:04.5", .notATime), ("1.2.3", .notATime), ("+1.00", .notATime),
      (" 37.91", .notATime), ("37.91 ", .notATime), ("37. 91", .notATime), ("37.9a", .notATime),
      ("٣٧.٩١", .notATime), ("３７.９１", .notATime), ("1e2.0", .notATime), ("37.91\n", .notATime),
      ("DNF", .notATime), ("-1.00", .negative), ("−1.00", .negative), ("1:75.00", .sixtyOrMore),
      ("1:60.00", .sixtyOrMore), ("1:60:00.0", .sixtyOrMore), ("1.23456", .tooManyDecimals),
      ("100:00:00.0", .outOfRange), ("360000.0", .outOfRange), ("99999999999999999999.0", .outOfRange),
    ] as [(String, TimeFormatError)])
  func whatIsNoTimeSaysWhy(text: String, reason: TimeFormatError) {
    #expect(throws: reason) { try RaceTime(text) }
  }

  @Test(arguments: [
    "37.91", "0.1", "0.0000", "1:14.444", "1:14.0040", "12:30.74", "1:02:33.1", "59.9999", "1:00.0",
    "1:00:00.00", "99:59:59.9999",
  ])
  func aTimeIsWrittenAsItWasGiven(text: String) throws {
    #expect(try RaceTime(text).text == text)
  }

  @Test(
    arguments: [
      (-1, 4, "0.0000"), (3_600_000_000, 4, "99:59:59.9999"), (.max, 4, "99:59:59.9999"), (10_000, 0, "1.0"),
      (10_000, 9, "1.0000"), (19_999, 1, "1.9"),
    ] as [(Int64, Int, String)])
  func aTimeOutOfRangeIsDrawnToTheNearestEnd(ticks: Int64, decimals: Int, text: String) {
    #expect(RaceTime(ticks: ticks, decimals: decimals).text == text)
  }

  /// Measured and official times of domain 1.1, 1.2 and 4.4.
  @Test(arguments: [
    ("1:49.839", "1:49.83"), ("1:50.637", "1:50.63"), ("1:11.776", "1:11.77"), ("33.616", "33.61"),
    ("1:06.183", "1:06.18"), ("1:45.009", "1:45.00"), ("1:45.006", "1:45.00"), ("1:14.444", "1:14.44"),
    ("1:14.457", "1:14.45"), ("19.2544", "19.25"), ("47.8787", "47.87"), ("78.508", "1:18.50"),
    ("79.248", "1:19.24"), ("226.7931", "3:46.79"), ("226.777", "3:46.77"), ("222.482", "3:42.48"),
    ("10.851", "10.85"), ("39.388", "39.38"), ("0.0099", "0.00"), ("59.9999", "59.99"),
    ("12:32.9499", "12:32.94"), ("1:02:33.1", "1:02:33.10"),
  ])
  func theOfficialTimeIsTheMeasuredOneCutOff(measured: String, official: String) throws {
    #expect(try RaceTime(measured).shown.text == official)
  }

  @Test(arguments: [
    ("0.0", "0.0"), ("37.9999", "37.9"), ("59.99", "59.9"), ("62.35", "1:02.3"), ("3599.99", "59:59.9"),
    ("3600.0", "1:00:00.0"),
  ])
  func theRunningClockCutsOffToTenths(time: String, clock: String) throws {
    #expect(try RaceTime(time).clockText == clock)
  }

  @Test(
    arguments: [("34.37", false), ("34.3", false), ("34.374", true), ("34.3740", true), ("34.370", true)])
  func onlyThousandthsCanDecideATie(time: String, decides: Bool) throws {
    #expect(try RaceTime(time).hasThousandths == decides)
  }

  @Test(
    arguments: [("1:14.4449", 74_444), ("1:14.444", 74_444), ("1:14.44", 74_440), ("0.0009", 0)]
      as [(String, Int64)])
  func thousandthsAreCutOffToo(time: String, thousandths: Int64) throws {
    #expect(try RaceTime(time).thousandths == thousandths)
  }
}
