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
              competitor: Competitor(id: id, name: "Given \(id.uppercased())", bib: String(11 + index))))
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
    #expect(try script.at(6, "inner") == "kept to be decided: who? N and the numbers, first to last")
    #expect(script.waiting() == ["6.00 who? N and the numbers, first to last"])
    #expect(laps(script, "ann") == [])
    try script.run("assign 13")
    #expect(laps(script, "cat") == ["0 6.00"])
    #expect(script.waiting().isEmpty)
  }

  @Test func keysAsTheyPassAndThenTheNumbers() throws {
    var script = try field()
    for seconds in [6, 6.2, 6.5, 7] { try script.at(seconds, "inner") }
    #expect(try script.at(9, "order 12 ann 14") == "timed: BEA, ANN, DOT; 1 more waits")
    #expect(laps(script, "bea") == ["0 6.00"] && laps(script, "ann") == ["0 6.20"])
    #expect(laps(script, "dot") == ["0 6.50"] && laps(script, "cat") == [])
    #expect(try script.run("order 13") == "timed: CAT")
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
      ("order 11 12", "2 are named and 1 impulses wait: name as many, first to last, or fewer."),
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
