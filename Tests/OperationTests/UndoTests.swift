import FoundationEssentials
import LongTrack
import Operation
import RaceLog
import ReplayFixtures
import Scoreboard
import Testing

/// Undo and redo without limit, and the same after a restart.
@Suite struct UndoTests {
  @Test func everyStepComesBackAndGoesAgain() throws {
    var script = try DeskScript()
    try script.start()
    try script.at(18.30, "inner")
    try script.at(18.31, "outer")
    try script.run("swap 200 wrong lane")
    #expect(script.times("li") == ["200 18.31"])
    #expect(try script.run("undo").hasPrefix("undone: swap: takagi 200 18.30 manual"))
    #expect(script.times("li") == ["200 18.30"])
    #expect(script.times("takagi") == ["200 18.31"])
    try script.run("undo")
    #expect(script.times("takagi").isEmpty)
    try script.run("redo")
    try script.run("redo")
    #expect(script.times("li") == ["200 18.31"])
    #expect(script.times("takagi") == ["200 18.30"])
    #expect(throws: DeskError.nothingToRedo) { try script.run("redo") }
    #expect(try script.issues().isEmpty)
  }

  @Test func theGunTooAndItsTimesComeBackWithIt() throws {
    var script = try DeskScript()
    try script.start()
    try script.at(18.30, "inner")
    try script.run("undo")
    try script.run("undo")
    #expect(script.desk.race?.runs.isEmpty == true)
    try script.run("redo")
    try script.run("redo")
    #expect(script.times("li") == ["200 18.30"])
  }

  @Test func somethingNewEndsWhatCouldBeDoneAgain() throws {
    var script = try DeskScript()
    try script.start()
    try script.at(18.30, "inner")
    try script.run("undo")
    try script.run("say hello")
    #expect(throws: DeskError.nothingToRedo) { try script.run("redo") }
  }

  @Test func whatWasReplacedSinceIsSaidToStay() throws {
    var script = try DeskScript()
    try script.start()
    try script.feed(0.2, #"{"type":"impulse","device":"timy","channel":"C0","deviceTime":"50.0"}"#)
    #expect(try script.run("undo") == "undone: start pair 1 (what has replaced it stays)")
    #expect(script.desk.race?.runs.count == 1)
  }

  @Test func untilNothingIsLeft() throws {
    var script = try DeskScript()
    try script.start()
    try script.run("undo")
    try script.run("undo")
    #expect(throws: DeskError.nothingToUndo) { try script.run("undo") }
  }

  /// Any mixture of commands, undone wholly and done again wholly, leaves what was there; at any moment a desk over the
  /// same log stands the same.
  @Test(arguments: 1...40)
  func anyMixture(seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    var script = try DeskScript()
    try script.start()
    let lines = [
      "split li 200 18.3", "split takagi 200 18.4", "edit li 200 18.5", "swap 200", "move li 200 takagi",
      "status li DQ T08", "status li none", "fall takagi", "void takagi 200", "clear", "arm", "gun", "say x",
      "official anyway", "undo", "undo", "redo", "reskate li", "falsestart li", "call 2 anyway",
      "call 1 anyway",
    ]
    var doneSomething = 0
    for _ in 0..<30 {
      script.now += 20_000
      do {
        try script.run(lines[Int.random(in: lines.indices, using: &chance)])
        doneSomething += 1
      } catch is DeskError { continue }
    }
    #expect(doneSomething > 5)
    let before = Self.picture(script.desk)
    #expect(try Self.picture(DeskScript.fresh(script.desk.log)) == before)
    let steps = script.desk.history.done.count
    for _ in 0..<steps { try script.run("undo") }
    #expect(throws: DeskError.nothingToUndo) { try script.run("undo") }
    let restarted = try DeskScript.fresh(script.desk.log)
    #expect(restarted.history == script.desk.history)
    for _ in 0..<steps { try script.run("redo") }
    #expect(Self.picture(script.desk) == before)
  }

  private static func picture(_ desk: Desk) -> [String] {
    guard let race = desk.race else { return [] }
    let results = ResultTable.csv([ResultTable(race)])
    return [
      results, "\(desk.onIce as Any)", "\(race.runs.keys.map(\.pair).sorted())", "\(race.clearings.count)",
    ]
  }
}
