package import LongTrack
import RaceLog

/// The results of a race as a table: one row for each competitor, best first (log format 6).
package struct ResultTable: Hashable, Sendable {
  /// The race's id.
  package let race: String
  /// `Women 1000 m · A`.
  package let title: String
  /// `Pair`, or `Heat` where nobody has a lane.
  package let heatWord: String
  /// The marks of the race, in order.
  package let marks: [Mark]
  /// The names of the sprints of a mass start, `S1`, the finish being the last; none in other races.
  package let sprints: [String]
  /// The rows, best first.
  package let rows: [Row]
  /// What has to be said about the table: ties that could not be decided, sprints that nobody entered.
  package let notices: [String]
  /// How far the race as a whole is.
  package let progress: Progress

  /// How far a race is.
  package enum Progress: Hashable, Sendable {
    /// Nobody has started or was given a status.
    case notStarted
    /// Something may still change.
    case provisional
    /// The race is confirmed, or each of its heats.
    case official
  }

  /// A competitor.
  package struct Row: Hashable, Sendable {
    /// nil for whoever is not ranked.
    package let rank: Int?
    /// Heat number.
    package let pair: Int
    /// `inner`, `outer`, `finish`, `crossing`; empty without one.
    package let lane: String
    /// The competitor's id.
    package let id: String
    /// As entered.
    package let name: String
    /// As sheets write it: `GOETZ Kimi`, a team's name as entered.
    package let sheetName: String
    /// Three letters; empty where not entered.
    package let nation: String
    /// Empty where not entered.
    package let bib: String
    /// The attempt that counts.
    package let attempt: Int
    /// `1:16.35(4)`; nil without a time. Whoever is not ranked keeps what was measured.
    package let time: String?
    /// `+0.01`; nil for the winner, whoever equals him in hundredths, and in a mass start.
    package let behind: String?
    /// `DQ`; nil without one.
    package let status: String?
    /// World Cup points; nil where there are none.
    package let points: Double?
    /// Sprint points in all; nil but in a mass start, and for whoever has no result there.
    package let sprintPoints: Double?
    /// Points at each of ``ResultTable/sprints``; nil where there are none.
    package let sprints: [Double?]
    /// Laps done; nil but in a mass start.
    package let laps: Int?
    /// Whether the result may still move; nil for whoever has not started.
    package let state: Standing.State?
    /// Why there is a status; nil where the log does not say.
    package let reason: String?
    /// `fell`, `RS`, codes.
    package let remarks: [String]
    /// Shown times by mark.
    package let times: [Mark: String]
    /// Marks whose time nobody measured.
    package let estimated: [Mark]
    /// Other goes at the race that do not count: the first one, where a re-skate does.
    package let others: [OtherAttempt]

    /// What sheets for people say besides: ``remarks``, and why there is a status.
    package var sheetRemarks: [String] { remarks + [reason].compactMap(\.self) }

    /// `fell RS T08 estimated 200 600`.
    package var note: String {
      let marks = estimated.isEmpty ? [] : ["estimated"] + estimated.map(\.name)
      return (remarks + marks).joined(separator: " ")
    }
  }

  /// A go at the race that does not count.
  package struct OtherAttempt: Hashable, Sendable {
    /// 1, or 2 for a re-skate.
    package let number: Int
    /// `1:16.35`; nil without a time.
    package let time: String?
    /// `DNF`; nil without one.
    package let status: String?

    /// A go at the race that does not count.
    package init(number: Int, time: String?, status: String?) {
      self.number = number
      self.time = time
      self.status = status
    }
  }

  /// The table of a race as it stands, with the points of some ladders.
  package init(_ race: Race, ladders: PointsLadders = PointsLadders()) {
    self.race = race.id
    title = race.title
    heatWord = race.heatWord
    marks = race.course?.marks ?? []
    let standings = race.standings
    let scores = race.info?.kind == .massStart ? race.sprintScores(race.massStartRuns) : nil
    sprints = scores.map { $0.ladder.all.indices.map { "S\($0 + 1)" } } ?? []
    rows = standings.map { Row($0, race: race, ladders: ladders, scores: scores) }
    let undecided = Set(standings.filter(\.isUndecided).compactMap { $0.time?.shown })
    notices =
      undecided.sorted().map { "\(race.id): \($0.text) is shared: a time was given without thousandths" }
      + (scores?.notEntered ?? []).map {
        "\(race.id): the sprint of lap \($0) goes by the passages: nobody entered its order"
      }
    progress =
      race.isConfirmed
      ? .official : rows.contains { $0.state != nil } ? .provisional : .notStarted
  }
}

extension ResultTable.Row {
  init(_ standing: Standing, race: Race, ladders: PointsLadders, scores: SprintScores?) {
    let entry = standing.entry
    let attempt = race.attempts[entry.key] ?? Attempt()
    let marks = race.course?.marks ?? []
    let isMassStart = race.info?.kind == .massStart
    rank = standing.rank
    pair = entry.pair
    lane = isMassStart ? "" : entry.place?.word ?? ""
    id = entry.competitor.id
    name = entry.competitor.name
    sheetName = race.name(of: entry).full
    nation = entry.competitor.nation ?? ""
    bib = entry.competitor.bib ?? ""
    self.attempt = entry.attempt
    time = standing.timeText
    behind = isMassStart || standing.behind?.hundredths == 0 ? nil : standing.behind?.text
    status = standing.decision?.status?.code
    points = race.points(of: standing, ladders: ladders)
    sprintPoints = standing.sprintPoints
    sprints = scores?.row(of: id) ?? []
    laps = standing.laps
    state = standing.state
    reason = standing.decision?.reason
    remarks = [
      standing.decision?.fell == true ? "fell" : nil, standing.isReskate ? "RS" : nil,
      standing.decision?.code,
    ].compactMap(\.self)
    times = marks.enumerated().reduce(into: [:]) { times, mark in
      times[mark.element] = attempt.time(at: mark.offset)?.shown.text
    }
    estimated = marks.enumerated().filter { attempt.split(at: $0.offset)?.isEstimated == true }.map(\.element)
    others = race.entries.filter { $0.competitor.id == entry.competitor.id && $0.attempt != entry.attempt }
      .map {
        ResultTable.OtherAttempt(
          number: $0.attempt, time: race.attempts[$0.key]?.time(at: marks.count - 1)?.shown.text,
          status: race.decisions[$0.key]?.status?.code)
      }
  }
}

extension Race {
  /// World Cup points: what officials entered, else the ladder of the division. Nil for a race that gives
  /// none, and for whoever is not ranked.
  func points(of standing: Standing, ladders: PointsLadders) -> Double? {
    if let entered = standing.decision?.points { return entered }
    guard let info, let division = info.division, info.cup != "none", let course, let rank = standing.rank,
      standing.time != nil
    else { return nil }
    return ladders.points(rank: rank, division: division, course: course, gender: info.gender)
  }
}
