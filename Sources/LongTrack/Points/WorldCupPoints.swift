/// Division of a World Cup race.
package enum Division: String, Hashable, Sendable, CaseIterable {
  /// The best by ranking.
  case a = "A"
  /// The others.
  case b = "B"
}

/// Whose race it is.
package enum Gender: String, Hashable, Sendable, CaseIterable {
  /// Women.
  case women
  /// Men.
  case men
  /// Both in one team.
  case mixed
}

/// The World Cup points of the 2025/26 result sheets (domain 3).
package enum WorldCupPoints {
  /// Points of a rank; nil where the ladder is not known (team sprint, relay in division B), 0 below it.
  ///
  /// - Parameters:
  ///   - rank: 1 for the winner; equal times share a rank and get its full points.
  ///   - course: length and kind: the long distances have fewer starters and a ladder of their own in B.
  package static func points(rank: Int, division: Division, course: Course, gender: Gender?) -> Int? {
    let ladder = division == .a ? ladderA(course) : ladderB(course, gender: gender)
    guard let ladder else { return nil }
    return ladder.indices.contains(rank - 1) ? ladder[rank - 1] : 0
  }

  private static let base = [60, 54, 48, 43, 40, 38, 36, 34, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21]

  private static func ladderA(_ course: Course) -> [Int] {
    course.kind == .massStart ? base + [20, 19, 18, 17] : base
  }

  private static func ladderB(_ course: Course, gender: Gender?) -> [Int]? {
    switch (course.kind, course.distance) {
    case (.individual, 500), (.individual, 1000), (.individual, 1500): [28, 24, 21] + down(from: 17)
    case (.individual, 3000): [32, 28, 25] + down(from: 21)
    case (.individual, 5000):
      gender == .women ? [36, 32, 29] + down(from: 25) : [32, 28, 25] + down(from: 21)
    case (.individual, 10_000): [36, 32, 29] + down(from: 25)
    case (.massStart, _): down(from: 20)
    case (.teamPursuit, _): [40, 36, 33, 29, 28, 27, 26, 25]
    default: nil
    }
  }

  private static func down(from first: Int) -> [Int] { Array((1...first).reversed()) }
}
