package import LongTrack

/// Whoever is away from the pack, and whether it lasts.
package struct Breakaway: Hashable, Sendable {
  /// Who is away: the first group.
  package let away: TrackGroup
  /// The pack: the largest group behind, of equal ones the first.
  package let pack: TrackGroup
  /// How far the pack is behind, at its last passage.
  package let gap: TrackGap
  /// How the gap grew over the last laps, in hundredths: shrank when negative. Nil before there are any.
  package let growth: Gap?
  /// Over how many laps that is: two, or one where there was no more.
  package let span: Int
  /// Laps that the pack still has to do.
  package let lapsToGo: Int

  /// The breakaway that there is; nil while more than half of the skaters are together in front, and where nobody is
  /// behind.
  ///
  /// - Parameter clock: race time now, in 1/10 000 s; nil before the gun.
  package init?(_ groups: [TrackGroup], laps: Int, lapLength: Int, clock: Int64?) {
    guard let away = groups.first, groups.count > 1 else { return nil }
    let racing = groups.reduce(0) { $0 + $1.runs.count }
    guard away.runs.count * 2 <= racing else { return nil }
    let most = groups.dropFirst().map(\.runs.count).max() ?? 0
    guard let pack = groups.dropFirst().first(where: { $0.runs.count == most }),
      let gap = TrackGap(
        of: pack.runs, behind: TrackFront(away.runs), lapLength: lapLength, clock: clock),
      // Who got away since the pack was timed last has no gap yet.
      gap.time.hundredths > 0
    else { return nil }
    self.away = away
    self.pack = pack
    self.gap = gap
    lapsToGo = laps - gap.lap
    let before = [2, 1].lazy.compactMap { span in
      Self.gap(away, pack, at: gap.lap - span).map { (gap: $0, span: span) }
    }.first
    growth = before.map { gap.time - $0.gap }
    span = before?.span ?? 0
  }

  /// What there was between the fronts of the two groups at an earlier passage: the same skaters, wherever they were then.
  private static func gap(_ away: TrackGroup, _ pack: TrackGroup, at lap: Int) -> Gap? {
    guard lap > 0, let first = TrackFront(away.runs).time(at: lap),
      let chasers = TrackFront(pack.runs).time(at: lap)
    else { return nil }
    return chasers.shown - first.shown
  }

  /// Where this ends if the gap goes on as over the last laps.
  package enum Outlook: Hashable, Sendable {
    /// Away at the finish, by this gap.
    case holds(Gap)
    /// Together again after so many more laps of the pack.
    case caught(after: Int)
  }

  /// Where this ends on the line of the last laps; nil where there is none yet, and at the finish.
  package var outlook: Outlook? {
    guard let growth, span > 0, lapsToGo > 0 else { return nil }
    let left = gap.time.hundredths + growth.hundredths * Int64(lapsToGo) / Int64(span)
    if left > 0 { return .holds(Gap(hundredths: left)) }
    // Rounded up: a lap that is not over has not brought them together.
    let loss = -growth.hundredths
    return .caught(after: Int((gap.time.hundredths * Int64(span) + loss - 1) / max(loss, 1)))
  }
}
