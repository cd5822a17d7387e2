import LongTrack
import Operation
import RaceLog
import Scoreboard
import Testing

/// Command lines.
@Suite struct CommandTests {
  @Test(arguments: [
    ("splt li 200", #"No command "splt"; did you mean `split`?"#),
    ("xyz", #"No command "xyz": Tab lists them."#),
    ("split li", "It goes: split WHO MARK [TIME] [REASON…]"),
    ("call x", #""x" cannot stand there. It goes: call PAIR [RACE] [anyway]"#),
    ("undo it", #""it" cannot stand there. It goes: undo"#),
    (
      "status li LATE",
      #""LATE" cannot stand there. It goes: status WHO DNS|DNF|DQ|WDR|LOT|WOT|WO|none [CODE] [REASON…]"#
    ),
    ("say", "It goes: say TEXT…"),
  ])
  func whatIsNoCommandIsExplained(_ line: String, _ sentence: String) {
    do {
      _ = try DeskCommand(line)
      Issue.record("\(line) is a command")
    } catch { #expect(error.sentence == sentence) }
  }

  @Test(arguments: [
    ("split li 200", DeskCommand.split(who: "li", mark: "200", time: nil, reason: nil)),
    ("split li 200 beam missed", .split(who: "li", mark: "200", time: nil, reason: "beam missed")),
    (
      "split \"DE JONG\" finish 1:14.44 video",
      .split(who: "DE JONG", mark: "finish", time: "1:14.44", reason: "video")
    ),
    ("void #42 twice", .void(seq: 42, reason: "twice")),
    ("swap", .swap(mark: nil, reason: nil)),
    ("swap wrong lane", .swap(mark: nil, reason: "wrong lane")),
    ("call 3 w1000 anyway", .call(pair: 3, race: "w1000", anyway: true)),
    ("status li dq T08 hindered", .status(who: "li", change: .set(.dq), code: "T08", reason: "hindered")),
    ("status li none", .status(who: "li", change: .remove, code: nil, reason: nil)),
    ("reskate li 7 outer", .reskate(who: "li", pair: 7, lane: .outer)),
    ("official race", .official(wholeRace: true, anyway: false)),
    ("sprint 4 a b c", .sprint(lap: 4, order: ["a", "b", "c"])),
    ("drop #9 noise", .drop(.event(9), reason: "noise")),
  ])
  func linesAreRead(_ line: String, _ command: DeskCommand) throws {
    #expect(try DeskCommand(line) == command)
  }

  @Test func completionKnowsWhoIsOnTheIce() throws {
    var script = try DeskScript(pairs: [["li", "takagi"], ["goetz", "leerdam"]])
    try script.run("next")
    let desk = script.desk
    #expect(desk.completions(of: "sp") == ["split", "sprint"])
    #expect(desk.completions(of: "split ") == ["LI", "TAKAGI", "GOETZ", "LEERDAM"])
    #expect(desk.completions(of: "split t") == ["TAKAGI"])
    #expect(desk.completions(of: "split takagi 6") == ["600"])
    #expect(desk.completions(of: "status li D") == ["DNS", "DNF", "DQ"])
    #expect(desk.completions(of: "board b") == ["big"])
    #expect(desk.completions(of: "nothing x") == [])
  }

  @Test func everyCommandOfTheTableIsReadAndExplained() throws {
    for spec in CommandSpec.desk {
      do { _ = try DeskCommand(spec.name) } catch CommandError.unknown(let name, _) {
        Issue.record("\(name) is not read")
      } catch { #expect(error.sentence.contains(spec.usage)) }
      #expect(!spec.help.isEmpty)
    }
  }
}
