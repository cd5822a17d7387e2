/// Points by rank for the races that it fits.
package struct PointsLadder: Hashable, Sendable {
  /// The kind of race; nil for any.
  package let kind: RaceKind?
  /// Metres, of individual distances; nil for any.
  package let distances: [Int]?
  /// Laps, of the other kinds; nil for any.
  package let laps: [Int]?
  /// Whose race; nil for anybody's.
  package let gender: Gender?
  /// The division; nil for both.
  package let division: Division?
  /// Points of the first, the second …; below them 0.
  package let points: [Double]

  /// A ladder.
  package init(
    kind: RaceKind? = nil, distances: [Int]? = nil, laps: [Int]? = nil, gender: Gender? = nil,
    division: Division? = nil, points: [Double]
  ) {
    self.kind = kind
    self.distances = distances
    self.laps = laps
    self.gender = gender
    self.division = division
    self.points = points
  }

  func fits(_ course: Course, division: Division, gender: Gender?) -> Bool {
    (kind.map { $0 == course.kind } ?? true) && (distances.map { $0.contains(course.distance ?? 0) } ?? true)
      && (laps.map { $0.contains(course.laps ?? 0) } ?? true) && (self.gender.map { $0 == gender } ?? true)
      && (self.division.map { $0 == division } ?? true)
  }
}

/// What ranks are worth: ladders of one's own, and behind them the built-in ones of ``WorldCupPoints``.
package struct PointsLadders: Hashable, Sendable {
  /// Ladders of one's own; of several that fit a race the first one counts.
  package let own: [PointsLadder]

  /// Some ladders of one's own, or none.
  package init(own: [PointsLadder] = []) { self.own = own }

  /// Points of a rank, 1 for the winner; nil where no ladder is known, 0 below a ladder's end.
  package func points(rank: Int, division: Division, course: Course, gender: Gender?) -> Double? {
    guard let ladder = own.first(where: { $0.fits(course, division: division, gender: gender) }) else {
      return WorldCupPoints.points(rank: rank, division: division, course: course, gender: gender)
        .map(Double.init)
    }
    return ladder.points.indices.contains(rank - 1) ? ladder.points[rank - 1] : 0
  }
}
