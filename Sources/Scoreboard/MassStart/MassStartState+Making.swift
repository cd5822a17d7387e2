import LongTrack
import RaceLog

extension MassStartState {
  /// The mass start of a race as it stands.
  ///
  /// - Parameter clock: race time now, in 1/10 000 s; nil before the gun.
  init(_ race: Race, course: Course, standings: [Standing], clock: Int64?) {
    let runs = race.massStartRuns
    let laps = course.laps ?? 0
    let scores = race.sprintScores(runs)
    let first = runs.first { $0.lap != nil && !$0.isOut } ?? runs.first { $0.lap != nil }
    let lead = first?.lap
    let isOver = lead == laps
    lap = Self.lapText(lead, of: laps, hasGun: clock != nil)
    toGo = lead.map { laps - $0 }.flatMap { $0 > 0 ? $0 == 1 ? "last lap" : "\($0) laps to go" : nil } ?? ""
    sprint = lead.map { Self.sprintText(after: $0, scores.ladder) } ?? ""
    let together = TrackGroup.groups(of: runs, lapLength: course.lapLength)
    groups = together.map { GroupLine($0, first: first, in: race, clock: clock) }
    breakaway =
      isOver
      ? nil
      : Breakaway(together, laps: laps, lapLength: course.lapLength).map {
        BreakawayLine($0, in: race, clock: clock)
      }
    sprintNames = scores.ladder.all.indices.map { "S\($0 + 1)" }
    isResult = standings.contains { $0.rank != nil }
    let passed = (0...max(laps, 0)).filter { lap in runs.contains { $0.time(at: lap) != nil } }
    self.passed = passed
    let maker = MassStartLines(race: race, scores: scores, first: first, passed: passed, runs: runs)
    lines = maker.lines(standings, isResult: isResult)
  }

  private static func lapText(_ lead: Int?, of laps: Int, hasGun: Bool) -> String {
    switch lead {
    case nil: hasGun ? "neutral first lap" : ""
    case 0: "neutral first lap"
    case .some(laps): "finished"
    case .some(let lap): "lap \(lap) of \(laps) done"
    }
  }

  private static func sprintText(after lap: Int, _ ladder: SprintLadder) -> String {
    guard let next = ladder.all.first(where: { $0 > lap }) else { return "" }
    let points = ladder.points(at: next).map(\.pointsText).joined(separator: "-")
    let name = next == ladder.laps ? "finish" : "sprint"
    return next - lap == 1 ? "\(name) this lap: \(points)" : "\(name) in \(next - lap) laps: \(points)"
  }
}

extension Double {
  /// `60`, `0.5`: points as sheets print them.
  package var pointsText: String {
    self == rounded() && abs(self) < 1e15 ? String(Int(self)) : String(self)
  }
}

extension TrackGap {
  /// `over 14.0`: how long somebody in front has passed the next line, where that is longer than the gap was at the last
  /// one; nil else, and at the finish.
  fileprivate func waiting(for ahead: MassStartRun, clock: Int64?) -> String? {
    guard let clock, let next = ahead.time(at: lap + 1), clock - next.ticks > time.hundredths * 100 else {
      return nil
    }
    return "over " + String(LiveGap(ticks: clock - next.ticks).text.dropFirst())
  }
}

extension GroupLine {
  init(_ group: TrackGroup, first: MassStartRun?, in race: Race, clock: Int64?) {
    count = group.runs.count
    names = group.runs.map { race.name(of: $0.entry).family }
    gap = group.gap.map { gap in first.flatMap { gap.waiting(for: $0, clock: clock) } ?? gap.time.text } ?? ""
    metres = group.gap?.metres.map { "\($0) m" } ?? ""
    laps = group.gap?.lapHundredths.map { ShownTime(hundredths: $0).text } ?? ""
    lastLap = group.head.lastLap?.size ?? ""
    isLapped = first.map { group.head.lapsBehind($0) > 0 } ?? false
  }
}

extension BreakawayLine {
  /// Names that are told before `+4` stands for the others.
  private static let named = 2

  init(_ breakaway: Breakaway, in race: Race, clock: Int64?) {
    let names = breakaway.away.runs.map { race.name(of: $0.entry).family }
    let more = names.count - Self.named
    who = names.prefix(Self.named).joined(separator: ", ") + (more > 0 ? " +\(more)" : "")
    gap = breakaway.gap.time.text
    live = breakaway.gap.waiting(for: breakaway.away.head, clock: clock)
    let count = breakaway.pack.runs.count
    pack = count == 1 ? race.name(of: breakaway.pack.head.entry).family : "pack of \(count)"
    metres = breakaway.gap.metres.map { "\($0) m" } ?? ""
    laps = breakaway.gap.lapHundredths.map { ShownTime(hundredths: $0).text + " lap" } ?? ""
    trend = breakaway.growth.map { growth in
      let sign = growth.hundredths > 0 ? "▲" : growth.hundredths < 0 ? "▼" : "="
      return "\(sign)\(growth.size) in \(breakaway.span == 1 ? "1 lap" : "\(breakaway.span) laps")"
    }
    switch breakaway.outlook {
    case .holds(let left):
      outlook = "\(left.text) at the finish on this line: it holds"
      shortOutlook = "holds: \(left.text)"
      holds = true
    case .caught(let laps):
      let words = laps == 1 ? "1 lap" : "\(laps) laps"
      outlook = "caught in \(words) on this line"
      shortOutlook = "caught in \(words)"
      holds = false
    case nil:
      outlook = nil
      shortOutlook = nil
      holds = nil
    }
  }
}
