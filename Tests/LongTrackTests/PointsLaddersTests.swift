import LongTrack
import Testing

/// Ladders of one's own before the built-in ones.
@Suite struct PointsLaddersTests {
  private let sprint = Course(individual: 500)
  private let massStart = Course(.massStart, laps: 16)

  @Test func withoutAnyOfOnesOwnTheBuiltInOnesCount() {
    let ladders = PointsLadders()
    #expect(ladders.points(rank: 1, division: .a, course: sprint, gender: .men) == 60)
    #expect(ladders.points(rank: 3, division: .b, course: sprint, gender: .men) == 21)
    #expect(ladders.points(rank: 24, division: .a, course: massStart, gender: .women) == 17)
    #expect(
      ladders.points(rank: 1, division: .b, course: Course(.mixedRelay, laps: 6), gender: .mixed) == nil)
  }

  @Test func theFirstThatFitsCounts() {
    let ladders = PointsLadders(own: [
      PointsLadder(kind: .individual, distances: [500, 1000], gender: .men, division: .b, points: [9, 8.5]),
      PointsLadder(kind: .massStart, laps: [10], points: [5]), PointsLadder(division: .b, points: [7]),
    ])
    func points(_ rank: Int, _ course: Course, _ division: Division = .b, _ gender: Gender? = .men) -> Double?
    {
      ladders.points(rank: rank, division: division, course: course, gender: gender)
    }
    #expect(points(2, sprint) == 8.5)
    #expect(points(3, sprint) == 0)
    #expect(points(1, sprint, .b, .women) == 7)
    #expect(points(1, sprint, .b, nil) == 7)
    #expect(points(1, Course(individual: 1500)) == 7)
    #expect(points(1, sprint, .a) == 60)
    #expect(points(1, Course(.massStart, laps: 10), .a) == 5)
    #expect(points(1, massStart, .a) == 60)
  }
}
