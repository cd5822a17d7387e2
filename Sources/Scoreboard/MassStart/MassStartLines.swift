import LongTrack
import RaceLog

/// Makes the lines of a mass start.
struct MassStartLines {
  let race: Race
  let scores: SprintScores
  let front: TrackFront
  let passed: [Int]
  let runs: [MassStartRun]
  let lapLength: Int
  /// Race time now, in 1/10 000 s; nil before the gun.
  let clock: Int64?

  func lines(_ standings: [Standing], isResult: Bool) -> [MassStartLine] {
    let places = places
    guard isResult else {
      return runs.enumerated().map { index, run in
        line(
          run, place: run.lap == nil || run.isOut ? "" : String(index + 1), standing: nil, places: places)
      }
    }
    let byEntry = Dictionary(runs.map { ($0.entry.key, $0) }) { first, _ in first }
    return standings.compactMap { standing in
      byEntry[standing.entry.key].map { run in
        line(run, place: standing.rank.map(String.init) ?? "", standing: standing, places: places)
      }
    }
  }

  private func line(
    _ run: MassStartRun, place: String, standing: Standing?, places: [AttemptKey: [String?]]
  ) -> MassStartLine {
    let key = run.entry.key
    let decision = race.decisions[key]
    let split = run.lap.flatMap { race.attempts[key]?.split(at: $0) }
    let total = standing.map { $0.sprintPoints } ?? (run.isOut ? 0 : scores.total(of: key.competitor))
    let isRanked = standing?.rank != nil
    let time = standing?.timeText ?? run.time?.shown.text ?? ""
    return MassStartLine(
      place: place, competitor: key.competitor, name: race.name(of: run.entry).full,
      family: race.name(of: run.entry).family,
      nation: run.entry.competitor.nation ?? "", bib: run.entry.competitor.bib ?? "", laps: run.lap,
      time: (split?.isEstimated == true ? "≈" : "") + time,
      gap: run.isOut && !isRanked ? "" : gap(run), lastLap: run.lastLap?.size ?? "",
      sprints: scores.row(of: key.competitor).map { $0?.pointsText ?? "" },
      total: total.map { $0 > 0 || isRanked ? $0.pointsText + provisional(run, $0) : "" } ?? "",
      places: places[key] ?? [], note: note(run, decision),
      isOut: run.isOut && !isRanked || run.status != nil,
      isProvisional: standing?.state == .provisional && run.isFinished)
  }

  /// `p` where a sprint goes by the passages and the heat is not confirmed.
  private func provisional(_ run: MassStartRun, _ total: Double) -> String {
    total > 0 && !run.isConfirmed && scores.isProvisional(of: run.entry.competitor.id) ? "p" : ""
  }

  private func gap(_ run: MassStartRun) -> String {
    // Of whoever is in the result without having finished, it is what was left.
    let left = run.isOut ? (front.lap ?? 0) - (run.lap ?? 0) : 0
    let laps = max(left, front.laps(aheadOf: run))
    if laps > 0 { return front.text(laps, of: run) }
    guard let gap = TrackGap(of: [run], behind: front, lapLength: lapLength, clock: clock) else { return "" }
    let isFirst = run.lap == front.lap && gap.time.hundredths == 0
    return isFirst ? "" : gap.text
  }

  private func note(_ run: MassStartRun, _ decision: Race.Decision?) -> String {
    let isLapped = front.laps(aheadOf: run) > 0
    return [
      decision?.statusText, decision?.fell == true ? "fell" : nil,
      isLapped && !run.isOut && !run.isFinished ? front.isUnsure(run) ? "lapped?" : "lapped" : nil,
    ].compactMap(\.self).joined(separator: " ")
  }

  /// The place of everybody at each passage: the order in which the line was crossed.
  private var places: [AttemptKey: [String?]] {
    let orders = passed.map { lap in
      let times = runs.compactMap { $0.time(at: lap)?.thousandths }.sorted()
      return Dictionary(times.enumerated().map { ($0.element, String($0.offset + 1)) }) { first, _ in first }
    }
    return Dictionary(
      runs.map { run in
        (
          run.entry.key,
          zip(passed, orders).map { lap, order in run.time(at: lap).flatMap { order[$0.thousandths] } }
        )
      }
    ) { first, _ in first }
  }
}
