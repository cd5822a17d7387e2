import LongTrack
import Testing

@Suite struct GapTests {
  @Test(
    arguments: [
      (14, "+0.14", "0.14"), (-1, "−0.01", "0.01"), (0, "=0.00", "0.00"), (6111, "+1:01.11", "1:01.11"),
      (-6000, "−1:00.00", "1:00.00"), (1171, "+11.71", "11.71"), (5999, "+59.99", "59.99"),
      (360_000, "+1:00:00.00", "1:00:00.00"), (-5, "−0.05", "0.05"),
    ] as [(Int64, String, String)])
  func aGapCarriesItsSign(hundredths: Int64, text: String, size: String) {
    let gap = Gap(hundredths: hundredths)
    #expect(gap.text == text)
    #expect(gap.size == size)
    #expect(gap.sign + gap.size == text)
  }

  /// Own, other, shown gap: differences of what is shown, never of what was measured.
  @Test(arguments: [
    ("1:14.444", "1:14.457", "−0.01"), ("45.35", "45.21", "+0.14"), ("1:14.883", "1:14.457", "+0.43"),
    ("45.2199", "45.2101", "=0.00"), ("45.2201", "45.2199", "+0.01"), ("45.2199", "45.2201", "−0.01"),
    ("1:45.009", "1:45.006", "=0.00"), ("8:16.11", "7:15.00", "+1:01.11"),
  ])
  func aGapIsTheDifferenceOfShownTimes(own: String, other: String, gap: String) throws {
    #expect(try (RaceTime(own).shown - RaceTime(other).shown).text == gap)
  }

  /// Domain 1.2 and 4.4: the raw difference cut off would give 30.62, 13.65 and 28.53.
  @Test(arguments: [
    ("47.8787", "78.508", "30.63"), ("19.2544", "47.8787", "28.62"), ("47.0646", "79.248", "32.18"),
    ("18.2839", "47.0646", "28.78"), ("71.8962", "85.5535", "13.66"), ("10.851", "39.388", "28.53"),
  ])
  func aLapIsTheDifferenceOfShownTimes(from: String, to: String, lap: String) throws {
    #expect(try (RaceTime(to).shown - RaceTime(from).shown).size == lap)
  }

  /// Domain 5, item 8: the whole race of a team, so that every lap adds up to the finish.
  @Test func halfLapsOfAPursuitAddUpToItsTime() throws {
    let passages = [
      "18.1133", "31.3913", "44.7914", "58.27", "71.8962", "85.5535", "99.0339", "112.4459", "126.1147",
      "139.5605", "153.0169", "166.5073", "180.3623", "194.4891", "208.4346", "222.482",
    ]
    let laps = [
      "18.11", "13.28", "13.40", "13.48", "13.62", "13.66", "13.48", "13.41", "13.67", "13.45", "13.45",
      "13.49", "13.86", "14.12", "13.95", "14.05",
    ]
    let shown = try [ShownTime.gun] + passages.map { try RaceTime($0).shown }
    let gaps = zip(shown.dropFirst(), shown).map { $0 - $1 }
    #expect(gaps.map(\.size) == laps)
    #expect(gaps.reduce(0) { $0 + $1.hundredths } == 22_248)
  }

  @Test(
    arguments: [
      (0, "=0.0"), (999, "+0.0"), (-999, "−0.0"), (1000, "+0.1"), (-1000, "−0.1"), (-3999, "−0.3"),
      (12_345, "+1.2"), (-654_000, "−1:05.4"),
    ] as [(Int64, String)])
  func aLiveGapIsTenthsCutOffTowardsZero(ticks: Int64, text: String) {
    #expect(LiveGap(ticks: ticks).text == text)
  }

  @Test func aSmallerGapIsTheBetterOne() {
    #expect(
      [Gap(hundredths: 3), Gap(hundredths: -1), Gap(hundredths: 0)].sorted().map(\.hundredths) == [-1, 0, 3])
    #expect((Gap(hundredths: -1) - Gap(hundredths: 14)).text == "−0.15")
  }
}
