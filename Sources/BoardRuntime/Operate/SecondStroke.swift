/// Something that takes two strokes, the second soon after the first.
struct SecondStroke: Sendable {
  /// Until when a stroke is the second one, on the machine's own clock; nil before the first.
  private var until: Int64?

  /// Takes a stroke.
  ///
  /// - Parameter ticks: how long the second may take to come, 1/10 000 s.
  /// - Returns: whether it is the second; otherwise it is the first.
  mutating func isSecond(now: Int64, within ticks: Int64) -> Bool {
    if let until, now < until {
      self.until = nil
      return true
    }
    until = now + ticks
    return false
  }

  /// Something else came between: the next stroke is a first one.
  mutating func forget() { until = nil }
}
