/// Who of those with equal points in a cup is before the others. What the rule book says was not found (domain 3.3), so
/// it is a setting.
package enum CupTieBreak: String, CaseIterable, Hashable, Sendable {
  /// Nobody: they share the rank.
  case shared
  /// Whoever was better in the last race that one of them was in.
  case last
  /// Whoever has more first places, then more second places, and so on.
  case wins
}
