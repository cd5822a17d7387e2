/// One of the two lanes of a long track.
package enum Lane: String, Hashable, Sendable, CaseIterable {
  /// The lane with the shorter bends.
  case inner
  /// The lane with the longer bends.
  case outer

  /// The lane that is not this one.
  package var other: Lane { self == .inner ? .outer : .inner }
}

/// What a skater wears on the arm. It tells the **start** lane and stays on after a change-up.
package enum Armband: String, Hashable, Sendable {
  /// Started in the inner lane.
  case white
  /// Started in the outer lane.
  case red
  /// Second pair of a quartet, inner lane.
  case yellow
  /// Second pair of a quartet, outer lane.
  case blue

  /// The armband of a start lane in a group: the first pair wears white and red, the second pair of a
  /// quartet yellow and blue (domain 1.4).
  package init(lane: Lane, group: Int) {
    self =
      switch (lane, group) {
      case (.inner, 2): .yellow
      case (.outer, 2): .blue
      case (.inner, _): .white
      case (.outer, _): .red
      }
  }
}
