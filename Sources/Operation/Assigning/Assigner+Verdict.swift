package import LongTrack
package import RaceLog

extension Assigner {
  /// What became of an impulse.
  enum Verdict: Hashable, Sendable {
    /// It is this crossing.
    case crossing(Crossing)
    /// It needs the operator's word.
    case unclear(Doubt)
  }

  /// Why an impulse was not assigned, and what it could be.
  package struct Doubt: Hashable, Sendable {
    /// Why.
    package let reason: DoubtReason
    /// What it could be; nil where there is no idea.
    package let suggestion: Crossing?
  }

  /// Why an impulse was not assigned.
  package enum DoubtReason: Hashable, Sendable {
    /// No run is open on the ice.
    case noRun
    /// A gun, and nothing was armed: whose it could be.
    case gun(HeatPlace?)
    /// Nobody on the ice has a mark left.
    case nobodyLeft
    /// Nobody can be there yet: the earliest moment, 1/10 000 s since the gun.
    case tooEarly(Lane?, earliest: Int64)
    /// So soon after somebody's mark: 1/10 000 s, with the competitor's id.
    case again(String, Mark, after: Int64)
    /// Expected in the other lane.
    case otherLane(String, Lane)
    /// Two could be there.
    case eitherOf(String, String)
    /// In a mass start and a relay: all pass within seconds, and nothing but eyes can tell who it was.
    case anybody
    /// Later than anybody should take.
    case tooLate
  }
}
