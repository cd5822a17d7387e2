package import LongTrack
package import Scoreboard

/// What the operator's console says at one moment, as finished text with its meaning beside it.
package struct ConsoleState: Hashable, Sendable {
  /// What can happen next on the ice.
  package enum Phase: Hashable, Sendable {
    /// Nobody was called.
    case idle
    /// Called, not armed.
    case called
    /// The gun may be given, of this group.
    case armed(group: Int)
    /// On the ice.
    case running
    /// Everybody has a finish or a status.
    case done
    /// Confirmed.
    case official
  }

  /// A skater on the ice.
  package struct Skater: Hashable, Sendable {
    /// What is on the arm; nil where nobody starts in a lane.
    package let armband: Armband?
    /// `TAKAGI Miho`.
    package let name: String
    /// `JPN`; empty where not entered.
    package let nation: String
    /// The number on leg or helmet; empty where not entered.
    package let bib: String
    /// The mark that comes next, and the lane of the line there; nil before the gun, and when nothing comes.
    package let next: Next?
    /// Where the start is, `inner lane`; empty after the gun, and where there is no place.
    package let start: String
    /// Everything measured, in order of marks, what counts first.
    package let rows: [Row]
    /// `DQ T08`; empty without one.
    package let status: String
  }

  /// What comes next for a skater.
  package struct Next: Hashable, Sendable {
    /// `600`.
    package let mark: String
    /// The lane in which the line is crossed there; nil where the race has none.
    package let lane: Lane?
    /// The lane whose key times it, which teams have without a lane; nil where no key does.
    package let key: Lane?
    /// Whether that key would be this skater's now. Two may come in one lane, one after the other.
    package let isDue: Bool
  }

  /// A measurement of a mark.
  package struct Row: Hashable, Sendable {
    /// `600`; empty where the row above has it.
    package let mark: String
    /// `45.355`, as measured; nil for a mark that was missed.
    package let time: String?
    /// `hand`, `beam`, `loop`, `photo`; empty where missed.
    package let source: String
    /// `27.41`; nil without one.
    package let lap: String?
    /// Whether this is what counts.
    package let counts: Bool
  }

  /// Something that waits for the operator's word.
  package struct Line: Hashable, Sendable {
    /// Which decision.
    package let id: Decision.ID
    /// What waits.
    package let text: String
    /// What Enter does; nil where nothing is suggested.
    package let suggestion: String?
    /// What has to be given where nothing is suggested.
    package let lacks: Lack

    /// What a decision lacks.
    package enum Lack: Hashable, Sendable {
      /// A time.
      case time
      /// A skater.
      case skater
      /// Nothing that could be given.
      case nothing
    }
  }

  /// `Women 1000 m · A`; empty before any race is announced.
  package let race: String
  /// `Pair 10 of 10`; empty before the first call.
  package let heat: String
  /// One clock for each group on the ice.
  package let clocks: [ClockState]
  /// What can happen next.
  package let phase: Phase
  /// Who is on the ice, inner lane first; in a mass start the first one first.
  package let skaters: [Skater]
  /// What waits for a word, the newest first.
  package let decisions: [Line]
  /// How many more wait than stand in ``decisions``, all of them older.
  package let moreDecisions: Int
  /// `Pair 4 of 10`; nil after the last.
  package let nextHeat: String?
  /// Who starts in it.
  package let nextStarters: [Skater]
  /// What undo would take back; nil for nothing.
  package let undoes: String?
}
