import FoundationEssentials
import RaceLog
import Testing

@Suite struct SequenceTests {
  private let origin = #","origin":{"log":"other","seq":9}"#

  @Test func theSameLineAgainIsCountedOnce() throws {
    let text = meetLine + message(2) + message(3) + message(2)
    #expect(try issues(text) == ["4 seq 2 stands twice with the same content; counted once"])
  }

  /// Two recordings that overlap, laid end to end.
  @Test func aWholeLogTwiceIsOneLog() throws {
    let log = try EventLog(reading: Data((meetLine + message(2) + meetLine + message(2)).utf8), file: "x")
    #expect(log.events.map(\.seq) == [1, 2])
    #expect(log.issues.map(\.isNotice) == [true, true])
  }

  @Test(arguments: [
    (message(2, "00", "y"), "4 seq 2 is used already by another line; this one is left out"),
    (message(2, "00", "x", extra: " "), "4 seq 2 is used already by another line; this one is left out"),
    (meetLine, "4 seq 1 stands twice with the same content; counted once"),
    (
      meetLine.replacing("\"seq\":1", with: "\"seq\":4"), "4 a second `meet`; the first one stands"
    ),
    (message(9), "4 seqs 4 to 8 are missing"), (message(5), "4 seq 4 is missing"),
  ])
  func whatIsOddAboutASeqIsSaid(line: String, issue: String) throws {
    #expect(try issues(meetLine + message(2) + message(3) + line) == [issue])
  }

  @Test func aSeqBelowTheLastThatNobodyHasIsOutOfOrder() throws {
    #expect(
      try issues(meetLine + message(3) + message(2) + message(4)) == [
        "2 seq 2 is missing", "3 seq 2 comes after seq 3; the line is left out",
      ])
  }

  @Test func theSameOriginAgainIsCountedOnce() throws {
    let text = meetLine + message(2, extra: origin) + message(3, extra: origin) + message(4)
    let log = try EventLog(reading: Data(text.utf8), file: "x")
    #expect(log.issues.map(\.sentence) == ["seq 3 was merged before (same origin); counted once"])
    #expect(log.events.map(\.seq) == [1, 2, 4])
  }

  @Test(arguments: [#"{"log":"other","seq":8}"#, #"{"log":"more","seq":9}"#, #"{"id":"other"}"#])
  func anotherOriginIsAnotherEvent(other: String) throws {
    #expect(
      try issues(meetLine + message(2, extra: origin) + message(3, extra: ",\"origin\":\(other)")) == [])
  }

  @Test func aLogBeginsWithItsMeet() throws {
    #expect(
      try issues(message(1) + message(2)) == ["1 a log begins with a `meet` event, not with \"message\""])
  }

  /// A clock that steps back never holds a replay up: stamps in seconds, and when each event is due.
  @Test(
    arguments: [
      (["00", "01", "03"], [0, 0, 10_000, 30_000], []),
      (
        ["05", "03", "04", "06"], [0, 50_000, 50_000, 50_000, 60_000],
        ["3 the log's clock steps back by 2.00 s"]
      ),
      (["02", "02", "01"], [0, 20_000, 20_000, 20_000], ["4 the log's clock steps back by 1.00 s"]),
    ] as [([String], [Int64], [String])])
  func replayPacesItselfByTheRunningMaximum(seconds: [String], offsets: [Int64], notices: [String]) throws {
    let text = meetLine + seconds.enumerated().map { message($0 + 2, $1) }.joined()
    let log = try EventLog(reading: Data(text.utf8), file: "x")
    #expect(log.events.indices.map { log.offset(of: $0) } == offsets)
    #expect(log.duration == offsets.last)
    #expect(log.issues.map { "\($0.line) \($0.sentence)" } == notices)
  }

  @Test(
    arguments: [(-1, 0), (0, 2), (9999, 2), (10_000, 3), (29_999, 3), (30_000, 5), (.max / 4, 5)]
      as [(Int64, Int)])
  func anEventHappensWhenItsTimeHasCome(offset: Int64, count: Int) throws {
    let text = meetLine + message(2) + message(3, "01") + message(4, "03") + message(5, "02")
    let log = try EventLog(reading: Data(text.utf8), file: "x")
    #expect(log.eventCount(at: offset) == count)
  }

  @Test(arguments: [(1, 0), (2, 1), (3, nil), (5, 2), (6, nil), (0, nil)] as [(Int, Int?)])
  func anEventIsFoundByItsSeq(seq: Int, index: Int?) throws {
    let log = try EventLog(reading: Data((meetLine + message(2) + message(5)).utf8), file: "x")
    #expect(log.index(ofSeq: seq) == index)
  }

  @Test func aStoredHeartbeatSaysNothing() throws {
    let beat = #"{"seq":2,"at":"2026-01-31T17:00:00Z","type":"heartbeat"}"# + "\n"
    let log = try EventLog(reading: Data((meetLine + beat).utf8), file: "x")
    #expect(log.events.count == 1)
    #expect(log.issues.isEmpty)
  }

  @Test func unknownTypesAreKept() throws {
    let flag = #"{"seq":2,"at":"2026-01-31T17:00:00Z","type":"flag","colour":"red"}"# + "\n"
    let log = try EventLog(reading: Data((meetLine + flag).utf8), file: "x")
    #expect(log.events.last?.content.typeName == "flag")
    #expect(log.issues.map(\.sentence) == ["type \"flag\" is not known here; kept, without effect"])
    #expect(log.issues.map(\.isNotice) == [true])
  }
}
