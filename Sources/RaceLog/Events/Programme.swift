package import LongTrack

/// The meet: what a log is about and where it comes from.
package struct MeetInfo: Hashable, Sendable {
  /// The log's own id.
  package let log: String
  /// The meet's name.
  package let name: String
  /// The rink.
  package let venue: String?
  /// The town.
  package let place: String?
  /// The country's three letters.
  package let nation: String?
  /// The day as written.
  package let date: String?
  /// Metres of a lap.
  package let track: Int
  /// Where the data come from.
  package let source: String?
  /// What was measured and what was not.
  package let note: String?
}

/// A distance on the programme.
package struct RaceInfo: Hashable, Sendable {
  /// The race's id.
  package let race: String
  /// The kind as written.
  package let kindWord: String
  /// The kind; nil for one that this program does not know: the race is listed, not drawn.
  package let kind: RaceKind?
  /// Metres, of an individual distance.
  package let distance: Int?
  /// Laps, of the other kinds.
  package let laps: Int?
  /// Whose race.
  package let gender: Gender?
  /// World Cup division.
  package let division: Division?
  /// As announced.
  package let title: String?
  /// Laps with sprint points.
  package let sprints: [Int]?
  /// Metres of the marks, where they are not the usual ones.
  package let marks: [Int]?
  /// How many heats.
  package let pairs: Int?
  /// The cup's name; `none` means no points.
  package let cup: String?

  /// A distance on the programme.
  package init(
    race: String, kindWord: String, kind: RaceKind?, distance: Int? = nil, laps: Int? = nil,
    gender: Gender? = nil, division: Division? = nil, title: String? = nil, sprints: [Int]? = nil,
    marks: [Int]? = nil, pairs: Int? = nil, cup: String? = nil
  ) {
    self.race = race
    self.kindWord = kindWord
    self.kind = kind
    self.distance = distance
    self.laps = laps
    self.gender = gender
    self.division = division
    self.title = title
    self.sprints = sprints
    self.marks = marks
    self.pairs = pairs
    self.cup = cup
  }
}

/// Who starts where.
package struct Entry: Hashable, Sendable {
  /// The race's id.
  package let race: String
  /// Heat number.
  package let pair: Int
  /// 2 for the second pair of a quartet.
  package let group: Int
  /// 2 for a re-skate.
  package let attempt: Int
  /// Where the start is.
  package let place: StartPlace?
  /// Who.
  package let competitor: Competitor
  /// Personal best.
  package let best: RaceTime?
  /// Season best.
  package let seasonBest: RaceTime?

  /// Who starts where.
  package init(
    race: String, pair: Int, group: Int = 1, attempt: Int = 1, place: StartPlace?, competitor: Competitor,
    best: RaceTime? = nil, seasonBest: RaceTime? = nil
  ) {
    self.race = race
    self.pair = pair
    self.group = group
    self.attempt = attempt
    self.place = place
    self.competitor = competitor
    self.best = best
    self.seasonBest = seasonBest
  }

  /// The place on the ice.
  package var heat: HeatPlace { HeatPlace(race: race, pair: pair, group: group) }

  /// The start lane of an individual distance.
  package var lane: Lane? { if case .lane(let lane) = place { lane } else { nil } }

  /// The start: a lane, or a straight in team races.
  package enum StartPlace: Hashable, Sendable {
    /// Individual distances.
    case lane(Lane)
    /// The home straight.
    case finishStraight
    /// The back straight, where lanes are changed.
    case crossingStraight

    /// `inner lane`, `finish straight`.
    package var words: String {
      if case .lane = self { word + " lane" } else { word + " straight" }
    }

    /// The word of the log format.
    package var word: String {
      switch self {
      case .lane(let lane): lane.rawValue
      case .finishStraight: "finish"
      case .crossingStraight: "crossing"
      }
    }
  }
}

/// Something to compare with.
package struct Reference: Hashable, Sendable {
  /// What kind of time it is.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// World record.
    case worldRecord = "WR"
    /// Olympic record.
    case olympicRecord = "OR"
    /// Track record.
    case trackRecord = "TR"
    /// National record.
    case nationalRecord = "NR"
    /// Personal best of one competitor.
    case personalBest = "PB"
    /// Season best of one competitor.
    case seasonBest = "SB"
    /// A competitor's last race.
    case last
    /// A plan.
    case schedule
  }

  /// The race's id.
  package let race: String
  /// What kind of time.
  package let kind: Kind
  /// Whose it is, or what the plan is called.
  package let name: String?
  /// The finishing time.
  package let time: RaceTime
  /// Times at marks by the mark's name (`600`, `2.5`), where known: nothing is interpolated.
  package let splits: [String: RaceTime]
  /// Whom it is for; nil for everyone.
  package let competitor: String?
}
