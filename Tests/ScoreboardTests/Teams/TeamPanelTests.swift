import BoardTestSupport
import LongTrack
import RaceLog
import Scoreboard
import Testing

/// What the board says of teams (domain 2.3 and 2.4).
@Suite struct TeamPanelTests {
  private func log(
    _ kind: String, laps: Int, _ teams: [(id: String, lane: String, members: String)]
  ) -> LogBuilder {
    var log = LogBuilder()
    log.race = "t"
    log.inRace("race", #""kind":"\#(kind)","laps":\#(laps)"#)
    for team in teams {
      let lane = team.lane.isEmpty ? "" : #""lane":"\#(team.lane)""#
      let members = team.members.isEmpty ? "" : #","members":[\#(team.members)]"#
      log.inRace(
        "entry", #""pair":1"#, lane,
        #""competitor":{"id":"\#(team.id)","name":"United \#(team.id)"\#(members)}"#)
    }
    log.start(pair: 1)
    return log
  }

  private func lap(_ log: inout LogBuilder, _ id: String, _ lap: Double, _ time: String) {
    log.now += 60_000
    log.inRace("split", #""competitor":"\#(id)","lap":\#(lap),"time":"\#(time)","source":"transponder""#)
  }

  private func panels(_ log: LogBuilder, _ choice: ComparisonChoice = .leader) throws -> [PanelState] {
    let log = try log.read()
    var meet = Meet()
    meet.advance(to: log.events.count, of: log)
    var options = BoardOptions()
    options.comparison = choice
    return BoardState(meet, log: log, now: log.events.last?.at.ticks ?? 0, options: options).panels
  }

  @Test func aTeamIsNoPersonWithAFamilyName() throws {
    let panel = try panels(log("teamPursuit", laps: 6, [("States", "finish", "")]))[0]
    #expect(panel.name == "United States" && panel.family == "United States")
    #expect(panel.straight == "finish straight")
    #expect(panel.lane?.long == "third skater counts")
  }

  @Test func bothTeamsAreComparedAtEveryHalfLapWhateverElseIsCompared() throws {
    var pursuit = log("teamPursuit", laps: 6, [("A", "finish", ""), ("B", "crossing", "")])
    lap(&pursuit, "A", 0.5, "19.0644")
    lap(&pursuit, "B", 0.5, "18.5699")
    lap(&pursuit, "B", 1, "32.2824")
    let both = try panels(pursuit)
    #expect(both.map(\.rival) == ["United B", "United A"])
    #expect(both[0].marks.prefix(2).map(\.rival) == ["+0.50", nil])
    #expect(both[1].marks.prefix(2).map(\.rival) == ["−0.50", nil])
    #expect(both[0].marks[0].delta == nil)
    #expect(both[1].lapsToGo == "5 laps to go" && both[0].lapsToGo == "5.5 laps to go")
    // Compared with the pair, the rival is what is compared with.
    #expect(try panels(pursuit, .pair).map(\.rival) == [nil, nil])
    #expect(try panels(pursuit, .pair)[0].marks[0].delta == "+0.50")
  }

  @Test func whoIsAtTheNextHalfLapNoLaterHasCaughtTheOther() throws {
    var pursuit = log("teamPursuit", laps: 2, [("A", "finish", ""), ("B", "crossing", "")])
    lap(&pursuit, "A", 0.5, "17.50")
    lap(&pursuit, "B", 0.5, "31.00")
    #expect(try panels(pursuit)[0].notes == [])
    lap(&pursuit, "A", 1, "31.00")
    #expect(try panels(pursuit)[0].notes == ["caught United B at lap 1"])
    #expect(try panels(pursuit)[1].notes == [])
  }

  @Test func aTeamSprintSaysWhoLeads() throws {
    var sprint = log("teamSprint", laps: 3, [("A", "finish", #""Ann Ay","Bea Bee","Cat Sea""#)])
    var said: [String?] = [try panels(sprint)[0].lane?.long]
    for (mark, time) in [
      (0.5, "15.00"), (1, "27.00"), (1.5, "40.00"), (2, "53.00"), (2.5, "66.00"), (3, "79.00"),
    ] {
      lap(&sprint, "A", mark, time == "66.00" ? "1:06.00" : time == "79.00" ? "1:19.00" : time)
      said.append(try panels(sprint)[0].lane?.long)
    }
    #expect(
      said == [
        "lap 1 of 3: AY leads", "lap 1 of 3: AY leads", "lap 2 of 3: BEE leads", "lap 2 of 3: BEE leads",
        "lap 3 of 3: SEA alone", "lap 3 of 3: SEA alone", nil,
      ])
    #expect(try panels(sprint)[0].notes == ["legs 27.00 26.00 26.00"])
  }

  @Test func aRelaySaysWhichLegAndForHowLong() throws {
    var relay = log("mixedRelay", laps: 6, [("A", "", ""), ("B", "", #""Wilma Wo","Manuel Mann""#)])
    #expect(
      try panels(relay).map { $0.lane?.long } == ["leg 1 of 4: the woman, 1 lap", "leg 1 of 4: WO, 1 lap"])
    lap(&relay, "B", 1, "32.00")
    #expect(try panels(relay)[1].lane?.long == "leg 2 of 4: MANN, 2 laps")
    #expect(try panels(relay)[1].notes == ["legs 32.00"])
    // The takeover at lap 3 was not timed: neither leg beside it can be told alone, and the last one is not taken for one
    // of them.
    lap(&relay, "B", 2, "1:00.00")
    lap(&relay, "B", 5, "2:28.00")
    #expect(try panels(relay)[1].notes == ["legs 32.00 – –"])
    #expect(try panels(relay)[1].lane?.long == "leg 4 of 4: MANN, 1 lap")
  }

  @Test func aMissedTakeoverIsSaid() throws {
    var relay = log("mixedRelay", laps: 6, [("A", "", "")])
    lap(&relay, "A", 1, "32.00")
    relay.status("A", "DQ", with: #""reason":"missed takeover""#)
    // Above what the legs took, for which there may be no room.
    #expect(
      try panels(relay)[0].status == "DQ" && panels(relay)[0].notes == ["missed takeover", "legs 32.00"])
    #expect(try panels(relay)[0].lapsToGo.isEmpty)
    relay.status("A", "none")
    #expect(try panels(relay)[0].notes == ["legs 32.00"])
    #expect(try panels(relay)[0].lapsToGo == "5 laps to go")
  }

  @Test func loopsOfATeamRaceAreNotMixedWithLaps() throws {
    // Two teams a second apart all the way; the loops lie on the path in the inner lane, 387.36 m a lap.
    var pursuit = log("teamPursuit", laps: 8, [("A", "finish", ""), ("B", "crossing", "")])
    for half in 1...8 {
      lap(&pursuit, "A", Double(half) / 2, RaceTime(ticks: Int64(half) * 140_000).text)
      lap(&pursuit, "B", Double(half) / 2, RaceTime(ticks: Int64(half) * 140_000 + 10_000).text)
    }
    for (id, time) in [("A", "1:54.6000"), ("B", "1:55.6000")] {
      pursuit.inRace("passing", #""competitor":"\#(id)","position":830,"time":"\#(time)""#)
    }
    let live = try panels(pursuit, .pair).map { $0.live?.text }
    #expect(live == ["−1.0", "+1.0"])
  }

  @Test func ofThreeTeamsTheFastestOtherOneIsComparedWith() throws {
    var relay = log("mixedRelay", laps: 6, [("A", "", ""), ("B", "", ""), ("C", "", "")])
    lap(&relay, "A", 1, "33.00")
    lap(&relay, "B", 1, "32.00")
    lap(&relay, "C", 1, "32.50")
    let compared = try panels(relay, .pair)
    #expect(compared.map(\.comparison) == ["heat United B at 1", "heat United C at 1", "heat United B at 1"])
    #expect(compared.map { $0.marks[0].delta } == ["+1.00", "−0.50", "+0.50"])
  }

  @Test func lostAndWonByOvertaking() throws {
    var pursuit = log("teamPursuit", laps: 6, [("A", "finish", ""), ("B", "crossing", "")])
    pursuit.status("A", "WOT", with: #""rank":1"#)
    pursuit.status("B", "LOT", with: #""rank":2"#)
    #expect(try pursuit.state().ranking == ["1 A WOT", "2 B LOT"])
    #expect(try pursuit.issues().isEmpty)
  }
}
