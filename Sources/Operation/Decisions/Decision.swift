package import LongTrack
package import RaceLog
package import Scoreboard

/// Something that waits for the operator's word.
package struct Decision: Hashable, Sendable {
  /// Which one: stays the same while others come and go.
  package enum ID: Hashable, Sendable {
    /// An event of the log by its seq: an impulse, a suspect split, something a feed asks for.
    case event(Int)
    /// A mark of somebody.
    case mark(AttemptKey, Mark)
  }

  /// What waits.
  package enum Matter: Hashable, Sendable {
    /// An impulse that is nobody's yet; why, and whose it could be.
    case impulse(lane: Lane?, time: RaceTime?, Assigner.Doubt)
    /// A split that counts nowhere yet.
    case suspect(Split, Suspicion)
    /// Something from a feed that needs permission, or that is no event.
    case proposal(Proposal)
    /// A mark passed without a time.
    case missing
    /// Sources that disagree by 10 ms or more: the time that counts and the other.
    case disagreement(counts: RaceTime, Source, other: RaceTime, Source)
  }

  /// Which one.
  package let id: ID
  /// Whom it is about; nil where that is not known.
  package let who: AttemptKey?
  /// What waits.
  package let matter: Matter
}
