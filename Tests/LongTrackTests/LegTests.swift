import LongTrack
import Testing

/// Who leads when in a team race (domain 2.4).
@Suite struct LegTests {
  @Test func aTeamSprintHasALegForEachLap() {
    let course = Course(.teamSprint, laps: 3)
    #expect(course.legs.map(\.member) == [0, 1, 2])
    #expect(course.legs.map(\.laps) == [1, 1, 1])
    #expect(course.leg(after: nil)?.number == 1)
    // Marks are half laps: the second leg begins at the second mark.
    #expect((0..<6).map { course.leg(after: $0)?.number } == [1, 2, 2, 3, 3, nil])
  }

  @Test func aMixedRelayIsWomanOneManTwoWomanTwoManOne() {
    let course = Course(.mixedRelay, laps: 6)
    #expect(course.legs.map(\.member) == [0, 1, 0, 1])
    #expect(course.legs.map(\.laps) == [1, 2, 2, 1])
    #expect(course.leg(after: nil)?.member == 0)
    #expect((0..<6).map { course.leg(after: $0)?.number } == [2, 2, 3, 3, 4, nil])
  }

  @Test(arguments: [Course(.mixedRelay, laps: 4), Course(.teamPursuit, laps: 8), Course(individual: 1000)])
  func otherwiseThereAreNone(course: Course) {
    #expect(course.legs.isEmpty)
    #expect(course.leg(after: nil) == nil)
  }
}
