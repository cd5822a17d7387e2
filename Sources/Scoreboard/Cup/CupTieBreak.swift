/// Who of those with equal points in a cup is before the others. What the rule book says was not found (domain 3.3), so
/// it is a setting.
package enum CupTieBreak: String, CaseIterable, Hashable, Sendable {
  /// Nobody: they share the rank.
  case shared
  /// Whoever has more points from the last race that one of them was in; A and B of a race are one.
  case last
  /// Whoever has the better best race, then the better second best, and so on, by points: a first place in B is less than
  /// one in A.
  case wins
}
