/// What somebody in front of a board has chosen.
package struct BoardOptions: Hashable, Sendable {
  /// What deltas are measured against.
  package var comparison: ComparisonChoice = .leader
  /// The race to stay with; nil follows the ice.
  package var race: String?
  /// Whether to show live deltas between the marks.
  package var showsLive = true
  /// The limits of live deltas.
  package var limits = LiveDelta.Limits()

  /// What a cup is made of besides this log.
  package var cup = CupOptions()

  /// The usual choices.
  package init() {}
}
