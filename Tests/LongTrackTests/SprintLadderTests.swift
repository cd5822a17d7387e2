import LongTrack
import Testing

/// The sprints of a mass start (domain 2.5).
@Suite struct SprintLadderTests {
  @Test(arguments: [
    (16, nil, [4, 8, 12]), (15, nil, [4, 8, 12]), (10, nil, [4, 7]), (8, nil, [4]), (4, nil, []),
    (1, nil, []),
    (16, [12, 4, 4, 8, 16, 17, 0, -3], [4, 8, 12]), (16, [], []), (10, [5], [5]),
  ])
  func theSprintsOnTheWay(laps: Int, given: [Int]?, sprints: [Int]) {
    let ladder = SprintLadder(laps: laps, given: given)
    #expect(ladder.sprints == sprints)
    #expect(ladder.all == sprints + [laps])
  }

  @Test func pointsOnTheWayAndAtTheFinish() {
    let ladder = SprintLadder(laps: 16)
    #expect(ladder.points(at: 4) == [3, 2, 1])
    #expect(ladder.points(at: 5) == [])
    #expect(ladder.points(at: 16) == [60, 40, 20, 10, 6, 3])
    // Three sprints of 6 and a finish of 139: the sum of every sheet of 16 laps.
    #expect(ladder.all.flatMap(ladder.points).reduce(0, +) == 157)
    #expect(SprintLadder(laps: 10).points(at: 10) == [30, 20, 10, 4, 2, 1])
  }
}
