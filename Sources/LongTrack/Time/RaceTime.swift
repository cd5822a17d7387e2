/// A time since the gun, as measured: whole 1/10 000 s, and how many decimals it was given with.
///
/// Deliberately not `Comparable`: a rank compares ``thousandths``, a board compares ``shown`` hundredths,
/// a live position compares ``ticks``, and mixing them up is how a race is lost.
package struct RaceTime: Hashable, Sendable {
  /// Whole 1/10 000 s since the gun, never negative.
  package let ticks: Int64
  /// How many decimals the source gave, 1 to 4. Fewer than three cannot decide a tie.
  package let decimals: Int

  /// How many ticks a second has.
  package static let ticksPerSecond: Int64 = 10_000
  /// The first time that is out of range: 100 hours.
  package static let limit: Int64 = 100 * 3600 * ticksPerSecond

  /// A time of so many 1/10 000 s. Values outside 0 ..< 100 h are drawn to the nearest end.
  package init(ticks: Int64, decimals: Int = 4) {
    self.ticks = min(max(ticks, 0), Self.limit - 1)
    self.decimals = min(max(decimals, 1), 4)
  }

  /// Whole 1/1000 s, cut off. Ranks and ties compare these (domain: ties are decided by thousandths
  /// since the season after the 2010 Games).
  package var thousandths: Int64 { ticks / 10 }

  /// Whole 1/10 s, cut off: a running clock.
  package var tenths: Int64 { ticks / 1000 }

  /// What a board shows: cut off to hundredths, never rounded.
  package var shown: ShownTime { ShownTime(hundredths: ticks / 100) }

  /// Whether the time was measured finely enough to decide a tie in hundredths.
  package var hasThousandths: Bool { decimals >= 3 }

  /// The time with all the decimals it was given with, `1:14.457`.
  package var text: String {
    let divisors: [Int64] = [1000, 100, 10, 1]
    let fraction = String(ticks % Self.ticksPerSecond / divisors[decimals - 1])
    let zeros = String(repeating: "0", count: decimals - fraction.count)
    return ClockText.whole(seconds: ticks / Self.ticksPerSecond) + "." + zeros + fraction
  }
}
