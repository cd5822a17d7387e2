/// How a race is skated.
package enum RaceKind: String, Hashable, Sendable, CaseIterable {
  /// Two skaters in lanes, against the clock.
  case individual
  /// Everybody at once, sprint points.
  case massStart
  /// Two teams from opposite straights, the third skater counts.
  case teamPursuit
  /// Three skaters, each leads a lap and leaves.
  case teamSprint
  /// A woman and a man take turns.
  case mixedRelay

  /// Whether marks are laps, not metres.
  package var isCountedInLaps: Bool { self != .individual }

  /// What it is called after whose race it is: `Women mass start`, `Mixed relay`; nil for distances, which are called
  /// after their length.
  package var name: String? {
    switch self {
    case .individual: nil
    case .massStart: "mass start"
    case .teamPursuit: "team pursuit"
    case .teamSprint: "team sprint"
    case .mixedRelay: "relay"
    }
  }

  /// Whether competitors are teams.
  package var isTeamRace: Bool {
    switch self {
    case .individual, .massStart: false
    case .teamPursuit, .teamSprint, .mixedRelay: true
    }
  }

  /// Whether two teams start from opposite straights, so that each is timed on its own line (domain 2.3).
  package var hasTwoStraights: Bool { self == .teamPursuit || self == .teamSprint }

  /// The shortest time that a part can take: under it a split is suspect. 20 s for a lap of a single
  /// skater, 10 s for half a lap of a team (domain 1.2).
  package func shortest(from: Mark?, to mark: Mark, lapLength: Int) -> Int64 {
    let start = from?.value ?? 0
    switch self {
    case .individual:
      return Int64((mark.value - start) / max(lapLength, 1)) * 20 * RaceTime.ticksPerSecond
    case .massStart:
      // Lap 0 is the line a few metres after the start, so nothing can be said of it.
      return from == nil ? 0 : Int64((mark.value - start) / 2) * 20 * RaceTime.ticksPerSecond
    case .teamPursuit, .teamSprint, .mixedRelay:
      return Int64(mark.value - start) * 10 * RaceTime.ticksPerSecond
    }
  }
}
