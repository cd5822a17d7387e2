import LongTrack
import RaceLog

/// Makes the lines of a mass start.
struct MassStartLines {
  let race: Race
  let scores: SprintScores
  let first: MassStartRun?
  let passed: [Int]
  let runs: [MassStartRun]

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
      nation: run.entry.competitor.nation ?? "", bib: run.entry.competitor.bib ?? "", laps: run.lap,
      time: (split?.isEstimated == true ? "≈" : "") + time,
      gap: run.isOut ? "" : gap(run), lastLap: run.lastLap?.size ?? "",
      sprints: scores.row(of: key.competitor).map { $0?.pointsText ?? "" },
      total: total.map { $0 > 0 || isRanked ? $0.pointsText + provisional(key.competitor, $0) : "" } ?? "",
      places: places[key] ?? [], note: note(run, decision),
      isOut: run.isOut && !isRanked || run.status != nil,
      isProvisional: standing?.state == .provisional && run.isFinished)
  }

  /// `p` where a sprint goes by the passages and the race is not confirmed.
  private func provisional(_ competitor: String, _ total: Double) -> String {
    total > 0 && !race.isOfficial && scores.isProvisional(of: competitor) ? "p" : ""
  }

  private func gap(_ run: MassStartRun) -> String {
    guard let first, run.entry.key != first.entry.key else { return "" }
    let laps = run.lapsBehind(first)
    if laps > 0 { return laps == 1 ? "−1 lap" : "−\(laps) laps" }
    guard let behind = run.behind(first), let own = run.time(at: behind.lap),
      let theirs = first.time(at: behind.lap)
    else { return "" }
    return (own.shown - theirs.shown).text
  }

  private func note(_ run: MassStartRun, _ decision: Race.Decision?) -> String {
    let isLapped = first.map { run.lapsBehind($0) > 0 } ?? false
    return [
      decision?.statusText, decision?.fell == true ? "fell" : nil,
      isLapped && !run.isOut && !run.isFinished ? "lapped" : nil,
    ].compactMap(\.self).joined(separator: " ")
  }

  /// The place of everybody at each passage: the order in which the line was crossed.
  private var places: [AttemptKey: [String?]] {
    var places: [AttemptKey: [String?]] = [:]
    for lap in passed {
      let times = runs.compactMap { $0.time(at: lap)?.thousandths }.sorted()
      for run in runs {
        let place = run.time(at: lap).flatMap { own in
          times.firstIndex(of: own.thousandths).map { String($0 + 1) }
        }
        places[run.entry.key, default: []].append(place)
      }
    }
    return places
  }
}
