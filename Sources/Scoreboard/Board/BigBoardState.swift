package import LongTrack
package import RaceLog

/// Three facts about each skater on the ice, for those who sit far away: who, ahead or behind, laps to go.
package struct BigBoardState: Hashable, Sendable {
  /// The whole board of the moment: heat, clocks, message.
  package let board: BoardState
  /// Who is shown, inner lane first.
  package let skaters: [BigSkater]
  /// Those of ``skaters`` whose gun is the newest: they stay where not all of a quartet can be read.
  package let newest: [BigSkater]
  /// Why there is nobody to show; nil where there is.
  package let emptiness: String?
}

/// A skater in three facts.
package struct BigSkater: Hashable, Sendable {
  /// What is on the arm; nil where nobody starts in a lane.
  package let armband: Armband?
  /// `TAKAGI`.
  package let family: String
  /// `TAKAGI Miho`.
  package let name: String
  /// `JPN`; empty where not entered.
  package let nation: String
  /// The facts besides the name, the most important first; none before there is anything to tell.
  package let facts: [BigFact]
  /// What stands there meanwhile: `white, inner lane`; empty where nobody starts in a lane.
  package let lane: String
}

/// A number to be read from across a rink.
package struct BigFact: Hashable, Sendable {
  /// What a number tells.
  package enum Kind: Hashable, Sendable {
    /// Ahead or behind, measured at a mark.
    case delta(Situation?)
    /// Ahead or behind now, calculated.
    case live(Situation?)
    /// Laps to go.
    case laps
    /// A time at a mark, where there is nobody to compare with.
    case split
    /// The final time.
    case time(isProvisional: Bool)
    /// A status instead of a time.
    case status
  }

  /// What it tells.
  package let kind: Kind
  /// `+0.14`, `1`, `1:14.44`, `DQ`.
  package let text: String
  /// What it is: `at 600 vs leader GOETZ`, `laps to go`, `1/12 · photo-finish`.
  package let caption: String
}

extension BigBoardState {
  /// The big board of a meet at a moment.
  ///
  /// - Parameters:
  ///   - log: the log that the meet is folded from.
  ///   - now: the moment on the log's clock, 1/10 000 s since 1970.
  ///   - competitor: the only one to show, while on the ice; nil for everybody on the ice.
  package init(_ meet: Meet, log: EventLog, now: Int64, options: BoardOptions, competitor: String? = nil) {
    board = BoardState(meet, log: log, now: now, options: options)
    let ice = meet.onIce(in: log, race: options.race)
    let chosen = board.panels.filter { $0.competitor == competitor }
    let panels = chosen.isEmpty ? board.panels : chosen
    let group = ice?.group ?? 1
    let massStart = board.massStart?.bigSkaters
    let isEmpty = panels.isEmpty && massStart == nil
    emptiness = ice == nil ? "no pair called" : isEmpty ? board.emptiness ?? "nobody is entered here" : nil
    skaters = ice == nil ? [] : massStart ?? panels.map(BigSkater.init)
    newest = ice == nil ? [] : panels.filter { ($0.armband?.group ?? 1) == group }.map(BigSkater.init)
  }
}

extension BigSkater {
  init(_ panel: PanelState) {
    armband = panel.armband
    family = panel.family
    name = panel.name
    nation = panel.nation
    lane = panel.armband.map { "\($0.rawValue), \($0.lane.rawValue) lane" } ?? panel.straight
    facts = panel.status.map { [BigFact(kind: .status, text: $0, caption: "")] } ?? panel.bigFacts
  }
}

extension PanelState {
  /// The facts of a skater without a status.
  fileprivate var bigFacts: [BigFact] {
    let last = lastMark.map { marks[$0] }
    let against = comparison.map { "vs " + $0 } ?? noComparison
    let isOver = state != nil
    var facts: [BigFact] = []
    if let last, let delta = last.delta {
      let place = isOver ? "" : "at \(last.name) "
      let live = live.map { " · \($0.label) \($0.text)" } ?? ""
      facts.append(BigFact(kind: .delta(last.situation), text: delta, caption: place + against + live))
    } else if let live, live.situation != nil {
      facts.append(
        BigFact(kind: .live(live.situation), text: live.text, caption: "\(live.label) \(against)"))
    } else if let last, let time = last.time, !isOver {
      facts.append(BigFact(kind: .split, text: time, caption: "at \(last.name) · \(against)"))
    }
    if isOver, let last, let time = last.time {
      let caption = [last.place, state].compactMap(\.self).joined(separator: " · ")
      facts.append(BigFact(kind: .time(isProvisional: isProvisional), text: time, caption: caption))
    } else if let laps = lapsToGo.split(separator: " ").first {
      let words = ["last": ("1", "last lap"), "half": ("0.5", "half a lap to go")]
      let (text, caption) = words[String(laps)] ?? (String(laps), "laps to go")
      facts.append(BigFact(kind: .laps, text: text, caption: caption))
    }
    return facts
  }
}

extension Armband {
  /// Which clock is this skater's.
  package var group: Int {
    switch self {
    case .white, .red: 1
    case .yellow, .blue: 2
    }
  }

  /// The lane this skater started in.
  package var lane: Lane {
    switch self {
    case .white, .yellow: .inner
    case .red, .blue: .outer
    }
  }
}
