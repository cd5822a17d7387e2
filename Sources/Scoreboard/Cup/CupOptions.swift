package import LongTrack

/// What a cup is made of besides the log in front of somebody.
package struct CupOptions: Hashable, Sendable {
  /// What ranks are worth.
  package var ladders = PointsLadders()
  /// The races of other logs, which come before those of this one.
  package var earlier: [CupRace] = []
  /// Who of equal ones is before the others.
  package var tieBreak = CupTieBreak.shared

  /// Nothing besides this log.
  package init() {}
}
