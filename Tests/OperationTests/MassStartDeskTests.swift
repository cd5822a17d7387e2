import FoundationEssentials
import LongTrack
import Operation
import RaceLog
import Scoreboard
import Testing

/// A mass start and teams at the desk.
@Suite struct MassStartDeskTests {
  /// A field of four with numbers 11, 12, 13, 14, on its way.
  private func field(_ kind: RaceKind = .massStart, laps: Int = 4) throws -> DeskScript {
    var script = try DeskScript(pairs: [])
    script.desk = try DeskScript.fresh()
    try script.desk.enter([.meet(log: "test", name: "Meet")], at: script.instant)
    try script.desk.enter(
      [.race(RaceInfo(race: "w", kindWord: kind.rawValue, kind: kind, laps: laps))], at: script.instant)
    for (index, id) in ["ann", "bea", "cat", "dot"].enumerated() where kind == .massStart || index < 2 {
      let place: Entry.StartPlace? =
        kind.hasTwoStraights ? index == 0 ? .finishStraight : .crossingStraight : nil
      try script.desk.enter(
        [
          .entry(
            Entry(
              race: "w", pair: 1, place: place,
              competitor: Competitor(
                id: id, name: "Given \(id.uppercased())", nation: ["AUS", "BEL", "CAN", "DEN"][index],
                bib: String(11 + index))))
        ], at: script.instant)
    }
    try script.start()
    return script
  }

  private func laps(_ script: DeskScript, _ id: String) -> [String] {
    guard let race = script.desk.race, let attempt = race.attempts[AttemptKey(competitor: id, number: 1)],
      let course = race.course
    else { return [] }
    return course.marks.indices.compactMap { index in
      attempt.time(at: index).map { "\(course.marks[index].name) \($0.shown.text)" }
    }
  }

  @Test func nobodyIsGuessedInAField() throws {
    var script = try field()
    #expect(try script.at(6, "inner") == "kept to be decided: who? N and who they were, first to last")
    #expect(script.waiting() == ["6.00 who? N and who they were, first to last"])
    #expect(laps(script, "ann") == [])
    try script.run("assign 13")
    #expect(laps(script, "cat") == ["0 6.00"])
    #expect(script.waiting().isEmpty)
  }

  @Test func keysAsTheyPassAndThenTheNumbers() throws {
    var script = try field()
    for seconds in [6, 6.2, 6.5, 7] { try script.at(seconds, "inner") }
    #expect(try script.at(9, "order 12 ann 14") == "timed: BEA, ANN, DOT at 0; 1 more waits")
    #expect(laps(script, "bea") == ["0 6.00"] && laps(script, "ann") == ["0 6.20"])
    #expect(laps(script, "dot") == ["0 6.50"] && laps(script, "cat") == [])
    #expect(try script.run("order 13") == "timed: CAT at 0")
    for seconds in [37, 37.5] { try script.at(seconds, "outer") }
    try script.run("order 13 12")
    #expect(laps(script, "cat") == ["0 7.00", "1 37.00"] && laps(script, "bea") == ["0 6.00", "1 37.50"])
    // All of an order is one thing that was done.
    try script.run("undo")
    #expect(laps(script, "cat") == ["0 7.00"])
    #expect(laps(script, "bea") == ["0 6.00"])
    #expect(script.waiting().count == 2)
    try script.run("redo")
    #expect(laps(script, "bea") == ["0 6.00", "1 37.50"])
  }

  @Test func anOrderThatCannotBeIsRefusedWhole() throws {
    var script = try field()
    try script.at(6, "inner")
    let before = script.desk.log.events.count
    for (line, sentence) in [
      ("order 11 12", "2 are named, and 1 impulse waits: name as many, first to last, or fewer."),
      ("order 11 11", "ANN stands there twice."), ("order 99", "Nobody is called \"99\""),
    ] {
      do {
        try script.run(line)
        Issue.record("\(line) was taken")
      } catch let error as DeskError { #expect(error.sentence.hasPrefix(sentence), "\(error.sentence)") }
    }
    #expect(script.desk.log.events.count == before)
    try script.run("order 11")
    do { try script.run("order 12") } catch let error as DeskError {
      #expect(
        error.sentence == "No impulse waits: press i or o as each passes, then name them first to last.")
    }
    #expect(throws: CommandError.self) { try script.run("order") }
  }

  @Test func whoWasMissedOnceIsALapFurtherOn() throws {
    var script = try field()
    for (start, order) in [(5.0, "11 12 13 14"), (37.0, "11 12 14"), (67.0, "11 12 13 14")] {
      for index in order.split(separator: " ").indices { try script.at(start + Double(index) * 0.4, "inner") }
      try script.run("order \(order)")
    }
    #expect(laps(script, "cat") == ["0 5.80", "2 1:07.80"])
    #expect(laps(script, "dot") == ["0 6.20", "1 37.80", "2 1:08.20"])
    try script.at(97, "inner")
    try script.at(97.5, "inner")
    #expect(try script.run("order 13 11") == "timed: CAT, ANN at 3")
  }

  @Test func aPressTooManyShiftsNobody() throws {
    var script = try field(.mixedRelay, laps: 6)
    for seconds in [4.5, 32, 32.4] { try script.at(seconds, "inner") }
    let before = script.desk.log.events.count
    let early = script.desk.log.nextSeq - 3
    do {
      try script.run("order bel aus")
      Issue.record("taken")
    } catch let error as DeskError {
      #expect(
        error.sentence
          == "4.50 is too early for Given BEA at 1 (from 27.00): `drop #\(early)`, or `assign #\(early) WHO`."
      )
    }
    #expect(script.desk.log.events.count == before)
    try script.run("drop #\(early)")
    #expect(try script.run("order bel aus") == "timed: Given BEA, Given ANN at 1")
  }

  @Test func everySuspectSplitOfAnActionWaits() throws {
    let script = try field(.mixedRelay, laps: 6)
    var bytes = script.desk.log.bytes
    for (index, split) in [("ann", "9.00"), ("bea", "9.10"), ("bea", "37.00")].enumerated() {
      let line =
        #"{"seq":\#(script.desk.log.nextSeq + index),"at":"\#(script.instant.text)","type":"split","race":"w","#
        + #""competitor":"\#(split.0)","lap":1,"time":"\#(split.1)","source":"manual","action":{"id":"x","parts":3}}"#
      bytes += Data((line + "\n").utf8)
    }
    // Only with the last line of the action it is known what the others are.
    var desk = try DeskScript.fresh(EventLog(reading: bytes, file: "test.ndjson"))
    let waiting = desk.decisions()
    #expect(waiting.map { desk.text(of: $0).prefix(16) } == ["Given BEA 1 9.10", "Given ANN 1 9.00"])
  }

  @Test func whoHasTimesDidStart() throws {
    var script = try field()
    try script.at(6, "inner")
    try script.run("order 11")
    do {
      try script.run("status 11 DNS")
      Issue.record("taken")
    } catch let error as DeskError {
      #expect(
        error.sentence == "ANN has times, so DNS cannot be: DNF, WDR or DQ, or void the times first.")
    }
    #expect(try script.run("status 12 DNS") == "BEA: DNS")
  }

  @Test func aSprintOfAFeedIsReadAndChecked() throws {
    var script = try field(laps: 16)
    try script.feed(40, #"{"type":"sprint","race":"w","lap":4,"order":["bea","ann"]}"#)
    try script.feed(41, #"{"type":"sprint","race":"w","lap":9,"order":["ann"]}"#)
    #expect(script.waiting() == ["timy: sprint lap 9: ann", "timy: sprint lap 4: bea, ann"])
    do {
      try script.run("accept")
      Issue.record("taken")
    } catch let error as DeskError {
      #expect(error.sentence == "Lap 9 has no sprint. There are 4, 8, 12, 16, the last one the finish.")
    }
    try script.run("drop")
    try script.run("accept")
    #expect(script.desk.race?.sprints[4]?.order == ["bea", "ann"])
  }

  @Test func twoLapsAreNotMixed() throws {
    var script = try field()
    for seconds in [5, 5.4, 36, 36.5] { try script.at(seconds, "inner") }
    let before = script.desk.log.events.count
    do {
      try script.run("order 11 12 13 14")
      Issue.record("taken")
    } catch let error as DeskError {
      #expect(
        error.sentence
          == "30.60 s lie between BEA and CAT: name those up to BEA first, if they are of one lap.")
    }
    #expect(script.desk.log.events.count == before)
    try script.run("order 11 12")
    #expect(try script.run("order 11 12") == "timed: ANN, BEA at 1")
  }

  @Test func aSprintIsOnALapThatHasOne() throws {
    var script = try field(laps: 16)
    do {
      try script.run("sprint 3 11 12")
      Issue.record("taken")
    } catch let error as DeskError {
      #expect(error.sentence == "Lap 3 has no sprint. There are 4, 8, 12, 16, the last one the finish.")
    }
    #expect(try script.run("sprint 4 11 12") == "sprint of lap 4: ANN, BEA")
  }

  @Test func whatIsOfficialIsNotClearedByAKey() throws {
    var script = try field()
    for id in ["11", "12", "13", "14"] { try script.run("status \(id) DNF") }
    try script.run("official")
    for line in ["clear", "falsestart"] {
      do {
        try script.run(line)
        Issue.record("\(line) was taken")
      } catch let error as DeskError {
        #expect(
          error.sentence
            == "Pair 1 is official. Take that back first: u, or :void and the #SEQ of the official.")
      }
    }
    try script.run("undo")
    #expect(try script.run("clear") == "cleared: pair 1 starts again")
  }

  @Test func teamsOfARelayAreAskedForAndANationWillDo() throws {
    var script = try field(.mixedRelay, laps: 6)
    #expect(try script.at(32, "inner") == "kept to be decided: who? N and who they were, first to last")
    try script.at(32.4, "inner")
    #expect(try script.run("order bel aus") == "timed: Given BEA, Given ANN at 1")
    #expect(laps(script, "bea") == ["1 32.00"])
    // Alone on the ice, a key can only be theirs.
    try script.run("status bel DQ missed takeover")
    #expect(try script.at(61, "inner") == "Given ANN 2: 1:01.00 by hand")
  }

  @Test func sprintsFallsAndTheResult() throws {
    var script = try field(laps: 4)
    for (lap, order) in [
      (0, "11 12 13 14"), (1, "11 12 13 14"), (2, "13 12 11 14"), (3, "13 12 11"), (4, "11 12 13"),
    ] {
      for index in order.split(separator: " ").indices {
        try script.at(Double(lap) * 31 + 5 + Double(index) * 0.3, "inner")
      }
      try script.run("order \(order)")
      if lap == 2 { try script.run("fall 14") }
      if lap == 2 { try script.run("status 14 DNF") }
    }
    try script.run("official")
    let race = try #require(script.desk.race)
    #expect(race.standings.map { $0.entry.competitor.id } == ["ann", "bea", "cat", "dot"])
    #expect(race.standings.map(\.sprintPoints) == [60, 40, 20, 0])
    #expect(race.isOfficial(HeatPlace(race: "w", pair: 1)))
  }

  @Test func twoTeamsHaveAKeyEach() throws {
    var script = try field(.teamPursuit, laps: 2)
    #expect(try script.at(18, "outer") == "Given BEA 0.5: 18.00 by hand")
    #expect(try script.at(18.1, "inner") == "Given ANN 0.5: 18.10 by hand")
    #expect(try script.at(31.4, "inner") == "Given ANN 1: 31.40 by hand")
    #expect(laps(script, "bea") == ["0.5 18.00"])
    let console = ConsoleState(&script.desk, now: script.instant)
    #expect(console.skaters.map { $0.next?.mark } == ["1.5", "1"])
    #expect(console.skaters.map { $0.next?.key } == [.inner, .outer])
    #expect(console.skaters.allSatisfy { $0.next?.lane == nil })
  }

  @Test func aTeamStartsAgainWhereItStarted() throws {
    var script = try field(.teamPursuit, laps: 2)
    #expect(try script.run("reskate bea") == "re-skate: Given BEA in pair 2, crossing straight")
    let entry = script.desk.race?.entries.last
    #expect(entry?.place == .crossingStraight && entry?.attempt == 2)
  }
}
