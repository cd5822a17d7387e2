/// A time as a board shows it: whole hundredths, already cut off. Gaps and laps are differences of
/// these, so that what is printed adds up.
package struct ShownTime: Hashable, Comparable, Sendable {
  /// Whole 1/100 s.
  package let hundredths: Int64

  /// A shown time of so many 1/100 s.
  package init(hundredths: Int64) {
    self.hundredths = hundredths
  }

  /// Zero: the gun.
  package static let gun = ShownTime(hundredths: 0)

  /// The shorter time is the smaller one.
  package static func < (left: ShownTime, right: ShownTime) -> Bool {
    left.hundredths < right.hundredths
  }

  /// The signed difference of two shown times: behind when positive.
  package static func - (left: ShownTime, right: ShownTime) -> Gap {
    Gap(hundredths: left.hundredths - right.hundredths)
  }

  /// `37.91`, `1:14.44`, `1:02:33.10`.
  package var text: String {
    let fraction = abs(hundredths) % 100
    return ClockText.whole(seconds: hundredths / 100) + (fraction < 10 ? ".0" : ".") + String(fraction)
  }
}

/// How a number of seconds is written.
package enum ClockText {
  /// `0:07`, `26:41`, `112:05:00`: how long something has lasted, whole seconds of 1/10 000 s, cut off.
  package static func elapsed(_ ticks: Int64) -> String {
    let seconds = ticks / RaceTime.ticksPerSecond
    return seconds < 60 ? "0:" + padded(seconds) : whole(seconds: seconds)
  }

  /// `37`, `1:14`, `1:02:33`: in front of decimals.
  static func whole(seconds: Int64) -> String {
    if seconds < 60 { return String(seconds) }
    let minutes = seconds / 60
    let tail = padded(seconds % 60)
    if minutes < 60 { return String(minutes) + ":" + tail }
    return String(minutes / 60) + ":" + padded(minutes % 60) + ":" + tail
  }

  private static func padded(_ value: Int64) -> String {
    value < 10 ? "0" + String(value) : String(value)
  }
}

extension RaceTime {
  /// A running clock, `1:02.3`: tenths, cut off.
  package var clockText: String {
    ClockText.whole(seconds: ticks / Self.ticksPerSecond) + "." + String(tenths % 10)
  }
}
