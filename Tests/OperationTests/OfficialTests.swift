import LongTrack
import Operation
import RaceLog
import Scoreboard
import Testing

/// What officials decide, by command.
@Suite struct OfficialTests {
  @Test func theSecondFalseStartOfAPairIsOut() throws {
    var script = try DeskScript()
    try script.start()
    #expect(try script.at(1, "falsestart li") == "false start of pair 1: LI")
    try script.run("arm")
    try script.run("gun")
    #expect(throws: DeskError.whoIsMissing) { try script.run("falsestart") }
    #expect(try script.run("falsestart takagi") == "second false start: TAKAGI is out")
    #expect(script.desk.race?.decisions[AttemptKey(competitor: "takagi", number: 1)]?.status == .dq)
    try script.run("undo")
    #expect(script.desk.race?.decisions[AttemptKey(competitor: "takagi", number: 1)]?.status == nil)
    #expect(script.desk.race?.runs.count == 1)
  }

  @Test func aClearedRunStartsAgain() throws {
    var script = try DeskScript()
    try script.start()
    try script.at(18.3, "inner")
    #expect(try script.run("clear shot back") == "cleared: pair 1 starts again")
    #expect(script.times("li").isEmpty)
    #expect(throws: DeskError.notArmed) { try script.run("gun") }
    try script.run("arm")
    try script.run("gun")
    #expect(script.desk.race?.runs.count == 1)
  }

  @Test func aReskateComesLast() throws {
    var script = try DeskScript()
    try script.start()
    try script.at(18.3, "inner")
    #expect(try script.run("reskate li") == "re-skate: LI in pair 4, inner lane")
    try script.run("call 4 anyway")
    try script.run("arm")
    try script.run("gun")
    script.gun = script.now
    #expect(try script.at(18.2, "inner") == "LI 200: 18.20 by hand")
    #expect(script.times("li", attempt: 2) == ["200 18.20"])
    #expect(script.times("li", attempt: 1) == ["200 18.30"])
  }

  @Test func aRaceThatIsOfficialHasNoReskate() throws {
    var script = try DeskScript()
    try script.start()
    try script.run("official race anyway")
    do {
      try script.run("reskate li")
      Issue.record("taken")
    } catch let error as DeskError {
      #expect(
        error.sentence
          == "The race is official. Take that back first: u, or :void and the #SEQ of the official.")
    }
    try script.run("undo")
    #expect(try script.run("reskate li") == "re-skate: LI in pair 4, inner lane")
  }

  @Test func aPairThatRunsIsNotLeftByMistake() throws {
    var script = try DeskScript()
    try script.start()
    try script.at(18.3, "inner")
    #expect(throws: DeskError.stillRunning(pair: 1, who: ["LI", "TAKAGI"])) { try script.run("next") }
    #expect(throws: DeskError.stillRunning(pair: 1, who: ["LI", "TAKAGI"])) { try script.run("official") }
    try script.run("status takagi DNF")
    try script.run("split li 1000 75.00")
    #expect(try script.run("official") == "official: pair 1")
    #expect(try script.run("next") == "on the ice: Pair 2 of 3, GOETZ, LEERDAM")
    #expect(try script.run("previous") == "on the ice: Pair 1 of 3, LI, TAKAGI")
  }

  @Test func messagesBoardsChangeUpsAndFalls() throws {
    var script = try DeskScript()
    try script.start()
    #expect(try script.run("say Ice resurfacing at 15:40") == "on the ticker: Ice resurfacing at 15:40")
    #expect(try script.run("board big takagi") == "public screens: big takagi")
    #expect(
      throws: DeskError.unknownScreen("wide", known: ["race", "big", "standings", "start", "plot", "cup"])
    ) {
      try script.run("board wide")
    }
    #expect(try script.run("changeup 1 yielded li") == "change-up 1: yielded LI")
    #expect(try script.run("fall red") == "TAKAGI fell")
    #expect(script.desk.race?.decisions[AttemptKey(competitor: "takagi", number: 1)]?.fell == true)
    #expect(try script.run("status li DQ T08 in the way") == "LI: DQ T08")
    #expect(script.desk.log.events.last?.notes?.reason == "in the way")
    #expect(try script.issues().isEmpty)
  }

  @Test func peopleAreFoundByArmbandNumberAndName() throws {
    var script = try DeskScript(pairs: [["lia", "lib"], ["goetz"]])
    try script.start()
    #expect(try script.run("fall white") == "LIA fell")
    #expect(try script.run("fall goe") == "GOETZ fell")
    #expect(throws: DeskError.ambiguousWho("li", names: ["LIA Given", "LIB Given"])) {
      try script.run("fall li")
    }
    #expect(throws: DeskError.unknownWho("nobody", known: ["LIA", "LIB"])) { try script.run("fall nobody") }
  }

  @Test func correctionsSayWhatTheyDo() throws {
    var script = try DeskScript()
    try script.start()
    try script.at(18.3, "inner")
    #expect(try script.run("edit li 200 18,25 video") == "LI 200: 18.30 → 18.25")
    #expect(try script.run("move li 200 takagi") == "18.25 at 200 is now of TAKAGI")
    #expect(script.times("takagi") == ["200 18.25"])
    #expect(try script.run("void takagi 200") == "void: TAKAGI 200 18.25")
    #expect(throws: DeskError.noSplit(who: "TAKAGI", mark: "200")) { try script.run("edit takagi 200 18.2") }
    #expect(throws: DeskError.unknownMark("250", known: ["200", "600", "1000"])) {
      try script.run("edit takagi 250 18.2")
    }
    #expect(throws: DeskError.badTime("1:75.2")) { try script.run("split li 200 1:75.2") }
    #expect(throws: DeskError.noSuchEvent(1)) { try script.run("void #1") }
    #expect(throws: DeskError.noSuchEvent(99)) { try script.run("void #99") }
  }

  @Test func aPreviewChangesNothing() throws {
    var script = try DeskScript()
    try script.start()
    script.now = script.gun + 183_000
    let bytes = script.desk.log.bytes
    #expect(script.desk.preview(.cross(.inner), at: script.instant) == "LI 200: 18.30 by hand")
    #expect(
      script.desk.preview(.arm(group: nil), at: script.instant)
        == "Pair 1 has started: `clear` ends that run.")
    #expect(script.desk.log.bytes == bytes)
  }

  @Test func aQuartetHasTwoGunsAndFourInTwoLanes() throws {
    var script = try DeskScript(pairs: [["li", "takagi"]])
    for (id, lane) in [("goetz", Lane.inner), ("leerdam", .outer)] {
      try script.desk.enter(
        [
          .entry(
            Entry(
              race: "w", pair: 1, group: 2, place: .lane(lane),
              competitor: Competitor(id: id, name: id.uppercased())))
        ], at: script.instant)
    }
    try script.start()
    script.now = script.gun + 150_000
    #expect(try script.run("arm") == "ARMED: Space is the gun of pair 1, group 2")
    try script.run("gun")
    #expect(try script.at(18.3, "inner") == "LI 200: 18.30 by hand")
    #expect(try script.at(18.4, "outer") == "TAKAGI 200: 18.40 by hand")
    #expect(try script.at(33.1, "inner") == "GOETZ 200: 18.10 by hand")
    #expect(try script.at(33.2, "outer") == "LEERDAM 200: 18.20 by hand")
  }

  @Test func aTimeWithoutItsMarkIsNone() throws {
    var script = try DeskScript()
    try script.start()
    for line in ["split li 200 1830", "split li 200 18", "split li 600 4590"] {
      #expect(throws: DeskError.self) { try script.run(line) }
    }
    #expect(script.times("li").isEmpty)
  }

  @Test func whatARaceDoesNotHaveIsRefused() throws {
    var script = try DeskScript()
    try script.start()
    #expect(throws: DeskError.notInThisRace("sprint")) { try script.run("sprint 4 li takagi") }
    #expect(throws: DeskError.notInThisRace("change-up 3")) { try script.run("changeup 3 clear") }
  }
}
