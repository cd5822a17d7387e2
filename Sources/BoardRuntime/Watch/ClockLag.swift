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

  /// So much less late than anything lately is a clock that is wrong, until another moment says the same.
  private static let credible = 5 * RaceTime.ticksPerSecond

  /// The least; nil before anything came.
  private(set) var least: Int64?
  /// What was not believed.
  private var doubted: Second?

  /// Takes in that something was so late, at a moment of the machine's clock.
  ///
  /// - Returns: whether that is believed. One line with a wrong date moves no clock.
  @discardableResult
  mutating func take(_ late: Int64, now: Int64) -> Bool {
    let second = now / RaceTime.ticksPerSecond
    if let least, late < least - Self.credible {
      guard let doubt = doubted, doubt.number < second, abs(doubt.least - late) < Self.credible else {
        doubted = doubted ?? Second(number: second, least: late)
        return false
      }
      self = ClockLag()
    }
    doubted = nil
    if let last = seconds.last, last.number >= second {
      seconds[seconds.count - 1].least = min(last.least, late)
    } else {
      seconds.append(Second(number: second, least: late))
      while seconds.count > Self.fewest, let first = seconds.first, first.number < second - Self.window {
        seconds.removeFirst()
      }
    }
    least = seconds.map(\.least).min()
    return true
  }
}
