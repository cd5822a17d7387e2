/// A signed difference of two shown times in hundredths: behind is positive, ahead negative.
package struct Gap: Hashable, Comparable, Sendable {
  /// Whole 1/100 s.
  package let hundredths: Int64

  /// A gap of so many 1/100 s.
  package init(hundredths: Int64) {
    self.hundredths = hundredths
  }

  /// Farther ahead is smaller.
  package static func < (left: Gap, right: Gap) -> Bool {
    left.hundredths < right.hundredths
  }

  /// How a gap moved: lost when positive.
  package static func - (left: Gap, right: Gap) -> Gap {
    Gap(hundredths: left.hundredths - right.hundredths)
  }

  /// `+0.14`, `−0.01`, `=0.00`, over a minute `+1:01.11`. There is no `−0.00`.
  package var text: String { sign + size }

  /// The amount without its sign, `0.14`.
  package var size: String { ShownTime(hundredths: abs(hundredths)).text }

  /// `+`, `−` or `=`.
  package var sign: String { Self.sign(of: hundredths) }

  static func sign(of value: Int64) -> String {
    value > 0 ? "+" : value < 0 ? "−" : "="
  }
}

/// A signed difference between two skaters between the marks, in tenths: never as exact as a split,
/// so never written like one.
package struct LiveGap: Hashable, Sendable {
  /// 1/10 000 s.
  package let ticks: Int64

  /// A difference in 1/10 000 s.
  package init(ticks: Int64) {
    self.ticks = ticks
  }

  /// `+0.1`, `−0.3`, cut off towards zero; `+0.0` is behind by less than a tenth, `=0.0` is level.
  package var text: String {
    let size = abs(ticks) / 1000
    return Gap.sign(of: ticks) + ClockText.whole(seconds: size / 10) + "." + String(size % 10)
  }
}
