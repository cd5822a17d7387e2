package import LongTrack
import RaceLog

/// What one race gives to its cup.
package struct CupRace: Hashable, Sendable {
  /// The cup's name: as announced, else from gender and distance.
  package let cup: String
  /// `Women 1000 m · A`.
  package let title: String
  /// The log that it is of.
  package let log: String
  /// Its id in the log.
  package let race: String
  /// Its division; nil without one.
  package let division: Division?
  /// Whether everything in it is confirmed. One that is not gives points as if it ended now.
  package let isOver: Bool
  /// What everybody got who has a place or points, best first.
  package let scores: [Score]

  /// What somebody got.
  package struct Score: Hashable, Sendable {
    /// The competitor's id.
    package let competitor: String
    /// `TAKAGI Miho`.
    package let name: String
    /// Three letters; empty where not entered.
    package let nation: String
    /// The place in the race; nil for whoever has none.
    package let rank: Int?
    /// The points.
    package let points: Double

    /// What somebody got.
    package init(competitor: String, name: String, nation: String, rank: Int?, points: Double) {
      self.competitor = competitor
      self.name = name
      self.nation = nation
      self.rank = rank
      self.points = points
    }
  }

  /// What a race gives to a cup.
  package init(
    cup: String, title: String, log: String, race: String, division: Division? = nil, isOver: Bool,
    scores: [Score]
  ) {
    self.division = division
    self.cup = cup
    self.title = title
    self.log = log
    self.race = race
    self.isOver = isOver
    self.scores = scores
  }
}

extension Race {
  /// The cup that the race belongs to; nil for none. A and B races of a distance feed one cup, and so do the two long
  /// distances of either gender (domain 3.3).
  package var cupName: String? {
    guard let info, info.cup != "none", let course else { return nil }
    if let cup = info.cup { return cup }
    // Without division and name nobody said that it counts for anything.
    guard info.division != nil else { return nil }
    let whose = info.gender.map { $0.rawValue.capitalisedFirst + " " } ?? ""
    return whose + Self.discipline(course, gender: info.gender)
  }

  private static func discipline(_ course: Course, gender: Gender?) -> String {
    if let name = course.kind.name { return name }
    return switch (course.distance, gender) {
    case (3000, .women), (5000, _), (10_000, _): "long distances"
    case (let distance, _): "\(distance ?? 0) m"
    }
  }

  /// What the race gives to its cup; nil where it belongs to none, or nobody has a place yet.
  package func cupRace(in meet: Meet, ladders: PointsLadders) -> CupRace? {
    guard let cup = cupName else { return nil }
    let scores = (isConfirmed ? standings : standingsIfItEndedNow).compactMap { row -> CupRace.Score? in
      guard let points = points(of: row, ladders: ladders) else { return nil }
      return CupRace.Score(
        competitor: row.entry.competitor.id, name: name(of: row.entry).full,
        nation: row.entry.competitor.nation ?? "", rank: row.rank, points: points)
    }
    guard !scores.isEmpty else { return nil }
    return CupRace(
      cup: cup, title: title, log: meet.info?.log ?? "", race: id, division: info?.division,
      isOver: isConfirmed, scores: scores)
  }
}

extension Meet {
  /// What the races of a meet give to their cups, in the order of the programme.
  ///
  /// - Parameter cup: only those of this one; nil for all.
  package func cupRaces(ladders: PointsLadders, of cup: String? = nil) -> [CupRace] {
    races.filter { cup == nil || $0.cupName == cup }.compactMap { $0.cupRace(in: self, ladders: ladders) }
  }
}
