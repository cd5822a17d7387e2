import BoardRuntime
import FoundationEssentials
import Operation
import RaceLog
import Testing

/// Scripts: the same commands from a file.
@Suite struct OperateScriptTests {
  private func run(_ text: String) throws -> (said: [String], desk: Desk) {
    var desk = try OperateDesk().session.desk
    let anchor = desk.anchor
    var said: [String] = []
    let script = try OperateScript(Data(text.utf8), file: "s.txt")
    var now: Int64 = 8_000_000
    try script.run(
      &desk,
      now: {
        now += 10_000
        return anchor.instant(now)
      }, report: { said.append($0) })
    return (said, desk)
  }

  @Test func linesAreDoneInOrder() throws {
    let result = try run("# first pair\ncall 1\n\n  arm\r\ngun\nsplit li 1000 1:15.00 hand sheet\n")
    #expect(
      result.said == [
        "on the ice: Pair 1 of 2, LI, TAKAGI", "ARMED: Space is the gun of pair 1", "gun of pair 1",
        "LI 1000: 1:15.00 by hand",
      ])
  }

  @Test func aLineThatIsNoCommandStopsEverything() {
    #expect(
      throws: OperateScript.Failure.unreadable(file: "s.txt", line: 2, .unknown("gnu", near: nil))
    ) { try OperateScript(Data("call 1\ngnu\n".utf8), file: "s.txt") }
    let failure = OperateScript.Failure.refused(file: "s.txt", line: 3, .notArmed)
    #expect(failure.sentence == "s.txt:3: Not armed: `a` first, then the gun.")
  }

  @Test func whatCannotBeDoneStopsThere() throws {
    #expect(throws: OperateScript.Failure.refused(file: "s.txt", line: 2, .notArmed)) {
      try run("call 1\ngun\ncall 2\n")
    }
  }
}
