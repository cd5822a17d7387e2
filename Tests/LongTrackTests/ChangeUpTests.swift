import LongTrack
import Testing

@Suite struct ChangeUpTests {
  /// Metres of the first back straight with a change of lane (domain 2.2, 26 m bends).
  @Test(arguments: [
    (500, 195...305, 207...318), (700, 395...505, 407...518), (1000, 339...449, 351...461),
    (1500, 395...505, 407...518), (3000, 295...405, 307...418), (5000, 295...405, 307...418),
    (10_000, 95...205, 107...218),
  ])
  func theLanesAreChangedOnTheBackStraight(
    distance: Int, fromInner: ClosedRange<Int>, fromOuter: ClosedRange<Int>
  ) throws {
    let course = Course(individual: distance)
    for number in 1...course.changeUpCount {
      let changeUp = try #require(course.changeUp(number))
      let later = (number - 1) * 400
      #expect(changeUp.number == number)
      #expect(changeUp.zone(from: .inner) == fromInner.lowerBound + later...fromInner.upperBound + later)
      #expect(changeUp.zone(from: .outer) == fromOuter.lowerBound + later...fromOuter.upperBound + later)
    }
  }

  @Test(arguments: [(100, 1), (300, 1), (500, 2), (1000, 0), (1000, 3), (1000, -1), (10_000, 26)])
  func beyondTheLastThereIsNoChangeUp(distance: Int, number: Int) {
    #expect(Course(individual: distance).changeUp(number) == nil)
  }

  @Test func whoeverComesFromTheOuterLaneHasRightOfWay() {
    #expect(ChangeUp.rightOfWay == .outer)
  }

  /// Takagi, outer at the start, has right of way at the first change-up of a 1000 m, Li at the second.
  @Test(arguments: [(Lane.outer, [true, false]), (.inner, [false, true])])
  func rightOfWaySwapsWithTheLanes(start: Lane, expected: [Bool]) {
    let course = Course(individual: 1000)
    #expect((1...2).map { course.lane(into: $0, start: start) == ChangeUp.rightOfWay } == expected)
  }

  @Test(arguments: [500, 1000, 1500, 3000, 5000, 10_000])
  func everyChangeUpLiesBetweenTheMarksWhoseLanesDiffer(distance: Int) throws {
    let course = Course(individual: distance)
    for number in 1...course.changeUpCount {
      let zone = try #require(course.changeUp(number)).fromOuter
      let before = course.marks.lastIndex { $0.value <= zone.lowerBound }
      let after = try #require(course.marks.firstIndex { $0.value >= zone.upperBound })
      let laneBefore = before.map { course.lane(at: $0, start: .inner) } ?? .inner
      #expect(laneBefore == course.lane(into: number, start: .inner))
      #expect(course.lane(at: after, start: .inner) == laneBefore.other)
    }
  }

  @Test(arguments: [
    (Lane.inner, 1, Armband.white), (.outer, 1, .red), (.inner, 2, .yellow), (.outer, 2, .blue),
  ])
  func theArmbandTellsTheStartLane(lane: Lane, group: Int, armband: Armband) {
    #expect(Armband(lane: lane, group: group) == armband)
  }

  /// From, to, seconds: nobody skates faster.
  @Test(
    arguments: [
      (.individual, nil, .metres(200), 400, 0), (.individual, nil, .metres(600), 400, 20),
      (.individual, .metres(200), .metres(600), 400, 20), (.individual, .metres(200), .metres(1000), 400, 40),
      (.individual, .metres(167), .metres(500), 333, 20), (.individual, .metres(667), .metres(1000), 333, 20),
      (.teamPursuit, nil, .halfLaps(1), 400, 10), (.teamPursuit, .halfLaps(1), .halfLaps(4), 400, 30),
      (.teamSprint, .halfLaps(1), .halfLaps(2), 400, 10), (.mixedRelay, nil, .halfLaps(2), 400, 20),
      (.massStart, nil, .halfLaps(0), 400, 0), (.massStart, .halfLaps(0), .halfLaps(2), 400, 20),
    ] as [(RaceKind, Mark?, Mark, Int, Int64)])
  func aPartHasAShortestTime(kind: RaceKind, from: Mark?, to: Mark, lap: Int, seconds: Int64) {
    #expect(kind.shortest(from: from, to: to, lapLength: lap) == seconds * RaceTime.ticksPerSecond)
  }
}
