import LongTrack
import Testing

/// The ladders of the 2025/26 protocols (domain 3).
struct Ladder: Sendable, CustomTestStringConvertible {
  let name: String
  let division: Division
  let course: Course
  var gender: Gender?
  let points: [Int]

  var testDescription: String { name }

  private static let base = [60, 54, 48, 43, 40, 38, 36, 34, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21]
  private static let sprintB = [28, 24, 21, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]
  private static let middleB = [
    32, 28, 25, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1,
  ]
  private static let longB = [36, 32, 29, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10]

  static let all = [
    Ladder(name: "500 A", division: .a, course: Course(individual: 500), points: base),
    Ladder(name: "1000 A", division: .a, course: Course(individual: 1000), points: base),
    Ladder(name: "10 000 A", division: .a, course: Course(individual: 10_000), points: base),
    Ladder(
      name: "mass start A", division: .a, course: Course(.massStart, laps: 16),
      points: base + [20, 19, 18, 17]),
    Ladder(
      name: "pursuit A", division: .a, course: Course(.teamPursuit, laps: 8),
      points: [60, 54, 48, 43, 40, 38, 36, 34]),
    Ladder(name: "500 B", division: .b, course: Course(individual: 500), points: sprintB),
    Ladder(name: "1000 B", division: .b, course: Course(individual: 1000), points: sprintB),
    Ladder(name: "1500 B", division: .b, course: Course(individual: 1500), points: sprintB),
    Ladder(name: "3000 B", division: .b, course: Course(individual: 3000), gender: .women, points: middleB),
    Ladder(name: "5000 B men", division: .b, course: Course(individual: 5000), gender: .men, points: middleB),
    Ladder(
      name: "5000 B women", division: .b, course: Course(individual: 5000), gender: .women, points: longB),
    Ladder(name: "10 000 B", division: .b, course: Course(individual: 10_000), gender: .men, points: longB),
    Ladder(
      name: "mass start B", division: .b, course: Course(.massStart, laps: 16),
      points: [20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]),
    Ladder(
      name: "pursuit B", division: .b, course: Course(.teamPursuit, laps: 6),
      points: [40, 36, 33, 29, 28, 27, 26, 25]),
  ]
}

@Suite struct WorldCupPointsTests {
  @Test(arguments: Ladder.all)
  func everyRankHasItsPoints(ladder: Ladder) {
    let points = (1...ladder.points.count).map {
      WorldCupPoints.points(rank: $0, division: ladder.division, course: ladder.course, gender: ladder.gender)
    }
    #expect(points == ladder.points)
  }

  @Test(arguments: [Ladder.all[0], Ladder.all[5], Ladder.all[13]])
  func belowTheLadderThereIsNothing(ladder: Ladder) {
    for rank in [0, ladder.points.count + 1, 99] {
      #expect(
        WorldCupPoints.points(
          rank: rank, division: ladder.division, course: ladder.course, gender: ladder.gender) == 0)
    }
  }

  @Test(arguments: [Course(.teamSprint, laps: 3), Course(.mixedRelay, laps: 6), Course(individual: 100)])
  func whatNobodyPublishedHasNoPoints(course: Course) {
    #expect(WorldCupPoints.points(rank: 1, division: .b, course: course, gender: .men) == nil)
  }
}
