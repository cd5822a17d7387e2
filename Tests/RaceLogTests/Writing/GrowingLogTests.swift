import FoundationEssentials
import RaceLog
import ReplayFixtures
import Testing

/// A log that grows says the same as one that is read whole.
@Suite struct GrowingLogTests {
  @Test(arguments: Replays.names)
  func anyCutGivesTheSameLog(_ name: String) throws {
    let whole = try Replays.log(name)
    var chance = SplitMix64(seed: 7)
    var log = EventLog(file: whole.file, bytes: Data())
    var start = 0
    while start < whole.bytes.count {
      let end = min(start + Int.random(in: 1...700, using: &chance), whole.bytes.count)
      try log.extend(with: whole.bytes[start..<end])
      start = end
    }
    #expect(log.bytes == whole.bytes)
    #expect(log.issues == whole.issues)
    #expect(log.events.map(\.seq) == whole.events.map(\.seq))
    for index in whole.events.indices {
      #expect(log.rawLine(of: index) == whole.rawLine(of: index))
      #expect(log.line(of: index) == whole.line(of: index))
    }
  }

  @Test func aLastLineWithoutEndWaits() throws {
    var log = EventLog(file: "x", bytes: Data())
    let line = message(2)
    #expect(try log.extend(with: Data((meetLine + line.dropLast(5)).utf8)) == 0..<1)
    #expect(log.issues.isEmpty)
    #expect(try log.extend(with: Data(line.suffix(5).utf8)) == 1..<2)
  }

  @Test func aMarkAtTheStartIsLeftOutOnce() throws {
    var log = EventLog(file: "x", bytes: Data())
    try log.extend(with: Data([0xEF, 0xBB, 0xBF]) + Data(meetLine.utf8))
    #expect(log.events.count == 1)
    #expect(log.issues.isEmpty)
  }

  @Test func ownLinesStandAsWritten() throws {
    var log = EventLog(file: "x", bytes: Data())
    let decoder = EventDecoder()
    let at = try #require(Instant("2026-01-31T17:00:00Z"))
    try log.append(line: EventDraft.meet(log: "l", name: "N").line(seq: 1, at: at), with: decoder)
    #expect(log.nextSeq == 2)
    try log.append(line: EventDraft.message("hi").line(seq: 2, at: at), with: decoder)
    #expect(throws: LogProblem.usedSeq(2)) {
      try log.append(line: EventDraft.message("ho").line(seq: 2, at: at), with: decoder)
    }
    #expect(log.lineCount == 2)
    let read = try EventLog(reading: log.bytes, file: "x")
    #expect(read.events.map(\.seq) == [1, 2])
    #expect(read.issues.isEmpty)
  }
}
