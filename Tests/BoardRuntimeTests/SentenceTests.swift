import BoardRuntime
import FoundationEssentials
import RaceLog
import ReplayFixtures
import Testing

/// What is said when a command cannot be done, and where the demo is looked for.
@Suite struct SentenceTests {
  @Test(
    arguments: [
      (
        .badPoint("noon"),
        "noon: not a point in a log. Write '#42' (a seq), 12:31 (time since the start) or an RFC 3339 moment."
      ),
      (.badSize("80"), "80: not a size. Write columns x rows, like 80x24."),
      (
        .recordsItself("night.ndjson"),
        "night.ndjson: this is the log that is watched. Name another file to record it in."
      ),
      (.badDelay("soon"), "soon: not a delay. Write seconds, like 3.5; 600 at most."),
      (.badSpeed("3"), "3: not a speed. Use 1/8, 1/4, 1/2, 1, 2, 4, 8, 16, 32 or 64."),
      (
        .unknownRace("m500", file: "a.ndjson", known: ["w500", "w1000"]),
        "a.ndjson: no race \"m500\" in this log. It has w500, w1000."
      ),
      (
        .unknownRace("m500", file: "a.ndjson", known: []),
        "a.ndjson: no race \"m500\" in this log, which announces none."
      ),
      (
        .noRecordings,
        "No recording found: there is no replays folder here or above the program. Name a race log."
      ),
      (.noEvents("a.ndjson"), "a.ndjson: no event could be read. `rinkside check` says why."),
    ] as [(UsageError, String)])
  func everyErrorIsWorded(error: UsageError, sentence: String) {
    #expect(error.sentence == sentence)
  }

  @Test func onlyWhatTheCommandLineAloneGetsWrongIsWrongUsage() {
    let wrong: [UsageError] = [
      .badPoint("x"), .badSize("x"), .badSpeed("x"), .badDelay("x"), .recordsItself("x"),
    ]
    let other: [UsageError] = [.unknownRace("x", file: "a", known: []), .noRecordings, .noEvents("a")]
    #expect(wrong.allSatisfy(\.isWrongUsage) && !other.contains(where: \.isWrongUsage))
  }

  @Test func theDemoIsTakenFromTheFirstFolderThatHasIt() throws {
    let path = Replays.path(RecordingFinder.demoName)
    #expect(try RecordingFinder.demo(from: ["/nowhere", Replays.root, "/"]) == path)
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.folder + "/replays", withIntermediateDirectories: false)
    #expect(try RecordingFinder.demo(from: [scratch.folder, Replays.root]) == path)
    let own = try scratch.file("replays/" + RecordingFinder.demoName, Data())
    #expect(try RecordingFinder.demo(from: [scratch.folder, Replays.root]) == own)
  }

  @Test func withoutAnyFolderThereIsNoDemo() {
    #expect(throws: UsageError.noRecordings) { try RecordingFinder.demo(from: []) }
    #expect(throws: UsageError.noRecordings) { try RecordingFinder.demo(from: ["/nowhere", "/dev/null"]) }
  }

  @Test func aLogKnowsTheRacesItAnnouncesInOrder() throws {
    let race = #"{"type":"race","race":"ID","kind":"individual","distance":500}"#
    let log = try Replays.log(
      [#"{"type":"meet","format":1,"log":"t","name":"T"}"#]
        + ["w500", "m500", "w500"].map { race.replacing("ID", with: $0) })
    #expect(log.races == ["w500", "m500"])
    #expect(try Replays.log(RecordingFinder.demoName).races == ["w1000"])
  }
}
