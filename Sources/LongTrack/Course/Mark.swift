/// A place where every skater or team is timed.
package struct Mark: Hashable, Comparable, Sendable {
  /// How a mark is counted.
  package enum Unit: Hashable, Sendable {
    /// Metres from the start: individual distances.
    case metres
    /// Half laps from the start: team races and mass starts, where nobody skates 400 m a lap.
    case halfLaps
  }

  /// How ``value`` is counted.
  package let unit: Unit
  /// Metres, or half laps.
  package let value: Int

  /// The mark so many metres from the start.
  package static func metres(_ value: Int) -> Mark { Mark(unit: .metres, value: value) }
  /// The mark so many half laps from the start.
  package static func halfLaps(_ value: Int) -> Mark { Mark(unit: .halfLaps, value: value) }

  /// Metres before laps, then by distance.
  package static func < (left: Mark, right: Mark) -> Bool {
    left.unit == right.unit ? left.value < right.value : left.unit == .metres
  }

  /// What a board prints: `600`, or `2.5` laps.
  package var name: String {
    switch unit {
    case .metres: String(value)
    case .halfLaps: value % 2 == 0 ? String(value / 2) : String(value / 2) + ".5"
    }
  }

  /// What a table calls its column: `m600`, `lap2.5`.
  package var column: String {
    (unit == .metres ? "m" : "lap") + name
  }
}
