import BoardTestSupport
import Scoreboard
import Testing

/// What is said of sprints that look like mistakes.
@Suite struct SprintOddityTests {
  private func said(_ fields: String = #""sprints":[4]"#, _ write: (inout LogBuilder) -> Void) throws
    -> [String]
  {
    var log = LogBuilder.massStart(["a", "b", "c"], laps: 8, with: fields)
    write(&log)
    return try log.issues()
  }

  @Test func aSprintAsItShouldBeIsNothingToTalkAbout() throws {
    #expect(try said { $0.sprint(4, ["a", "b", "c"]) } == [])
    #expect(try said { $0.sprint(4, ["a", "b"], points: [3, 0]) } == [])
    #expect(try said { $0.sprint(8, ["c", "a", "b"]) } == [])
  }

  @Test func whatLooksLikeAMistakeIsSaid() throws {
    #expect(
      try said { $0.sprint(4, ["a", "a", "b"]) } == [
        "\"a\" stands twice in the sprint of lap 4: the first place counts"
      ])
    #expect(
      try said { $0.sprint(4, ["a"], points: [3, 2]) } == [
        "the sprint of lap 4 has points for 2 and an order of 1"
      ])
    #expect(try said { $0.sprint(4, ["a"], points: [-3]) } == ["the sprint of lap 4 has points below 0"])
    #expect(try said { $0.sprint(4, []) } == ["the sprint of lap 4 has an empty order: nobody has points"])
    #expect(try said { $0.sprint(5, ["a"]) } == ["no sprint is announced for lap 5: it counts all the same"])
    #expect(try said { $0.sprint(9, ["a"]) } == ["the race has no sprint on lap 9: it counts nowhere"])
    #expect(
      try said(#""sprints":[0,4,13]"#) { _ in } == ["no sprint can be on lap 0, 13 of 8, before the finish"])
    var distance = LogBuilder()
    distance.announce()
    distance.pair(1, "a", "b")
    distance.sprint(1, ["a"])
    #expect(try distance.issues() == ["the race has no sprint on lap 1: it counts nowhere"])
  }

  @Test func aSprintOfAnotherHeatTakesThePlaceOfTheFirst() throws {
    var log = LogBuilder.massStart(["a", "b"], laps: 8, with: #""sprints":[4]"#)
    for id in ["c", "d"] { log.entry(id, pair: 2) }
    log.sprint(4, ["a", "b"])
    log.sprint(4, ["b", "a"])
    #expect(try log.issues() == [])
    log.sprint(4, ["c", "d"])
    #expect(
      try log.issues() == [
        "the sprint of lap 4 takes the place of that of heat 1: heats of a mass start need a race each"
      ])
  }

  @Test func aSprintThatWasNotAnnouncedCountsAsItIsEntered() throws {
    var log = LogBuilder.massStart(["a", "b"], laps: 8, with: #""sprints":[4]"#)
    log.sprint(5, ["b", "a"])
    log.sprint(6, ["a"], points: [7])
    #expect(try log.massStartState().sprintNames == ["S1", "S2", "S3", "S4"])
    #expect(try log.massStartState().lines.map(\.sprints) == [["", "2", "7", ""], ["", "3", "", ""]])
  }
}
