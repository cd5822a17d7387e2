import FoundationEssentials
import LongTrack
import Operation
import RaceLog
import ReplayFixtures
import Scoreboard
import Testing

/// Undo and redo while feeds go on.
@Suite struct UndoAmongFeedsTests {
  private static let lines = [
    "inner", "outer", "accept", "accept", "assign li 200", "assign takagi", "drop", "swap", "swap 200",
    "move li 200 takagi", "edit takagi 200 18.9", "void li 200", "clear", "arm", "gun", "falsestart takagi",
    "status li DQ", "undo", "undo", "redo", "call 2 anyway", "call 1 anyway", "official anyway", "reskate li",
  ]

  private static func feed(_ seconds: Int, _ chance: inout SplitMix64) -> String {
    let skater = ["li", "takagi"].randomElement(using: &chance) ?? "li"
    let lane = ["inner", "outer"].randomElement(using: &chance) ?? "inner"
    return [
      #"{"type":"impulse","device":"timy","lane":"\#(lane)","deviceTime":"\#(1000 + seconds).1234"}"#,
      #"{"type":"impulse","device":"timy","channel":"C0","deviceTime":"\#(1000 + seconds).0"}"#,
      #"{"type":"split","race":"w","competitor":"\#(skater)","mark":200,"time":"18.\#(seconds % 90 + 10)","source":"transponder"}"#,
      #"{"type":"split","race":"w","competitor":"\#(skater)","mark":600,"time":"30.5","source":"optical"}"#,
      #"{"type":"status","race":"w","competitor":"\#(skater)","status":"DNF"}"#,
      #"{"type":"start","race":"w","pair":1}"#, "noise",
    ].randomElement(using: &chance) ?? ""
  }

  @Test(arguments: 1...60)
  func anyMixture(seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    var script = try DeskScript()
    try script.start()
    for step in 0..<40 {
      script.now += Int64.random(in: 5_000...80_000, using: &chance)
      do {
        if Bool.random(using: &chance) {
          let line = Self.feed(Int(script.now / 10_000), &chance)
          try script.desk.receive(Data(line.utf8), from: "timy", position: step, at: script.instant)
        } else {
          try script.run(Self.lines[Int.random(in: Self.lines.indices, using: &chance)])
        }
      } catch is DeskError { continue }
      let again = try DeskScript.fresh(script.desk.log)
      #expect(again.history == script.desk.history)
      #expect(Self.picture(again) == Self.picture(script.desk))
    }
    let before = Self.picture(script.desk)
    let steps = script.desk.history.done.count
    for _ in 0..<steps { try script.run("undo") }
    for _ in 0..<steps { try script.run("redo") }
    #expect(Self.picture(script.desk) == before)
    let log = try EventLog(reading: script.desk.log.bytes, file: "test.ndjson")
    #expect(log.issues.isEmpty)
  }

  private static func picture(_ desk: Desk) -> [String] {
    guard let race = desk.race else { return [] }
    var desk = desk
    // Marks that were left open are not in the log.
    let waiting = desk.decisions().filter { $0.matter != .missing }.map(desk.text)
    return [
      ResultTable.csv([ResultTable(race)]), "\(desk.onIce as Any)", "\(race.runs.keys.map(\.pair).sorted())",
    ] + waiting
  }
}
