/// Something that takes two strokes, the second soon after the first.
struct SecondStroke: Sendable {
  /// Until when a stroke is the second one, on the machine's own clock; nil before the first.
  private var until: Int64?
  /// From when on one is: a key that is held down sends many.
  private var from: Int64 = 0

  /// Takes a stroke.
  ///
  /// - Parameters:
  ///   - ticks: how long the second may take to come, 1/10 000 s.
  ///   - pause: how long it has to take at least; what comes sooner is the first one again.
  /// - Returns: whether it is the second; otherwise it is the first.
  mutating func isSecond(now: Int64, within ticks: Int64, after pause: Int64 = 0) -> Bool {
    if let until, now < until, now >= from {
      self.until = nil
      return true
    }
    until = now + ticks
    from = now + pause
    return false
  }

  /// Something else came between: the next stroke is a first one.
  mutating func forget() { until = nil }
}
