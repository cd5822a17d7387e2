import LongTrack

/// How far another clock is behind the one here: the least that anything was ever late, over the last minute.
///
/// Not over all time, or two clocks that drift apart by a second a day would be a second wrong in the evening, and a
/// clock that somebody set right would be wrong for good.
struct ClockLag: Hashable, Sendable {
  /// The least of a second in which something came, 1/10 000 s.
  private struct Second: Hashable {
    let number: Int64
    var least: Int64
  }

  /// Oldest first.
  private var seconds: [Second] = []

  /// For so many seconds that counts.
  private static let window: Int64 = 60
  /// So many of them count however old they are: laps are long, and one late line says little.
  private static let fewest = 8

  /// The least; nil before anything came.
  private(set) var least: Int64?

  /// Takes in that something was so late, at a moment of the machine's clock.
  mutating func take(_ late: Int64, now: Int64) {
    let second = now / RaceTime.ticksPerSecond
    if let last = seconds.last, last.number >= second {
      seconds[seconds.count - 1].least = min(last.least, late)
    } else {
      seconds.append(Second(number: second, least: late))
      while seconds.count > Self.fewest, let first = seconds.first, first.number < second - Self.window {
        seconds.removeFirst()
      }
    }
    least = seconds.map(\.least).min()
  }
}
