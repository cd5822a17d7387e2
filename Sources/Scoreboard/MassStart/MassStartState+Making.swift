import LongTrack
import RaceLog

extension MassStartState {
  /// A heat of a mass start as it stands.
  ///
  /// - Parameter clock: race time now, in 1/10 000 s; nil before the gun.
  init(_ race: Race, pair: Int, course: Course, standings all: [Standing], clock: Int64?) {
    let runs = race.massStartRuns.filter { $0.entry.pair == pair }
    let standings = all.filter { $0.entry.pair == pair }
    let laps = course.laps ?? 0
    let scores = race.sprintScores(runs)
    let front = TrackFront(runs)
    let lead = front.lap
    let isOver = lead == laps
    lap = Self.lapText(lead, of: laps, runs: runs)
    lapsToGo = lead.map { laps - $0 }.flatMap { $0 > 0 ? $0 : nil }
    sprint = lead.map { Self.sprintText(after: $0, scores.ladder) } ?? ""
    let together = TrackGroup.groups(of: runs, lapLength: course.lapLength, clock: clock)
    groups = together.map { GroupLine($0, front: front, in: race) }
    breakaway =
      isOver
      ? nil
      : Breakaway(together, laps: laps, lapLength: course.lapLength, clock: clock).map {
        BreakawayLine($0, in: race)
      }
    sprintNames = scores.ladder.all.indices.map { "S\($0 + 1)" }
    isResult = standings.contains { $0.rank != nil }
    let passed = (0...max(laps, 0)).filter { lap in runs.contains { $0.time(at: lap) != nil } }
    self.passed = passed
    let maker = MassStartLines(
      race: race, scores: scores, front: front, passed: passed, runs: runs, lapLength: course.lapLength,
      clock: clock)
    lines = maker.lines(standings, isResult: isResult)
  }

  private static func lapText(_ lead: Int?, of laps: Int, runs: [MassStartRun]) -> String {
    switch lead {
    case nil: runs.contains(where: \.hasGun) ? "neutral first lap" : ""
    case .some(laps):
      runs.contains(where: \.isRacing)
        ? "\(runs.count(where: \.isFinished)) of \(runs.count { $0.isRacing || $0.isFinished }) in"
        : "finished"
    case 0: "neutral first lap"
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

extension TrackFront {
  /// `−1 lap`, `−2 laps?` where that is not sure.
  func text(_ laps: Int, of run: MassStartRun) -> String {
    (laps == 1 ? "−1 lap" : "−\(laps) laps") + (isUnsure(run) ? "?" : "")
  }
}

extension GroupLine {
  init(_ group: TrackGroup, front: TrackFront, in race: Race) {
    count = group.runs.count
    names = group.runs.map { race.name(of: $0.entry).family }
    let isUnsure = front.isUnsure(group.head)
    gap = isUnsure ? front.text(front.laps(aheadOf: group.head), of: group.head) : group.gap?.text ?? ""
    let measured = isUnsure ? nil : group.gap
    metres = measured?.metres.map { "\($0) m" } ?? ""
    laps = measured?.lapHundredths.map { ShownTime(hundredths: $0).text } ?? ""
    lastLap = group.head.lastLap?.size ?? ""
  }
}

extension BreakawayLine {
  /// Names that are told before `+4` stands for the others.
  private static let named = 2

  init(_ breakaway: Breakaway, in race: Race) {
    let names = breakaway.away.runs.map { race.name(of: $0.entry).family }
    let more = names.count - Self.named
    who = names.prefix(Self.named).joined(separator: ", ") + (more > 0 ? " +\(more)" : "")
    gap = breakaway.gap.time.text
    live = breakaway.gap.atLeast == nil ? nil : breakaway.gap.text
    let count = breakaway.pack.runs.count
    pack = count == 1 ? race.name(of: breakaway.pack.head.entry).family : "pack of \(count)"
    metres = breakaway.gap.measured.metres.map { "\($0) m" } ?? ""
    laps = breakaway.gap.measured.lapHundredths.map { ShownTime(hundredths: $0).text + " lap" } ?? ""
    isGrowing = breakaway.growth.map { $0.hundredths >= 0 }
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
