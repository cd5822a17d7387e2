import LongTrack
package import RaceLog
import Scoreboard

extension ConsoleState {
  /// The console at a moment.
  ///
  /// - Parameter now: the log's clock.
  package init(_ desk: inout Desk, now: Instant) {
    let (list, more) = desk.waitingNow()
    let race = desk.race
    let ice = desk.onIce
    self.race = race?.title ?? ""
    moreDecisions = more
    heat = ice.flatMap { ice in race?.heatTitle(ice.pair) } ?? ""
    let groups = desk.groups
    clocks = race.map { race in groups.map { race.clock($0, now: now.ticks) } } ?? []
    phase = Self.phase(desk, clocks: clocks, hasIce: ice != nil)
    let due = desk.due(at: now)
    let crossings =
      race.map { race in Dictionary(grouping: groups.flatMap(race.crossings), by: \.key) } ?? [:]
    skaters =
      ice.flatMap { ice in
        race?.onIce(ice.pair).compactMap { entry in
          race?.skater(entry, open: crossings[entry.key] ?? [], due: due)
        }
      } ?? []
    decisions = list.map { decision in
      Line(
        id: decision.id, text: desk.text(of: decision), suggestion: desk.suggestion(for: decision),
        lacks: Self.lack(of: decision))
    }
    let next = desk.nextHeat
    nextHeat = next.map {
      $0.race.id == race?.id ? $0.race.heatTitle($0.pair) : "\($0.race.title), \($0.race.heatTitle($0.pair))"
    }
    nextStarters =
      next.map { next in next.race.entries(inPair: next.pair).map { next.race.skater($0, open: [], due: [:]) }
      } ?? []
    undoes = desk.history.done.last?.text
  }

  private static func lack(of decision: Decision) -> Line.Lack {
    switch decision.matter {
    case .impulse: .skater
    case .missing: .time
    default: .nothing
    }
  }

  private static func phase(_ desk: Desk, clocks: [ClockState], hasIce: Bool) -> Phase {
    if let armed = desk.armed { return .armed(group: armed.group) }
    guard hasIce else { return .idle }
    let phases = clocks.map(\.phase)
    if phases.contains(.running) { return .running }
    if phases.contains(.ready) || phases.contains(.cleared) || phases.contains(.falseStart) { return .called }
    return phases.contains(.finished) ? .done : .official
  }
}

extension Race {
  /// Who is in a heat; of a mass start in the order on the ice.
  fileprivate func onIce(_ pair: Int) -> [Entry] {
    info?.kind == .massStart
      ? massStartRuns.map(\.entry).filter { $0.pair == pair } : entries(inPair: pair)
  }

  fileprivate func skater(
    _ entry: Entry, open left: [Crossing], due: [AttemptKey: Int]
  ) -> ConsoleState.Skater {
    // Of a mark that was missed the key is not any more.
    let now = left.first { $0.index == due[entry.key] }
    let next = now ?? left.first
    return ConsoleState.Skater(
      armband: entry.lane.map { Armband(lane: $0, group: entry.group) }, name: name(of: entry).full,
      nation: entry.competitor.nation ?? "", bib: entry.competitor.bib ?? "",
      next: next.map {
        ConsoleState.Next(
          mark: $0.mark.name, lane: entry.lane == nil ? nil : $0.lane, key: $0.lane, isDue: now != nil)
      },
      start: runs[entry.heat] == nil && !isOfficial(entry.heat) ? startText(entry) : "",
      rows: rows(entry.key),
      status: decisions[entry.key]?.statusText ?? "")
  }

  private func startText(_ entry: Entry) -> String {
    entry.lane.map { "starts in the \($0.rawValue) lane" } ?? entry.place.map {
      "starts on the \($0.word) straight"
    } ?? ""
  }

  private func rows(_ key: AttemptKey) -> [ConsoleState.Row] {
    guard let course, let attempt = attempts[key], let last = attempt.lastMark else { return [] }
    return (0...last).flatMap { index -> [ConsoleState.Row] in
      let mark = course.marks[index]
      guard let counted = attempt.split(at: index) else {
        return [ConsoleState.Row(mark: mark.name, time: nil, source: "", lap: nil, counts: false)]
      }
      let before = index > 0 ? attempt.time(at: index - 1)?.shown : nil
      let lap = before.map { (counted.time.shown - $0).size }
      let first = ConsoleState.Row(
        mark: mark.name, time: counted.timeText, source: counted.source.deskWord, lap: lap, counts: true)
      let others = attempt.measurements(at: mark).filter {
        $0.event != counted.event && $0.suspicion == nil
      }
      return [first]
        + others.map {
          ConsoleState.Row(mark: "", time: $0.timeText, source: $0.source.deskWord, lap: nil, counts: false)
        }
    }
  }
}

extension Attempt.TimedSplit {
  /// As measured, with two decimals at least, so that hundredths stand under hundredths.
  fileprivate var timeText: String {
    (isEstimated ? "≈" : "") + (time.decimals < 2 ? time.shown.text : time.text)
  }
}

extension Source {
  /// What an operator calls it.
  var deskWord: String {
    switch self {
    case .photofinish: "photo"
    case .optical: "beam"
    case .transponder: "loop"
    case .manual: "hand"
    }
  }
}
