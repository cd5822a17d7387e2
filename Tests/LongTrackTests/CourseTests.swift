import LongTrack
import Testing

/// An individual distance as the rule books and protocols have it (domain 2.2).
struct DistanceFacts: Sendable, CustomTestStringConvertible {
  let distance: Int
  let marks: [Int]
  let opening: Int
  let fullLaps: Int
  let changeUps: Int
  /// Lanes at the marks for whoever starts inside.
  let lanes: String

  var testDescription: String { "\(distance) m" }

  static let all = [
    DistanceFacts(distance: 100, marks: [100], opening: 100, fullLaps: 0, changeUps: 0, lanes: "i"),
    DistanceFacts(distance: 300, marks: [300], opening: 300, fullLaps: 0, changeUps: 0, lanes: "i"),
    DistanceFacts(distance: 500, marks: [100, 500], opening: 100, fullLaps: 1, changeUps: 1, lanes: "io"),
    DistanceFacts(distance: 700, marks: [300, 700], opening: 300, fullLaps: 1, changeUps: 1, lanes: "io"),
    DistanceFacts(
      distance: 1000, marks: [200, 600, 1000], opening: 200, fullLaps: 2, changeUps: 2, lanes: "ioi"),
    DistanceFacts(
      distance: 1500, marks: [300, 700, 1100, 1500], opening: 300, fullLaps: 3, changeUps: 3, lanes: "ioio"),
    DistanceFacts(
      distance: 3000, marks: [200, 600, 1000, 1400, 1800, 2200, 2600, 3000], opening: 200, fullLaps: 7,
      changeUps: 7, lanes: "ioioioio"),
    DistanceFacts(
      distance: 5000,
      marks: [200, 600, 1000, 1400, 1800, 2200, 2600, 3000, 3400, 3800, 4200, 4600, 5000], opening: 200,
      fullLaps: 12, changeUps: 12, lanes: "ioioioioioioi"),
    DistanceFacts(
      distance: 10_000, marks: (1...25).map { $0 * 400 }, opening: 400, fullLaps: 25, changeUps: 25,
      lanes: "oioioioioioioioioioioioio"),
  ]
}

@Suite struct CourseTests {
  @Test(arguments: DistanceFacts.all)
  func aDistanceFixesItsMarks(facts: DistanceFacts) {
    let course = Course(individual: facts.distance)
    #expect(course.marks == facts.marks.map(Mark.metres))
    #expect(course.opening == facts.opening)
    #expect(course.fullLaps == facts.fullLaps)
    #expect(course.finish == .metres(facts.distance))
    #expect(course.changeUpCount == facts.changeUps)
  }

  @Test(arguments: DistanceFacts.all)
  func lanesFollowFromDistanceAndStartLane(facts: DistanceFacts) {
    let course = Course(individual: facts.distance)
    let lanes: [Lane] = facts.lanes.map { $0 == "i" ? .inner : .outer }
    #expect(course.marks.indices.map { course.lane(at: $0, start: .inner) } == lanes)
    #expect(course.marks.indices.map { course.lane(at: $0, start: .outer) } == lanes.map(\.other))
    #expect(course.finishLane(start: .inner) == lanes.last)
  }

  @Test(arguments: [
    (100, true), (300, true), (500, false), (700, false), (1000, true), (1500, false), (3000, false),
    (5000, true), (10_000, false),
  ])
  func theFinishIsInTheStartLaneOrTheOther(distance: Int, isSame: Bool) {
    let course = Course(individual: distance)
    for lane in Lane.allCases { #expect((course.finishLane(start: lane) == lane) == isSame) }
  }

  /// Metres of the marks on a track of 333⅓ m, written 333 (domain 2.1).
  @Test(
    arguments: [
      (500, [167, 500], 1), (1000, [333, 667, 1000], 3), (1500, [167, 500, 833, 1167, 1500], 4),
      (3000, [333, 667, 1000, 1333, 1667, 2000, 2333, 2667, 3000], 9),
      (10_000, (1...30).map { $0 * 1000 / 3 }, 30),
    ] as [(Int, [Int], Int)])
  func oldTracksHaveTheirOwnMarks(distance: Int, marks: [Int], changeUps: Int) {
    let course = Course(individual: distance, lapLength: 333, marks: marks)
    #expect(course.marks == marks.map(Mark.metres))
    #expect(course.changeUpCount == changeUps)
    #expect(course.changeUp(1) == nil)
  }

  @Test(
    arguments: [
      ([600, 200], [200, 600, 1000]), ([200, 600, 1000, 1400], [200, 600, 1000]), ([], [1000]),
      ([0, -5, 600, 600], [600, 1000]),
    ] as [([Int], [Int])])
  func givenMarksAreTidiedAndTheFinishIsAlwaysOne(given: [Int], marks: [Int]) {
    #expect(Course(individual: 1000, marks: given).marks == marks.map(Mark.metres))
  }

  @Test(
    arguments: [
      (.massStart, 16, 17, "0", "16", 0), (.massStart, 15, 16, "0", "15", 0),
      (.massStart, 10, 11, "0", "10", 0),
      (.teamPursuit, 8, 16, "0.5", "8", 0), (.teamPursuit, 6, 12, "0.5", "6", 0),
      (.teamSprint, 3, 6, "0.5", "3", 0), (.mixedRelay, 6, 6, "1", "6", 0),
    ] as [(RaceKind, Int, Int, String, String, Int)])
  func racesInLapsAreTimedAtTheLine(
    kind: RaceKind, laps: Int, marks: Int, first: String, last: String, changeUps: Int
  ) {
    let course = Course(kind, laps: laps)
    #expect(course.marks.count == marks)
    #expect(course.marks.first?.name == first)
    #expect(course.finish.name == last)
    #expect(course.changeUpCount == changeUps)
    #expect(course.lapsToGo(after: nil) == Double(laps))
    #expect(course.lapsToGo(after: marks - 1) == 0)
  }

  @Test(arguments: [
    (500, nil, 1.25), (500, 0, 1), (1000, nil, 2.5), (1000, 1, 1), (1500, 2, 1), (10_000, 0, 24),
    (10_000, 24, 0),
  ])
  func lapsToGoCountFromTheLastMark(distance: Int, mark: Int?, laps: Double) {
    #expect(Course(individual: distance).lapsToGo(after: mark) == laps)
  }

  @Test func aMarkIsFoundOnlyWhereTheRaceHasIt() {
    let course = Course(individual: 10_000)
    for (index, mark) in course.marks.enumerated() { #expect(course.index(of: mark) == index) }
    for metres in [0, 200, 399, 401, 10_400] { #expect(course.index(of: .metres(metres)) == nil) }
    #expect(course.index(of: .halfLaps(2)) == nil)
  }

  @Test(arguments: [
    (Mark.metres(600), "600", "m600"), (.halfLaps(1), "0.5", "lap0.5"), (.halfLaps(5), "2.5", "lap2.5"),
    (.halfLaps(0), "0", "lap0"), (.halfLaps(32), "16", "lap16"),
  ])
  func aMarkHasANameAndAColumn(mark: Mark, name: String, column: String) {
    #expect(mark.name == name)
    #expect(mark.column == column)
  }

  @Test func distancesStandBeforeLaps() {
    #expect(
      [Mark.halfLaps(1), .metres(1000), .metres(200)].sorted() == [.metres(200), .metres(1000), .halfLaps(1)])
  }
}
