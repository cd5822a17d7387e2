import Serving
import Testing

/// Every refusal says what happened and what to do now.
@Suite struct RefusalTests {
  @Test(arguments: [
    (
      Refusal.unknownPath("/x\u{1B}[2J"),
      "/x�[2J: nothing is here. There are /events, /log, /results, /board and /health."
    ),
    (.method("PUT", allowed: ["GET", "HEAD"]), "PUT: this cannot be done here. There are GET, HEAD."),
    (.hasBody, "This request has a body, and nothing is taken here. Leave it out."),
    (
      .badPosition("x:y"),
      "x:y: not a place in a log. Give the id of an event (LOG:SEQ), or a seq with ?from=."
    ),
    (
      .otherLog("night", asked: "day"),
      "This is the log night, and you have events of day. Start over, without Last-Event-ID."
    ),
    (
      .notYet("night", last: 3, asked: 4),
      "The log night ends with 3, and you have events up to 4: it was written anew. Start over."
    ),
    (.noEvents, "This log has no event yet. Try again in a second."),
    (.tooMany(1000), "All 1000 places for viewers are taken. Try again in 10 seconds."),
    (.badSize("9"), "9: not a size. Write columns x rows, like 80x24, at most 400x150."),
    (.badScreen("x"), "x: no such screen. There are race, standings, start, plot, log, big, cup."),
    (.unknownRace("x", known: []), "No race \"x\" in this log, which announces none."),
    (.unknownRace("x", known: ["a", "b"]), "No race \"x\" in this log. It has a, b."),
    (.format("text/html"), "text/html: there are application/json and text/csv."),
    (.failed("why"), "This could not be done (why)."),
    (
      .readingOnly,
      "Reading only: others than this machine reach this address, and no token is set. Set one with --token-file or RINKSIDE_TOKEN."
    ),
    (
      .browser,
      "Reading only for pages in a browser, where no token is set. Set one with --token-file or RINKSIDE_TOKEN."
    ),
    (.wrongToken, "Sending events takes the token, as the header Authorization: Bearer TOKEN."),
    (.longBody(1_048_576), "At most 1048576 bytes at once. Send them in parts."),
    (.manyLines(4096), "At most 4096 lines at once. Send them in parts."),
    (.badFeed("é"), "é: not a name of a feed. Take 1 to 64 of A-Z a-z 0-9 _ . and -."),
    (.manyFeeds(64), "There are 64 feeds already, and this would be one more. Use one of their names."),
    (
      .flooded, "More waits for the desk than it can take; none of this was taken. Send it again in a second."
    ),
    (
      .notSaved("disk full"),
      "Not on disk yet (disk full); it waits in memory. Send it again: what has the same origin.id is not taken twice."
    ),
    (
      .notSaved(nil),
      "Not on disk yet; it waits in memory. Send it again: what has the same origin.id is not taken twice."
    ),
    (.cutShort, "Not all of the body came; none of it was taken. Send it again."),
    (
      .consoleEnded,
      "The console has ended. What has no answer may be in its journal: send it again with the same origin.id."
    ),
  ])
  func saysIt(refusal: Refusal, sentence: String) {
    #expect(refusal.sentence == sentence)
  }
}
