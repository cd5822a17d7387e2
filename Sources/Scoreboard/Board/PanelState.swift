package import LongTrack

/// One skater on the ice.
package struct PanelState: Hashable, Sendable {
  /// What is on the arm; nil where nobody starts in a lane.
  package let armband: Armband?
  /// The competitor's id.
  package let competitor: String
  /// `TAKAGI Miho`.
  package let name: String
  /// `TAKAGI`.
  package let family: String
  /// `JPN`; empty where not entered.
  package let nation: String
  /// `finish straight`: where a team starts that has no lane; empty elsewhere.
  package let straight: String
  /// Which lane, and what comes at the next change-up; of a team, who leads.
  package let lane: LaneNote?
  /// What deltas are measured against: `leader GOETZ`; nil where there is nothing.
  package let comparison: String?
  /// What stands there when ``comparison`` is nil: `no leader yet`.
  package let noComparison: String
  /// The other team on the ice, `CHINA at 3` of several, which ``MarkLine/rival`` is measured against; nil for single
  /// skaters, and for a team alone.
  package let rival: String?
  /// All marks of the course, in order.
  package let marks: [MarkLine]
  /// The index of the last mark with a time; nil before the first.
  package let lastMark: Int?
  /// Between the marks.
  package let live: LiveLine?
  /// What it takes.
  package let needs: [NeedLine]
  /// How far the result is: `provisional`, `photo-finish`, `official`; nil before the finish.
  package let state: String?
  /// Whether the finishing time may still move.
  package let isProvisional: Bool
  /// `DQ T08`; nil without a status.
  package let status: String?
  /// What else has to be said: falls, corrections, bests, who yielded.
  package let notes: [String]
  /// `last lap`, `12 laps to go`, `2.5 laps to go`; empty before the first mark, and where neither whole nor half laps
  /// are left.
  package let lapsToGo: String
}

/// A lane, and the next change of it; or who leads a team.
package struct LaneNote: Hashable, Sendable {
  /// `now outer → inner at next change: right of way`.
  package let long: String
  /// `→ inner, right of way`.
  package let short: String
  /// Whether this skater has right of way at the next change-up.
  package let hasRightOfWay: Bool
}

/// A mark of a skater.
package struct MarkLine: Hashable, Sendable {
  /// `600`.
  package let name: String
  /// `≈45.35`; nil before it is passed.
  package let time: String?
  /// `27.41`, over a hole `56.55 (2)`; nil at an opening, whose lap is its time.
  package let lap: String?
  /// `+0.14`; nil where either side has no time.
  package let delta: String?
  /// `▼0.11`; nil without one.
  package let trend: String?
  /// What the delta means.
  package let situation: Situation?
  /// `−4.31` to the other team on the ice; nil where either has no time.
  package let rival: String?
  /// What that means.
  package let rivalSituation: Situation?
  /// `3/6`; nil without one.
  package let place: String?
  /// Whether nobody was faster here yet.
  package let isBest: Bool
}

/// What is said between the marks.
package struct LiveLine: Hashable, Sendable {
  /// `live`, `live at least`.
  package let label: String
  /// `+0.1`, `no split at 600`.
  package let text: String
  /// What it means; nil for a missing split.
  package let situation: Situation?
}

/// What it takes.
package struct NeedLine: Hashable, Sendable {
  /// `needs last lap under 29.10 to lead`, `last lap under 30.32 for the podium`.
  package let long: String
  /// `lead <29.10`, `lead gone`.
  package let short: String
  /// Added where there is room: `29.10 itself: thousandths decide`, `30.1 a lap`; nil where nothing helps any
  /// more.
  package let tie: String?
  /// Whether it is still possible.
  package let isPossible: Bool
}

/// A line of the standings.
package struct StandingLine: Hashable, Sendable {
  /// `12`; empty for whoever is not ranked.
  package let rank: String
  /// `GOETZ Kimi`.
  package let name: String
  /// `USA`.
  package let nation: String
  /// `1:16.35(4)`, or the status where there is no ranked time.
  package let time: String
  /// `+0.43`; empty for the winner and whoever has none.
  package let behind: String
  /// Shown times at the marks before the finish; nil where there is none.
  package let splits: [String?]
  /// Whether the time may still move.
  package let isProvisional: Bool
  /// Whether the skater is on the ice now.
  package let isOnIce: Bool
  /// `fell`, `re-skate`.
  package let note: String
}
