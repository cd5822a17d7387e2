import LongTrack
import RaceLog
import Testing

@Suite struct WordingTests {
  @Test(
    arguments: [
      (.notUTF8(byte: 7), false, "not UTF-8 at byte 7; the line is left out"),
      (.tooLong(bytes: 84_000), false, "84000 bytes long, at most 65536 are read; the line is left out"),
      (.notJSON, false, "not JSON; the line is left out"),
      (.notAnObject, false, "not a JSON object {…}; the line is left out"),
      (.missingField("time", type: "split"), false, "a `split` event needs the field `time`"),
      (.wrongType("seq", expected: "a whole number"), false, "`seq` has to be a whole number"),
      (
        .badTime("time", text: "37,91", .notATime), false,
        "`time` is no time: \"37,91\" (like 37.91 or 1:14.444)"
      ),
      (.badTime("best", text: "-1.0", .negative), false, "`best` is no time: \"-1.0\" is before the gun"),
      (
        .badTime("time", text: "1:75.0", .sixtyOrMore), false,
        "`time` is no time: \"1:75.0\" has 60 or more in a part after the first"
      ),
      (
        .badTime("time", text: "1.23456", .tooManyDecimals), false,
        "`time` is no time: \"1.23456\" has more than four decimals"
      ),
      (
        .badTime("time", text: "100:00:00.0", .outOfRange), false,
        "`time` is no time: \"100:00:00.0\" is 100 hours or more"
      ),
      (
        .badInstant("at", text: "17:00"), false,
        "`at` is no moment like 2026-01-31T17:22:14.5+01:00: \"17:00\""
      ),
      (.badID("race", text: "w 1"), false, "`race` is no id (1 to 64 of A–Z a–z 0–9 _ . -): \"w 1\""),
      (
        .badID("race", text: String(repeating: "x", count: 65)), false,
        "`race` is no id (1 to 64 of A–Z a–z 0–9 _ . -): \"\(String(repeating: "x", count: 40))…\""
      ),
      (.outOfRange("lap", allowed: "from 0 to 1000"), false, "`lap` has to be from 0 to 1000"),
      (
        .badWord("lane", text: "left", allowed: ["inner", "outer"]), false,
        "`lane` is \"left\", has to be one of inner, outer"
      ),
      (.usedSeq(5), false, "seq 5 is used already by another line; this one is left out"),
      (.seqOutOfOrder(2, after: 3), false, "seq 2 comes after seq 3; the line is left out"),
      (.firstIsNotMeet("call"), false, "a log begins with a `meet` event, not with \"call\""),
      (.secondMeet, false, "a second `meet`; the first one stands"),
      (
        .unsupportedFormat(2), false,
        "format 2 is newer than this program, which reads format 1; a newer rinkside will read it"
      ),
      (.unfinishedLine(bytes: 9), true, "the last line has no end (9 bytes); it is left out"),
      (.duplicateLine(seq: 5), true, "seq 5 stands twice with the same content; counted once"),
      (.duplicateOrigin(seq: 5), true, "seq 5 was merged before (same origin); counted once"),
      (.gap(from: 4, to: 4), true, "seq 4 is missing"),
      (.gap(from: 4, to: 8), true, "seqs 4 to 8 are missing"),
      (.stepBack(ticks: 21_500), true, "the log's clock steps back by 2.15 s"),
      (.unknownType("flag"), true, "type \"flag\" is not known here; kept, without effect"),
      (
        .unknownWord("source", text: "lidar", taken: "manual"), true,
        "`source` \"lidar\" is not known here; taken as manual"
      ),
    ] as [(LogProblem, Bool, String)])
  func everyProblemIsASentence(problem: LogProblem, isNotice: Bool, sentence: String) {
    #expect(problem.sentence == sentence)
    #expect(problem.isNotice == isNotice)
  }
}
