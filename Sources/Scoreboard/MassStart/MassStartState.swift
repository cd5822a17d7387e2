/// A mass start as finished text: what its own screen says.
package struct MassStartState: Hashable, Sendable {
  /// `lap 10 of 16 done`, `neutral first lap`, `2 of 24 in`, `finished`; empty before the start.
  package let lap: String
  /// Laps to go for the first; nil before the line and after the finish.
  package let lapsToGo: Int?
  /// `sprint in 2 laps: 3-2-1`; empty after the last one has been decided.
  package let sprint: String
  /// Who is away from the pack; nil where nobody is.
  package let breakaway: BreakawayLine?
  /// Who is together, the first group first.
  package let groups: [GroupLine]
  /// The names of the sprints, `S1`, the finish being the last.
  package let sprintNames: [String]
  /// The passages that somebody has a time at, in laps.
  package let passed: [Int]
  /// Everybody: in the order on the ice, after the first finish in the order of the result.
  package let lines: [MassStartLine]
  /// Whether ``lines`` are a result, with ranks instead of places on the ice.
  package let isResult: Bool
}

extension MassStartState {
  /// `6 laps to go`, `last lap`; empty before the line and after the finish.
  package var toGo: String {
    lapsToGo.map { $0 == 1 ? "last lap" : "\($0) laps to go" } ?? ""
  }
}

/// The breakaway of a mass start.
package struct BreakawayLine: Hashable, Sendable {
  /// `BERGSMA, MALY +4`.
  package let who: String
  /// `+12.45`: of the pack, when it passed the line last.
  package let gap: String
  /// `over 14.0`: the time since the first passed the line, where the pack has not come yet and it is more; nil else.
  package let live: String?
  /// `pack of 15`.
  package let pack: String
  /// `172 m`; empty before there is a lap to tell by.
  package let metres: String
  /// `0.43 lap`; empty before there is a lap to tell by.
  package let laps: String
  /// `▲1.20 in 2 laps`: gained by those who are away; `▼` lost. Nil before there is one.
  package let trend: String?
  /// Whether those who are away gain; nil before that can be said.
  package let isGrowing: Bool?
  /// `+16.05 at the finish on this line: it holds`, `caught in 3 laps on this line`; nil before there is a line.
  package let outlook: String?
  /// The same, shorter: `holds: +16.05`, `caught in 3 laps`.
  package let shortOutlook: String?
  /// Whether it lasts on this line; nil where that cannot be said.
  package let holds: Bool?
}

/// Skaters who are together.
package struct GroupLine: Hashable, Sendable {
  /// How many.
  package let count: Int
  /// Their family names, the first one first.
  package let names: [String]
  /// `+12.45` to the first of the race, when its first skater passed the line last; `over 14.0` where more than that has
  /// gone since the first of the race passed the next one. Empty for the first group.
  package let gap: String
  /// `172 m`; empty for the first group, and before a lap.
  package let metres: String
  /// `0.43`; empty for the first group, and before a lap.
  package let laps: String
  /// The last lap of its first skater, `27.91`; empty before one.
  package let lastLap: String
}

/// A skater of a mass start.
package struct MassStartLine: Hashable, Sendable {
  /// The place on the ice, or the rank; empty for whoever has none.
  package let place: String
  /// The competitor's id.
  package let competitor: String
  /// `BERGSMA Jorrit`.
  package let name: String
  /// `BERGSMA`.
  package let family: String
  /// `NED`; empty where not entered.
  package let nation: String
  /// The number on the helmet; empty where not entered.
  package let bib: String
  /// Laps done; nil before the line.
  package let laps: Int?
  /// `7:39.20` at the last passage, with `≈` where nobody measured it; empty before the line.
  package let time: String
  /// `+12.45` to the first of the race at the last passage, `over 14.0` where it is more by now, `−1 lap` where lapped;
  /// empty for the first.
  package let gap: String
  /// `27.91`; empty before a lap.
  package let lastLap: String
  /// Points at each sprint and at the finish; empty where there are none.
  package let sprints: [String]
  /// Points in all, `3p` where officials have not entered the order of a sprint that they are of; empty without any
  /// before the result.
  package let total: String
  /// The place at each passage of ``MassStartState/passed``; nil where nobody was timed.
  package let places: [String?]
  /// `DNF`, `fell`, `lapped`; empty for nothing.
  package let note: String
  /// Whether the skater is in the race no more, or has no place in the result.
  package let isOut: Bool
  /// Whether the time at the finish may still move.
  package let isProvisional: Bool
}
