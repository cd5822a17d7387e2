package import LongTrack
package import RaceLog
package import Scoreboard

/// What the operator's console says at one moment, as finished text with its meaning beside it.
package struct ConsoleState: Hashable, Sendable {
  /// What can happen next on the ice.
  package enum Phase: Hashable, Sendable {
    /// Nobody was called.
    case idle
    /// Called, not armed.
    case called
    /// The gun may be given, of this group.
    case armed(group: Int)
    /// On the ice.
    case running
    /// Everybody has a finish or a status.
    case done
    /// Confirmed.
    case official
  }

  /// A skater on the ice.
  package struct Skater: Hashable, Sendable {
    /// What is on the arm; nil where nobody starts in a lane.
    package let armband: Armband?
    /// `TAKAGI Miho`.
    package let name: String
    /// `JPN`; empty where not entered.
    package let nation: String
    /// The mark that comes next, and the lane of the line there; nil before the gun, and when nothing comes.
    package let next: Next?
    /// Where the start is, `inner lane`; empty after the gun, and where there is no place.
    package let start: String
    /// Everything measured, in order of marks, what counts first.
    package let rows: [Row]
    /// `DQ T08`; empty without one.
    package let status: String
  }

  /// What comes next for a skater.
  package struct Next: Hashable, Sendable {
    /// `600`.
    package let mark: String
    /// The lane in which the line is crossed there; nil where the race has none.
    package let lane: Lane?
    /// Whether the key of that lane would be this skater's now. Two may come in one lane, one after the other.
    package let isDue: Bool
  }

  /// A measurement of a mark.
  package struct Row: Hashable, Sendable {
    /// `600`; empty where the row above has it.
    package let mark: String
    /// `45.355`, as measured; nil for a mark that was missed.
    package let time: String?
    /// `hand`, `beam`, `loop`, `photo`; empty where missed.
    package let source: String
    /// `27.41`; nil without one.
    package let lap: String?
    /// Whether this is what counts.
    package let counts: Bool
  }

  /// Something that waits for the operator's word.
  package struct Line: Hashable, Sendable {
    /// Which decision.
    package let id: Decision.ID
    /// What waits.
    package let text: String
    /// What Enter does; nil where nothing is suggested.
    package let suggestion: String?
    /// What has to be given where nothing is suggested.
    package let lacks: Lack

    /// What a decision lacks.
    package enum Lack: Hashable, Sendable {
      /// A time.
      case time
      /// A skater.
      case skater
      /// Nothing that could be given.
      case nothing
    }
  }

  /// `Women 1000 m · A`; empty before any race is announced.
  package let race: String
  /// `Pair 10 of 10`; empty before the first call.
  package let heat: String
  /// One clock for each group on the ice.
  package let clocks: [ClockState]
  /// What can happen next.
  package let phase: Phase
  /// Who is on the ice, inner lane first.
  package let skaters: [Skater]
  /// What waits for a word, the newest first.
  package let decisions: [Line]
  /// `Pair 4 of 10`; nil after the last.
  package let nextHeat: String?
  /// Who starts in it.
  package let nextStarters: [Skater]
  /// What undo would take back; nil for nothing.
  package let undoes: String?

  /// Whether something moves by itself.
  package var isTicking: Bool { clocks.contains { $0.phase == .running } }
}

extension ConsoleState {
  /// The console at a moment.
  ///
  /// - Parameter now: the log's clock.
  package init(_ desk: inout Desk, now: Instant) {
    let list = desk.decisions()
    let race = desk.race
    let ice = desk.onIce
    self.race = race?.title ?? ""
    heat = ice.flatMap { ice in race?.heatTitle(ice.pair) } ?? ""
    let groups = desk.groups
    clocks = race.map { race in groups.map { race.clock($0, now: now.ticks) } } ?? []
    phase = Self.phase(desk, clocks: clocks, hasIce: ice != nil)
    let due = desk.due(at: now)
    skaters =
      ice.flatMap { ice in race?.entries(inPair: ice.pair).map { race?.skater($0, due: due) } }?.compactMap(
        \.self) ?? []
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
      next.map { next in next.race.entries(inPair: next.pair).map { next.race.skater($0, due: [:]) } } ?? []
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
  fileprivate func skater(_ entry: Entry, due: [AttemptKey: Int]) -> ConsoleState.Skater {
    let left = crossings(in: entry.heat).filter { $0.key == entry.key }
    // Of a mark that was missed the key is not any more.
    let now = left.first { $0.index == due[entry.key] }
    let next = now ?? left.first
    return ConsoleState.Skater(
      armband: entry.lane.map { Armband(lane: $0, group: entry.group) }, name: name(of: entry).full,
      nation: entry.competitor.nation ?? "",
      next: next.map { ConsoleState.Next(mark: $0.mark.name, lane: $0.lane, isDue: now != nil) },
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
      let others = attempt.splits.filter {
        $0.mark == mark && !$0.isDead && $0.event != counted.event && $0.suspicion == nil
      }
      return [first]
        + others.map {
          ConsoleState.Row(mark: "", time: $0.timeText, source: $0.source.deskWord, lap: nil, counts: false)
        }
    }
  }
}

extension Attempt.TimedSplit {
  fileprivate var timeText: String { (isEstimated ? "≈" : "") + time.text }
}

extension Source {
  /// What an operator calls it.
  package var deskWord: String {
    switch self {
    case .photofinish: "photo"
    case .optical: "beam"
    case .transponder: "loop"
    case .manual: "hand"
    }
  }
}
