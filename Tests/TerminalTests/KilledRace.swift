import FoundationEssentials
import ProgramFixtures
import ReplayFixtures
import Testing

/// A race whose operator's program is killed again and again, and always started anew with the same command.
final class KilledRace {
  let script: RaceScript
  let journal: String
  /// How many steps of the script the journal holds.
  private(set) var done = 0
  private(set) var kills = 0
  /// Ends of the journal that a power cut may leave: not a whole line.
  private(set) var torn: [Data] = []

  private let scratch: Scratch
  private let startList: String
  private var chance: SplitMix64
  /// What stood in whole lines at the last look.
  private var saved = Data()
  private var lines = 0

  init(seed: UInt64) throws {
    script = RaceScript(seed: seed)
    chance = SplitMix64(seed: seed ^ 0xD1E)
    scratch = try Scratch()
    journal = scratch.folder + "/meet.ndjson"
    startList = try scratch.file("start.csv", Data(RaceScript.startList.utf8))
  }

  var isDone: Bool { done == script.steps.count }

  /// One meet, one race, two skaters a pair.
  private static let programme = 2 + 2 * RaceScript.pairs

  /// Starts the program, types what comes next, and kills it at some instant.
  func killOnce() throws {
    if chance.next() % 16 == 0 { try tear() }
    let console = try start()
    if chance.next() % 8 == 0 {
      // While it starts, or just after.
      console.watch(milliseconds: Int(chance.next() % 60))
    } else {
      try expectSameBoard(console)
      let count = Int(chance.next() % 6) + 1
      console.enter(["unlock"] + script.steps[done...].prefix(count).flatMap(\.lines))
      console.watch(milliseconds: Int(chance.next() % 60))
    }
    console.kill()
    kills += 1
    try look(acknowledged: console.acknowledged)
  }

  /// Goes on to the end of the race, and leaves the program as one should.
  func finish() throws {
    let console = try start()
    try expectSameBoard(console)
    console.enter(["unlock"])
    for step in script.steps[done...] { console.enter(step.lines) }
    let all = lines + script.steps[done...].reduce(0) { $0 + $1.events.count }
    try console.wait("saved \(all)") { _ in console.acknowledged == all }
    console.press("qq")
    #expect(console.end() == 0)
    try look(acknowledged: all)
    #expect(isDone)
    try expectResults()
    for end in torn { #expect(try tornFiles().contains(end), "the torn end \(end) is kept nowhere") }
  }

  private func start() throws -> OperatorConsole { try OperatorConsole(journal, "--start-list", startList) }

  /// What the console shows of the pair on the ice has all times that count.
  private func expectSameBoard(_ console: OperatorConsole) throws {
    let text = try console.wait("the first frame") { $0.frames > 0 }
    guard done > 0 else { return }
    let step = script.steps[done - 1]
    for lane in "io" {
      for time in (step.times[RaceScript.skater(step.pair, lane)] ?? [:]).values {
        try #require(text.contains(" \(time) "), "step \(done), kill \(kills): \(time)\n\(text)")
      }
    }
  }

  /// Reads the journal as bytes: everything acknowledged is there, nothing changed, and what came is what was typed,
  /// each of it once.
  private func look(acknowledged: Int) throws {
    guard FileManager.default.fileExists(atPath: journal) else {
      try #require(saved.isEmpty && acknowledged == 0)
      return
    }
    let bytes = try Data(contentsOf: URL(filePath: journal))
    let whole = bytes.prefix(bytes.lastIndex(of: 10).map { $0 + 1 } ?? 0)
    if whole.count < bytes.count { torn.append(Data(bytes.dropFirst(whole.count))) }
    try #require(whole.starts(with: saved), "kill \(kills): what was saved has changed")
    var part = 0
    for line in whole.dropFirst(saved.count).split(separator: 10) {
      lines += 1
      let text = String(decoding: line, as: UTF8.self)
      try #require(text.hasPrefix("{\"seq\":\(lines),"), "\(text)")
      guard lines > Self.programme else { continue }
      try #require(!isDone, "more than was typed: \(text)")
      let step = script.steps[done]
      for fact in step.events[part] {
        try #require(text.contains(fact), "step \(done) is \(step.lines), not \(text)")
      }
      part += 1
      guard part == step.events.count else { continue }
      done += 1
      part = 0
    }
    saved = Data(whole)
    try #require(lines >= acknowledged, "\(acknowledged) events were shown as saved, \(lines) are")
  }

  /// Leaves an unfinished line, as a power cut does.
  private func tear() throws {
    guard FileManager.default.fileExists(atPath: journal) else { return }
    let bytes = try Data(contentsOf: URL(filePath: journal))
    guard bytes.last == 10 else { return }
    let line =
      "{\"seq\":\(lines + 1),\"at\":\"2026-01-10T14:00:00+01:00\",\"type\":\"split\",\"kill\":\(kills)}"
    let end = Data(line.utf8.prefix(Int(chance.next() % UInt64(line.utf8.count)) + 1))
    try (bytes + end).write(to: URL(filePath: journal))
    torn.append(end)
  }

  private func tornFiles() throws -> Set<Data> {
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder)
    return Set(
      try names.filter { $0.contains(".torn") }.map {
        try Data(contentsOf: URL(filePath: scratch.folder + "/" + $0))
      })
  }

  /// The results of the journal have exactly the times of the script.
  private func expectResults() throws {
    let checked = try Program.run(["check", journal])
    #expect(checked.status <= 1 && !checked.output.contains(": error:"), "\(checked.output)")
    let table = try Program.run(["results", "--format", "csv", journal])
    let rows = table.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let head = rows.first?.map(String.init) ?? []
    let id = try #require(head.firstIndex(of: "id"))
    var times: RaceScript.Times = [:]
    for row in rows.dropFirst() {
      for mark in [200, 600, 1000] {
        let column = try #require(head.firstIndex(of: "m\(mark)"))
        times[String(row[id]), default: [:]][mark] = String(row[column])
      }
    }
    #expect(times == script.steps.last?.times)
    // The sheets of the last confirmation, too, although the program may have died between it and them.
    #expect(try scratch.text("meet-r1000.csv") == table.output)
  }
}
