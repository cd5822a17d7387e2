import BoardTestSupport
import LongTrack
import RaceLog
import Scoreboard
import Testing

/// Who is together on the ice, and whether a breakaway lasts.
@Suite struct TrackGroupTests {
  /// One away from a pack of four, after ten laps of 30 s: the pack is as many seconds behind as given, lap by lap.
  private func away(_ gaps: [Double], from first: Int = 8, laps: Int = 16) throws -> LogBuilder {
    var log = LogBuilder.massStart(["solo", "p1", "p2", "p3", "p4"], laps: laps)
    for (index, gap) in gaps.enumerated() {
      let lap = first + index
      let time = Double(lap) * 30 + 5
      try log.pass(lap, ["solo": time])
      try log.pass(
        lap, ["p1": time + gap, "p2": time + gap + 0.2, "p3": time + gap + 0.4, "p4": time + gap + 0.6])
    }
    return log
  }

  @Test func asWhenGroenewoudWentAloneWithHalfALapOnThePack() throws {
    // 15 s at 30 s a lap are half a lap, 200 m.
    let line = try #require(try away([13, 14, 15]).massStartState().breakaway)
    #expect(line.who == "solo")
    #expect(line.gap == "+15.00" && line.pack == "pack of 4")
    #expect(line.metres == "193 m" && line.laps == "0.48 lap")
    #expect(line.trend == "▲2.00 in 2 laps")
    // Six laps to go, a second gained in each.
    #expect(line.outlook == "+21.00 at the finish on this line: it holds")
    #expect(line.holds == true)
  }

  @Test func aGapThatMeltsIsCaughtOnItsLine() throws {
    let line = try #require(try away([9, 8, 5]).massStartState().breakaway)
    #expect(line.trend == "▼4.00 in 2 laps")
    // 5 s melt by 2 s a lap: after two laps a second is left, after three nothing.
    #expect(line.outlook == "caught in 3 laps on this line")
    #expect(line.shortOutlook == "caught in 3 laps" && line.holds == false)
  }

  @Test func aGapThatMeltsTooSlowlyHolds() throws {
    let line = try #require(try away([9, 9, 8]).massStartState().breakaway)
    #expect(line.outlook == "+5.00 at the finish on this line: it holds")
  }

  @Test func beforeTwoLapsThereIsALineOfOne() throws {
    let line = try #require(try away([3, 4], from: 1).massStartState().breakaway)
    #expect(line.trend == "▲1.00 in 1 lap")
    let first = try #require(try away([3], from: 1).massStartState().breakaway)
    #expect(first.trend == nil && first.outlook == nil && first.holds == nil)
    #expect(first.metres.isEmpty && first.laps.isEmpty)
  }

  @Test func whileThePackIsOutOfSightTheGapGrowsAtLeast() throws {
    var log = try away([13, 14, 15])
    try log.pass(11, ["solo": 335])
    let early = try #require(try log.massStartState(at: 349).breakaway)
    #expect(early.gap == "+15.00" && early.live == nil)
    let late = try #require(try log.massStartState(at: 352.39).breakaway)
    #expect(late.gap == "+15.00" && late.live == "over 17.3")
    #expect(try log.massStartState(at: 352.39).groups.map(\.gap) == ["", "over 17.3"])
  }

  /// Two away who take turns, 3 s before a pack of three whose last passage is that of lap 11.
  private func turns(ofThe first: String, _ second: String) throws -> MassStartState {
    var log = LogBuilder.massStart(["a", "b", "p", "q", "r"])
    for lap in 9...11 {
      let time = Double(lap) * 30
      try log.pass(lap, ["a": time, "b": time + 0.9])
      try log.pass(lap, ["p": time + 3, "q": time + 3.2, "r": time + 3.4])
    }
    try log.pass(12, [first: 360, second: 360.9])
    return try log.massStartState(at: 361)
  }

  @Test func aChangeOfLeadMovesNoGap() throws {
    let before = try turns(ofThe: "a", "b")
    let after = try turns(ofThe: "b", "a")
    #expect(after.breakaway?.gap == "+3.00" && after.breakaway?.trend == "=0.00 in 2 laps")
    #expect(after.breakaway?.who == "b, a")
    #expect(after.breakaway?.outlook == before.breakaway?.outlook)
    #expect(after.breakaway?.gap == before.breakaway?.gap)
  }

  @Test func whoAttacksFromBehindPutsNobodyAhead() throws {
    var log = LogBuilder.massStart(["a", "b", "c"])
    try log.pass(5, ["a": 150, "b": 150.4, "c": 150.8])
    try log.pass(6, ["c": 178])
    // At their last passage a was the fastest, and c, who leads now, was behind.
    #expect(try log.massStartState(at: 178.1).lines.map(\.gap) == ["", "over 0.1", "+0.40"])
    #expect(try log.massStartState(at: 178.3).lines.map(\.gap) == ["", "over 0.3", "+0.40"])
  }

  @Test func whoStopsIsNotTogetherWithAnybodyForLong() throws {
    var log = LogBuilder.massStart(["a", "b", "stop"])
    try log.pass(1, ["stop": 30, "a": 30.2, "b": 30.4])
    try log.pass(2, ["a": 60, "b": 60.2])
    #expect(try log.massStartState(at: 60.5).groups.map(\.count) == [3])
    #expect(try log.massStartState(at: 61.5).groups.map(\.count) == [2, 1])
    try log.pass(3, ["a": 90, "b": 90.2])
    let state = try log.massStartState(at: 90.5)
    // Lapped, or a passage was not timed: nobody knows before the next one.
    #expect(state.lines.map(\.gap) == ["", "+0.20", "−1 lap?"])
    #expect(state.lines.map(\.note) == ["", "", "lapped?"])
    #expect(state.groups.map(\.gap) == ["", "−1 lap?"] && state.groups[1].metres.isEmpty)
    try log.pass(3, ["stop": 90.6])
    let timed = try log.massStartState(at: 90.7)
    #expect(timed.lines.map(\.gap) == ["", "+0.20", "+0.60"] && timed.groups.map(\.count) == [3])
  }

  @Test func whoDropsFromTheFrontPartsNobody() throws {
    // A line of twelve, half a second apart, whose first skater lets everybody pass.
    let ids = (1...12).map { "s\($0)" }
    var log = LogBuilder.massStart(ids)
    for lap in 3...4 {
      for (index, id) in ids.enumerated() { try log.pass(lap, [id: Double(lap) * 30 + Double(index) * 0.5]) }
    }
    for (index, id) in ids.enumerated().dropFirst() {
      let time = 150 + Double(index) * 0.5
      try log.pass(5, [id: time])
      let state = try log.massStartState(at: time + 0.05)
      #expect(state.breakaway == nil)
      #expect(state.groups.count <= 2 && state.groups[0].count >= 11, "\(id)")
      #expect(state.groups[0].names.first == "s2")
    }
    try log.pass(5, ["s1": 156])
    #expect(try log.massStartState(at: 156.1).groups.map(\.count) == [12])
  }

  @Test func whoAttacksFromTheMiddleIsWithThemUntilHeIsGone() throws {
    let ids = (1...6).map { "s\($0)" }
    var log = LogBuilder.massStart(ids)
    for (index, id) in ids.enumerated() { try log.pass(3, [id: 90 + Double(index) * 0.9]) }
    try log.pass(4, ["s4": 119])
    #expect(try log.massStartState(at: 119.5).groups.map(\.count) == [6])
    #expect(try log.massStartState(at: 120.5).groups.map(\.names.first) == ["s4", "s1", "s5"])
  }

  @Test func metresAreThoseOfTheGapBesideThem() throws {
    var log = try away([13, 14, 15])
    let before = try #require(try log.massStartState().breakaway)
    try log.pass(11, ["solo": 335])
    let late = try #require(try log.massStartState(at: 352.39).breakaway)
    #expect(late.live == "over 17.3" && late.gap == before.gap)
    #expect(late.metres == before.metres && late.laps == before.laps)
  }

  @Test func aPassageThatIsMissingMakesNoBreakaway() throws {
    let ids = (1...20).map { "s\($0)" }
    var log = LogBuilder.massStart(ids)
    for (index, id) in ids.enumerated() { try log.pass(3, [id: 90 + Double(index) * 0.15]) }
    // The first one is missed at lap 4, and half of the others have come by.
    for (index, id) in ids.enumerated().dropFirst().prefix(9) {
      try log.pass(4, [id: 120 + Double(index) * 0.15])
    }
    for moment in [121.6, 121.9] {
      let state = try log.massStartState(at: moment)
      #expect(state.breakaway == nil)
    }
    #expect(try log.massStartState(at: 121.6).groups[0].count >= 19)
  }

  @Test func aSecondApartIsAnotherGroup() throws {
    var log = LogBuilder.massStart(["a", "b", "c", "d"])
    try log.pass(0, ["a": 5, "b": 5, "c": 5, "d": 5])
    try log.pass(1, ["a": 35, "b": 36, "c": 37, "d": 38.001])
    let groups = try log.massStartState().groups
    #expect(groups.map(\.count) == [3, 1])
    #expect(groups.map(\.gap) == ["", "+3.00"])
    #expect(groups.map(\.lastLap) == ["30.00", "33.00"])
    // 3.00 s at 33.00 s a lap: 36 m, nine hundredths of it.
    #expect(groups[1].metres == "36 m" && groups[1].laps == "0.09")
    #expect(try log.massStartState().breakaway == nil)
  }

  @Test func aLappedSkaterIsBesideThemNotWithThem() throws {
    var log = LogBuilder.massStart(["a", "b", "late"])
    try log.pass(1, ["a": 35, "b": 35.1, "late": 40])
    try log.pass(2, ["a": 65, "b": 65.1])
    try log.pass(3, ["a": 95, "b": 95.1])
    try log.pass(2, ["late": 95.2])
    let state = try log.massStartState()
    #expect(state.lines.map(\.gap) == ["", "+0.10", "−1 lap"])
    #expect(state.lines.map(\.note) == ["", "", "lapped"])
    #expect(state.groups.map(\.count) == [2, 1])
    #expect(state.groups[1].laps == "0.54")
    log.status("late", "DNF")
    #expect(try log.massStartState().groups.map(\.count) == [2])
    #expect(try log.massStartState().lines.map(\.note) == ["", "", "DNF"])
  }

  @Test func lapsToGoAndWhatTheNextSprintGives() throws {
    var log = LogBuilder.massStart(["a"], laps: 5, with: #""sprints":[2]"#)
    var said: [[String]] = []
    func say() throws {
      let state = try log.massStartState()
      said.append([state.lap, state.toGo, state.sprint])
    }
    try say()
    for lap in 0...5 {
      try log.pass(lap, ["a": 5 + 30 * Double(lap)])
      try say()
    }
    #expect(
      said == [
        ["neutral first lap", "", ""], ["neutral first lap", "5 laps to go", "sprint in 2 laps: 3-2-1"],
        ["lap 1 of 5 done", "4 laps to go", "sprint this lap: 3-2-1"],
        ["lap 2 of 5 done", "3 laps to go", "finish in 3 laps: 60-40-20-10-6-3"],
        ["lap 3 of 5 done", "2 laps to go", "finish in 2 laps: 60-40-20-10-6-3"],
        ["lap 4 of 5 done", "last lap", "finish this lap: 60-40-20-10-6-3"], ["finished", "", ""],
      ])
  }

  @Test func theOrderAtEachPassage() throws {
    var log = LogBuilder.massStart(["a", "b", "c"])
    try log.pass(0, ["a": 5, "b": 5.1, "c": 5.2])
    try log.pass(1, ["c": 35, "a": 35.1])
    let state = try log.massStartState()
    #expect(state.passed == [0, 1])
    #expect(state.lines.map(\.competitor) == ["c", "a", "b"])
    #expect(state.lines.map(\.places) == [["3", "1"], ["1", "2"], ["2", nil]])
  }
}
