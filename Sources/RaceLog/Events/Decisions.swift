package import LongTrack

/// What officials decide about a competitor. Only what is given is set.
package struct StatusDecision: Hashable, Sendable {
  /// A status, or its removal.
  package enum Change: Hashable, Sendable {
    /// The competitor now has this status.
    case set(Status)
    /// `none`: the competitor has no status any more.
    case remove
  }

  /// The race's id.
  package let race: String
  /// The competitor's id.
  package let competitor: String
  /// 2 for a re-skate; nil for the latest attempt that has started.
  package let attempt: Int?
  /// The status, where one is given.
  package let change: Change?
  /// The rule's code, `T08`.
  package let code: String?
  /// Whether the competitor fell.
  package let fell: Bool?
  /// A rank that officials give.
  package let rank: Int?
  /// Points that officials give.
  package let points: Double?
}

/// A sprint of a mass start.
package struct Sprint: Hashable, Sendable {
  /// The race's id.
  package let race: String
  /// The lap.
  package let lap: Int
  /// The competitors' ids in order.
  package let order: [String]
  /// The points; nil for the usual ladder.
  package let points: [Double]?
}

/// Times are confirmed, of a group, a heat, or a whole race.
package struct Confirmation: Hashable, Sendable {
  /// The race's id.
  package let race: String
  /// The heat; nil for the whole race.
  package let pair: Int?
  /// The group; nil for the whole heat.
  package let group: Int?
}

/// A line for the ticker.
package struct Message: Hashable, Sendable {
  /// What to say.
  package let text: String
  /// Whether it has to be noticed.
  package let isAlert: Bool
  /// The race that it is about.
  package let race: String?
}

/// The operator's choice for public screens.
package struct BoardChoice: Hashable, Sendable {
  /// Which screen.
  package let screen: String?
  /// Which race.
  package let race: String?
  /// Which competitor.
  package let competitor: String?
}
