import LongTrack
package import RaceLog

/// Everything a board says at one moment, as finished text with its meaning beside it: a view only
/// has to place it.
package struct BoardState: Hashable, Sendable {
  /// `ISU World Cup · Beijing · National Speed Skating Oval`.
  package let meet: String
  /// `Women 1000 m · A`; empty before any race is announced.
  package let race: String
  /// `Pair 10 of 10`; empty before the first call.
  package let heat: String
  /// One clock for each group on the ice.
  package let clocks: [ClockState]
  /// Who is on the ice, inner lane first; nobody in a mass start, which ``massStart`` tells of.
  package let panels: [PanelState]
  /// The names of the marks, `200`.
  package let marks: [String]
  /// Whoever has a rank or a status, best first.
  package let standings: [StandingLine]
  /// What only a mass start has; nil for the other kinds.
  package let massStart: MassStartState?
  /// A message of the last minute.
  package let ticker: Ticker?
  /// Whether all times of the race are confirmed.
  package let isOfficial: Bool
  /// Why there is nothing to show; nil where there is.
  package let emptiness: String?

  /// A message.
  package struct Ticker: Hashable, Sendable {
    /// What it says.
    package let text: String
    /// Whether it has to be noticed.
    package let isAlert: Bool
  }
}

/// The clock of a group.
package struct ClockState: Hashable, Sendable {
  /// Where its race is.
  package enum Phase: Hashable, Sendable {
    /// Called, no gun yet.
    case ready
    /// The run ended by `clear`; it will be started again.
    case cleared
    /// The run ended by a false start.
    case falseStart
    /// On the ice.
    case running
    /// Everybody has a time or a status.
    case finished
    /// Confirmed.
    case official
  }

  /// 1, or 2 for the second pair of a quartet.
  package let group: Int
  /// `1:02.3` while it runs, the last time in hundredths after.
  package let text: String
  /// Where its race is.
  package let phase: Phase
}

extension BoardState {
  /// The board of a meet at a moment.
  ///
  /// - Parameters:
  ///   - log: the log that the meet is folded from.
  ///   - now: the moment on the log's clock, 1/10 000 s since 1970.
  package init(_ meet: Meet, log: EventLog, now: Int64, options: BoardOptions) {
    let ice = meet.onIce(in: log, race: options.race)
    let race = (options.race ?? ice?.race).map(meet.race) ?? meet.races.first
    self.meet = meet.info?.title ?? ""
    self.race = race?.title ?? ""
    ticker =
      Self.ticker(meet, log: log, now: now) ?? race?.correction(now: now, besidesPair: ice?.pair)
      ?? race?.reskateNews(in: meet, log: log, now: now)
    guard let race, let course = race.course, let pair = ice?.pair ?? race.heatNumbers.first else {
      heat = ""
      clocks = []
      panels = []
      marks = []
      standings = []
      massStart = nil
      isOfficial = false
      emptiness = Self.emptiness(race)
      return
    }
    let onIce = race.entries(inPair: pair)
    let order = race.standings
    let maker = PanelMaker(race: race, course: course, now: now, options: options, standings: order)
    heat = race.heatTitle(pair)
    clocks = Set(onIce.map(\.group)).sorted().map {
      race.clock(HeatPlace(race: race.id, pair: pair, group: $0), now: now)
    }
    let isMassStart = course.kind == .massStart
    // Nobody reads 28 panels: a mass start has a screen of its own.
    panels = isMassStart ? [] : onIce.map(maker.panel)
    let clock = onIce.first.flatMap { race.runs[$0.heat] }.map { now - $0.zero }
    massStart =
      isMassStart ? MassStartState(race, pair: pair, course: course, standings: order, clock: clock) : nil
    marks = course.marks.map(\.name)
    standings = race.standingLines(order, onIce: Set(onIce.map(\.competitor.id)))
    isOfficial = race.isOfficial
    emptiness = onIce.isEmpty && standings.isEmpty ? "Nobody is entered yet." : nil
  }

  private static func emptiness(_ race: Race?) -> String {
    guard let race else { return "No race is announced yet." }
    guard race.course != nil else {
      return "This program does not know \"\(race.info?.kindWord ?? "")\" races."
    }
    return "Nobody is entered yet."
  }

  /// A message is news for a minute.
  private static func ticker(_ meet: Meet, log: EventLog, now: Int64) -> Ticker? {
    guard let (message, at) = meet.message(in: log), now - at < 60 * RaceTime.ticksPerSecond else {
      return nil
    }
    return Ticker(text: message.text, isAlert: message.isAlert)
  }
}

extension MeetInfo {
  /// `ISU World Cup · Beijing · National Speed Skating Oval`.
  package var title: String { [name, place, venue].compactMap(\.self).joined(separator: " · ") }
}

extension Race {
  /// `Women 1000 m · A`: as announced, or from gender and length.
  package var title: String {
    guard let info else { return id }
    let length = info.distance.map { "\($0) m" } ?? info.kind?.name ?? info.kindWord
    let gender = info.gender.map { $0.rawValue + " " } ?? ""
    let title = info.title ?? (gender + length).capitalisedFirst
    return info.division.map { title + " · " + $0.rawValue } ?? title
  }

  /// `Pair 10 of 10`, `Heat 2 of 3`.
  package func heatTitle(_ pair: Int) -> String {
    heatCount > 0 ? "\(heatWord) \(pair) of \(max(heatCount, pair))" : "\(heatWord) \(pair)"
  }

  /// What those who start together are called.
  var heatWord: String { info?.kind == .individual ? "Pair" : "Heat" }

  /// The clock of a group at a moment. It never shows less than the greatest counted time of its heat.
  package func clock(_ heat: HeatPlace, now: Int64) -> ClockState {
    let keys = entries.filter { $0.heat == heat }.map(\.key)
    let greatest = keys.compactMap { attempts[$0]?.counted.last { $0 != nil }??.time.ticks }.max() ?? 0
    guard let run = runs[heat] else {
      let phase: ClockState.Phase =
        switch clearings[heat] {
        case .falseStart: .falseStart
        case .cleared: .cleared
        case nil: isOfficial(heat) ? .official : .ready
        }
      return ClockState(group: heat.group, text: "0.0", phase: phase)
    }
    if isOver(keys) || isOfficial(heat) {
      let text = RaceTime(ticks: greatest).shown.text
      return ClockState(
        group: heat.group, text: text, phase: isOfficial(heat) ? .official : .finished)
    }
    let time = RaceTime(ticks: max(now - run.zero, greatest))
    return ClockState(group: heat.group, text: time.clockText, phase: isOfficial(heat) ? .official : .running)
  }

  /// Whether everybody in a group has finished or has a status.
  private func isOver(_ keys: [AttemptKey]) -> Bool {
    guard let finish = course.map({ $0.marks.count - 1 }) else { return true }
    return keys.allSatisfy { decisions[$0]?.status != nil || attempts[$0]?.time(at: finish) != nil }
  }
}

extension String {
  /// The first letter a capital.
  /// With a capital at the beginning.
  package var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
