import BoardTestSupport
import LongTrack
import RaceLog
import Scoreboard
import Testing

/// Points of several races summed (domain 3.3).
@Suite struct CupTableTests {
  /// A race that gives its scorers points in order of their places.
  private func race(
    _ name: String, isOver: Bool = true, cup: String = "Cup", log: String = "l", division: Division? = nil,
    _ scores: [(id: String, rank: Int, points: Double)]
  ) -> CupRace {
    CupRace(
      cup: cup, title: name, log: log, race: name, division: division, isOver: isOver,
      scores: scores.map {
        CupRace.Score(
          competitor: $0.id, name: $0.id.uppercased(), nation: "NED", rank: $0.rank, points: $0.points)
      })
  }

  private func ranks(_ table: CupTable) -> [String] {
    table.rows.map { "\($0.rank) \($0.competitor) \($0.total.pointsText)" }
  }

  @Test func everyRaceCountsAndEqualOnesShareTheRank() {
    let races = [
      race("1", [("a", 1, 60), ("b", 2, 54), ("c", 3, 48)]), race("2", [("b", 1, 60), ("a", 2, 54)]),
      race("other", cup: "Other", [("z", 1, 60)]),
    ]
    let table = CupTable("Cup", races: races)
    #expect(ranks(table) == ["1 a 114", "1 b 114", "3 c 48"])
    #expect(table.rows.map(\.points) == [[60, 54], [54, 60], [48, nil]])
    #expect(!table.isRunning && table.basis == "after 2 races")
    #expect(table.rows.allSatisfy { $0.move == nil })
  }

  @Test func aTieIsBrokenAsIsAskedFor() {
    let races = [
      race("1", [("a", 1, 60), ("b", 2, 54)]), race("2", [("b", 1, 60), ("a", 2, 54)]),
      race("3", [("c", 2, 54), ("d", 1, 60)]), race("4", [("c", 1, 60), ("d", 2, 54)]),
    ]
    #expect(ranks(CupTable("Cup", races: races)) == ["1 a 114", "1 b 114", "1 c 114", "1 d 114"])
    // c was better than d in the last race; a and b were in the second one last.
    #expect(
      ranks(CupTable("Cup", races: races, tieBreak: .last)).map { $0.prefix(3) } == [
        "1 c", "2 d", "3 b", "4 a",
      ])
    let wins = [
      race("1", [("a", 1, 60), ("b", 2, 40)]), race("2", [("a", 3, 20), ("b", 2, 40)]),
    ]
    #expect(ranks(CupTable("Cup", races: wins)) == ["1 a 80", "1 b 80"])
    #expect(ranks(CupTable("Cup", races: wins, tieBreak: .wins)) == ["1 a 80", "2 b 80"])
  }

  @Test func divisionsOfARaceAreOneRoundAndAPlaceInBIsLessThanOneInA() {
    let races = [
      race("a", division: .a, [("x", 3, 48), ("y", 1, 60)]), race("b", division: .b, [("c", 1, 28)]),
      race("a2", log: "m", division: .a, [("c", 4, 43)]), race("b2", log: "m", division: .b, [("x", 4, 23)]),
    ]
    #expect(ranks(CupTable("Cup", races: races)) == ["1 c 71", "1 x 71", "3 y 60"])
    // In the last round c was in A, although the B race stands later in the log.
    #expect(ranks(CupTable("Cup", races: races, tieBreak: .last)) == ["1 c 71", "2 x 71", "3 y 60"])
    // The best race of x is third in A, 48 points; that of c fourth in A, and its win was one in B.
    #expect(ranks(CupTable("Cup", races: races, tieBreak: .wins)) == ["1 x 71", "2 c 71", "3 y 60"])
  }

  @Test func aRaceThatIsNotOverShowsWhoMoves() {
    let races = [
      race("1", [("a", 1, 60), ("b", 2, 54), ("c", 3, 48)]),
      race("2", isOver: false, [("c", 1, 60), ("n", 2, 54), ("a", 3, 48)]),
    ]
    let table = CupTable("Cup", races: races)
    #expect(table.isRunning && table.basis == "as if 2 ended now")
    #expect(ranks(table) == ["1 a 108", "1 c 108", "3 b 54", "3 n 54"])
    #expect(table.rows.map(\.moveText) == ["=", "▲2", "▼1", "new"])
  }

  @Test func theSameRaceOfTheSameLogCountsOnce() {
    let table = CupTable(
      "Cup",
      races: [race("1", [("a", 1, 60)]), race("1", [("a", 1, 60)]), race("1", log: "m", [("a", 1, 60)])])
    #expect(ranks(table) == ["1 a 120"])
    #expect(table.notices == ["1 race was given twice and counts once"])
  }

  @Test func anIdIsWhoSomebodyIsAndWhatLooksWrongIsSaid() {
    let races = [
      race("1", [("kim", 1, 60)]),
      CupRace(
        cup: "Cup", title: "2", log: "l", race: "2", isOver: true,
        scores: [
          CupRace.Score(competitor: "kim", name: "KIM Other", nation: "KOR", rank: 1, points: 60),
          CupRace.Score(competitor: "kim2", name: "KIM", nation: "NED", rank: 2, points: 54),
        ]),
    ]
    #expect(
      CupTable("Cup", races: races).notices == [
        "the id \"kim\" is counted as one, and is called KIM, KIM Other",
        "KIM NED is counted apart, as kim and kim2",
      ])
  }

  @Test(
    arguments: [
      (#""kind":"individual","distance":500,"gender":"women","division":"B""#, "Women 500 m"),
      (#""kind":"individual","distance":3000,"gender":"women","division":"A""#, "Women long distances"),
      (#""kind":"individual","distance":3000,"gender":"men","division":"A""#, "Men 3000 m"),
      (#""kind":"individual","distance":10000,"gender":"men","division":"A""#, "Men long distances"),
      (#""kind":"massStart","laps":16,"gender":"men","division":"A""#, "Men mass start"),
      (#""kind":"teamPursuit","laps":6,"gender":"women","division":"A""#, "Women team pursuit"),
      (#""kind":"mixedRelay","laps":6,"gender":"mixed","division":"A""#, "Mixed relay"),
      (#""kind":"individual","distance":500,"gender":"women","cup":"Club Cup""#, "Club Cup"),
      (#""kind":"individual","distance":500,"gender":"women","division":"A","cup":"none""#, nil),
      (#""kind":"individual","distance":500,"gender":"women""#, nil),
    ])
  func theCupOfARace(fields: String, cup: String?) throws {
    var log = LogBuilder()
    log.inRace("race", fields)
    #expect(try log.state().cupName == cup)
  }

  @Test func pointsOfDivisionAAndBAndWhatOfficialsEntered() throws {
    var log = try LogBuilder.finishes(
      [("a", "36.10"), ("b", "36.20")], 500, with: #""gender":"men","division":"A""#)
    log.status("b", with: #""points":44"#)
    log.inRace("official")
    let races = try log.meet().cupRaces(ladders: PointsLadders())
    #expect(races.map(\.cup) == ["Men 500 m"] && races[0].isOver)
    #expect(races[0].scores.map(\.points) == [60, 44])
    let own = PointsLadders(own: [PointsLadder(distances: [500], points: [3])])
    #expect(try log.meet().cupRaces(ladders: own)[0].scores.map(\.points) == [3, 44])
  }
}
