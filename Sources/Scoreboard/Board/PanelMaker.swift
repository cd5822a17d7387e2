import LongTrack
import RaceLog

/// Makes the panels of a heat.
struct PanelMaker {
  let race: Race
  let course: Course
  /// The moment on the log's clock, 1/10 000 s since 1970.
  let now: Int64
  let options: BoardOptions
  let standings: [Standing]

  func panel(_ entry: Entry) -> PanelState {
    let key = entry.key
    let attempt = race.attempts[key] ?? Attempt()
    let decision = race.decisions[key]
    let comparison =
      decision?.status?.preventsStart == true
      ? nil : race.comparison(options.comparison, for: key, standings: standings)
    let clock = race.runs[entry.heat].map { now - $0.zero }
    let finish = course.marks.count - 1
    let state = finishState(entry, attempt)
    let hasStatus = decision?.status != nil
    // Of several teams the best may be the rival, too: once is enough. Two on opposite straights keep their column.
    let rival =
      options.comparison == .pair
      ? nil
      : rival(of: entry).flatMap { rival in
        rival.run == nil && rival.times == comparison?.times ? nil : rival
      }
    return PanelState(
      armband: entry.lane.map { Armband(lane: $0, group: entry.group) },
      competitor: entry.competitor.id, name: race.name(of: entry).full, family: race.name(of: entry).family,
      nation: entry.competitor.nation ?? "",
      straight: entry.lane == nil ? entry.place?.words ?? "" : "",
      lane: attempt.time(at: finish) == nil && !hasStatus
        ? laneNote(entry, attempt, clock: clock) ?? teamNote(entry, attempt) : nil,
      comparison: comparison?.label, noComparison: hasStatus ? "" : noComparison,
      rival: rival?.owner,
      marks: course.marks.indices.map { line(key, at: $0, comparison, rival: rival) },
      lastMark: attempt.lastMark,
      live: options.showsLive ? live(key, comparison, clock) : nil,
      needs: race.needs(of: key, clock: clock, grace: options.limits.grace, standings: standings).map {
        line($0)
      },
      state: state, isProvisional: state == "provisional",
      status: race.decisions[key].flatMap(\.statusText), notes: notes(entry, attempt),
      lapsToGo: race.decisions[key]?.status.map(\.isRanked) ?? true ? laps(attempt) : "")
  }

  private var noComparison: String {
    switch options.comparison {
    case .leader: "no leader yet"
    case .best: "first here"
    case .pair: "no pair-mate"
    default: "no \(options.comparison.label)"
    }
  }

  private func line(
    _ key: AttemptKey, at index: Int, _ comparison: Comparison?, rival: Comparison?
  ) -> MarkLine {
    let split = race.attempts[key]?.split(at: index)
    let delta = comparison.flatMap { race.delta(of: key, at: index, to: $0) }
    let toRival = rival.flatMap { race.delta(of: key, at: index, to: $0) }
    let place = race.place(of: key, at: index)
    let lap = race.lap(of: key, at: index)
    return MarkLine(
      name: course.marks[index].name,
      time: split.map { ($0.isEstimated ? "≈" : "") + $0.time.shown.text },
      lap: lap.flatMap { lap in
        index == 0 ? nil : lap.marks > 1 ? "\(lap.time.size) (\(lap.marks))" : lap.time.size
      },
      delta: delta?.gap.text, trend: delta?.trendText, situation: delta?.situation,
      rival: toRival?.gap.text, rivalSituation: toRival?.situation, place: place?.text,
      isBest: place?.rank == 1)
  }

  private func live(_ key: AttemptKey, _ comparison: Comparison?, _ clock: Int64?) -> LiveLine? {
    guard let comparison, let clock,
      let live = race.liveDelta(of: key, to: comparison, clock: clock, limits: options.limits)
    else { return nil }
    switch live {
    case .passing(let gap, _), .lastMark(let gap, _):
      return LiveLine(label: "live", text: gap.text, situation: Situation(gap: gap.ticks, trend: nil))
    case .atLeast(let gap):
      return LiveLine(label: "live at least", text: gap.text, situation: .behindLosing)
    case .noSplit(let mark):
      return LiveLine(label: "live", text: "no split at \(mark.name)", situation: nil)
    }
  }

  private func line(_ need: Need) -> NeedLine {
    guard let under = need.under else {
      return NeedLine(
        long: need.goal == .lead ? "cannot lead any more" : "podium out of reach",
        short: "\(need.goal.rawValue) gone", tie: nil, isPossible: false)
    }
    let stretch =
      switch need.stretch {
      case .race: ""
      case .way: "the rest "
      case .lastLap: "last lap "
      }
    let way = stretch + "under " + under.text
    return NeedLine(
      long: need.goal == .lead ? "needs \(way) to lead" : "\(way) for the podium",
      short: "\(need.goal.rawValue) <\(under.text)",
      tie: pace(need, under) ?? "\(under.text) itself: thousandths decide", isPossible: true)
  }

  private func finishState(_ entry: Entry, _ attempt: Attempt) -> String? {
    guard let split = attempt.split(at: course.marks.count - 1) else { return nil }
    if race.isOfficial(entry.heat) { return "official" }
    return split.source == .photofinish ? "photo-finish" : "provisional"
  }

  /// `30.1 a lap`, where whole laps are left: the pace that the need comes to, in tenths, cut off.
  private func pace(_ need: Need, _ under: ShownTime) -> String? {
    guard let laps = need.laps, laps > 1 else { return nil }
    let tenths = under.hundredths / 10 / Int64(laps)
    return "\(tenths / 10).\(tenths % 10) a lap"
  }

  /// `last lap`, `12 laps to go`: at the next mark; empty where neither whole nor half laps are left.
  private func laps(_ attempt: Attempt) -> String {
    let laps = course.lapsToGo(after: attempt.lastMark)
    guard attempt.lastMark != nil, laps * 2 == (laps * 2).rounded(), laps > 0 else { return "" }
    let isWhole = laps == laps.rounded()
    if !isWhole, course.kind == .individual { return "" }
    if laps < 1 { return "half a lap to go" }
    return laps == 1 ? "last lap" : (isWhole ? "\(Int(laps))" : "\(laps)") + " laps to go"
  }
}

extension Race.Decision {
  /// `DQ T08`; nil without a status.
  package var statusText: String? {
    status.map { [$0.code, code].compactMap(\.self).joined(separator: " ") }
  }
}
