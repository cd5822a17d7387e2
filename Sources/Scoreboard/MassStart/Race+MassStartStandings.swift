import LongTrack
import RaceLog

extension Race {
  /// The standings of a mass start: by sprint points, equal ones by the order at the finish; then those who did fewer
  /// laps (domain 2.5). Who races is not ranked yet and follows in the order on the ice.
  ///
  /// - Parameter ifItEndedNow: whether everybody counts as having finished in the order on the ice.
  func massStartStandings(ifItEndedNow: Bool = false) -> [Standing] {
    let runs = massStartRuns
    let scores = sprintScores(ifItEndedNow ? runs.map(\.endedNow) : runs)
    // Who falls out early would be first of all who are in, as long as nobody else is.
    let isOver = ifItEndedNow || !runs.contains(where: \.isRacing)
    var placed = runs.filter { run in
      isOver ? run.isPlaced || ifItEndedNow && run.isRacing && run.lap != nil : run.isFinished && !run.isOut
    }.map { run in
      massStartStanding(run, points: run.isOut ? 0 : scores.total(of: run.entry.competitor.id))
    }
    placed.sort(by: Self.isBefore)
    Self.rankMassStart(&placed)
    if placed.contains(where: { $0.decision?.rank != nil }) {
      placed = placed.enumerated().sorted {
        ($0.element.rank ?? 0, $0.offset) < ($1.element.rank ?? 0, $1.offset)
      }.map(\.element)
    }
    let ids = Set(placed.map(\.entry.competitor.id))
    let rest = runs.filter { !ids.contains($0.entry.competitor.id) }.map { run in
      var row = massStartStanding(
        run, points: run.isOut || run.lap == nil ? nil : scores.total(of: run.entry.competitor.id))
      row.rank = row.decision?.rank
      return row
    }
    return placed + rest
  }

  private func massStartStanding(_ run: MassStartRun, points: Double?) -> Standing {
    let key = run.entry.key
    let split = run.lap.flatMap { attempts[key]?.split(at: $0) }
    let isFinal = isOfficial(run.entry.heat) || run.isFinished && split?.source == .photofinish
    let isOver = run.isFinished || run.isOut
    let state: Standing.State? =
      isOver && (run.lap != nil || run.status != nil)
      ? (isFinal ? .official : .provisional) : runs[run.entry.heat] != nil ? .running : nil
    return Standing(
      entry: run.entry, time: split?.time, isEstimated: split?.isEstimated ?? false, state: state,
      decision: decisions[key], sprintPoints: points, laps: run.lap)
  }

  private static func isBefore(_ left: Standing, _ right: Standing) -> Bool {
    let points = (left.sprintPoints ?? 0, right.sprintPoints ?? 0)
    if points.0 != points.1 { return points.0 > points.1 }
    let laps = (left.laps ?? 0, right.laps ?? 0)
    if laps.0 != laps.1 { return laps.0 > laps.1 }
    return (left.time?.thousandths ?? 0) < (right.time?.thousandths ?? 0)
  }

  /// Gives out ranks and tie digits to rows in order. Who has the same laps and hundredths is told apart by
  /// thousandths, wherever points put them.
  private static func rankMassStart(_ rows: inout [Standing]) {
    let groups = Dictionary(grouping: rows.indices) { row in
      [rows[row].laps.map(Int64.init) ?? 0, rows[row].time?.shown.hundredths ?? 0]
    }
    for group in groups.values where group.count > 1 {
      let isUndecided = group.contains { rows[$0].time?.hasThousandths == false }
      for index in group {
        rows[index].isUndecided = isUndecided
        rows[index].tieDigit = isUndecided ? nil : rows[index].time.map { Int($0.thousandths % 10) }
      }
    }
    var rank = 1
    for index in rows.indices {
      if index > 0, !isEqual(rows[index], rows[index - 1]) { rank = index + 1 }
      rows[index].rank = rows[index].decision?.rank ?? rank
    }
    // Where points tell them apart, nothing is left undecided.
    for group in groups.values where group.count > 1 {
      for index in group where !group.contains(where: { $0 != index && rows[$0].rank == rows[index].rank }) {
        rows[index].isUndecided = false
      }
    }
  }

  private static func isEqual(_ left: Standing, _ right: Standing) -> Bool {
    left.sprintPoints == right.sprintPoints && left.laps == right.laps
      && (left.isUndecided
        ? left.time?.shown == right.time?.shown : left.time?.thousandths == right.time?.thousandths)
  }
}

extension MassStartRun {
  /// The same skater with the last passage taken for the finish, in the order that there is now: the fewer laps, the
  /// later.
  fileprivate var endedNow: MassStartRun {
    guard let lap, let time, !isFinished, !isOut else { return self }
    var passages = passages
    let missing = Int64(passages.count - 1 - lap)
    passages[passages.count - 1] = RaceTime(ticks: time.ticks + missing * 600 * RaceTime.ticksPerSecond)
    return MassStartRun(
      entry: entry, passages: passages, status: status, isConfirmed: isConfirmed, hasGun: hasGun)
  }
}
