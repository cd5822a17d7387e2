import Feeds
import FoundationEssentials
import NIOCore
import RaceLog
import Serving
import Testing

/// Each viewer pulls from one log, and none costs another anything.
@Suite(.timeLimit(.minutes(1))) struct LogHubTests {
  @Test func aViewerGetsTheHistoryAndThenWhatComes() async {
    let log = Growing(to: 2)
    var position = log.hub.start
    #expect(
      await log.next(&position)
        == "id: night:1\ndata: \(Growing.meet)\n\nid: night:2\ndata: \(Growing.message(2))\n\n")
    let waiting = Task { [position] in
      var position = position
      return await log.next(&position)
    }
    log.add([Growing.message(3, "half"), Growing.message(4)])
    #expect(await waiting.value.map(Growing.seqs)?.first == 3)
  }

  @Test func halfALineWaitsForTheRest() async {
    let log = Growing(to: 1)
    var position = log.hub.start
    _ = await log.next(&position)
    let line = Growing.message(2)
    log.hub.take(.bytes(Data(line.utf8.prefix(20))), now: 0)
    let whole = log.hub.extent.bytes
    #expect(whole == Growing.meet.utf8.count + 1)
    log.hub.take(.bytes(Data((line.dropFirst(20) + "\n").utf8)), now: 0)
    #expect(await log.next(&position) == "id: night:2\ndata: \(line)\n\n")
  }

  @Test func alogLongerThanAPieceComesInPiecesWithoutAGap() async {
    let log = Growing(to: 3000)
    var position = log.hub.start
    #expect(await log.seqs(&position, to: 3000) == Array(1...3000))
  }

  @Test func manyViewersOfTheSamePlaceGetTheSameBytes() async {
    let log = Growing(to: 5)
    var first = log.hub.start
    var second = log.hub.start
    let one = await log.hub.next(after: &first)
    let other = await log.hub.next(after: &second)
    let addresses = [one, other].map { buffer in
      unsafe buffer?.withUnsafeReadableBytes { Int(bitPattern: $0.baseAddress) }
    }
    #expect(addresses[0] != nil && addresses[0] == addresses[1])
  }

  @Test func aCarriageReturnInALineDoesNotEndIt() async {
    let log = Growing([
      "{\"seq\":1,\r\"at\":\"2024-01-01T10:00:00Z\",\"type\":\"meet\",\"format\":1,\"log\":\"n\",\"name\":\"M\"}"
    ])
    var position = log.hub.start
    let text = await log.next(&position)
    #expect(text?.contains("{\"seq\":1, \"at\"") == true)
    #expect(text?.contains("\r") == false)
  }

  @Test func theNameOfALogCannotBreakOutOfItsLine() async {
    let hub = LogHub(file: "logs/né\nid: 9", places: 1, wall: 0, now: 0)
    hub.take(.bytes(Data((Growing.message(1) + "\n").utf8)), now: 0)
    hub.end()
    #expect(hub.encodedName == "n%C3%A9%0Aid%3A%209")
  }

  @Test func linesThatAreNoEventsAreLeftOut() async {
    let log = Growing([Growing.meet, "nonsense", Growing.message(7)])
    var position = log.hub.start
    #expect(await log.seqs(&position, to: 7) == [1, 7])
  }

  @Test func aHeartbeatComesToWhoHasEverything() async throws {
    let log = Growing(to: 2)
    var position = log.hub.start
    _ = await log.next(&position)
    log.hub.beat(at: try #require(Instant("2024-01-01T18:00:05Z")), now: 10_000)
    #expect(
      await log.next(&position)
        == "event: heartbeat\ndata: {\"type\":\"heartbeat\",\"at\":\"2024-01-01T18:00:05.0000Z\",\"last\":2,\"age\":0.0}\n\n"
    )
  }

  @Test func aHeartbeatTellsTheClockOfALogThatGrows() async throws {
    let log = Growing(to: 2)
    var position = log.hub.start
    _ = await log.next(&position)
    // Its writer's clock is a second behind the one here, or the line was a second on its way.
    log.add([Growing.message(3, at: "10:00:02")], now: Growing.second * 3)
    _ = await log.next(&position)
    log.hub.beat(at: try #require(Instant("2024-01-01T10:00:05Z")), now: Growing.second * 5)
    #expect(
      await log.next(&position)
        == "event: heartbeat\ndata: {\"type\":\"heartbeat\",\"at\":\"2024-01-01T10:00:04.0000Z\",\"last\":3,\"age\":2.0}\n\n"
    )
  }

  @Test func whoGoesOnGetsWhatCameAfter() async throws {
    let log = Growing([Growing.meet, Growing.message(4), Growing.message(9)])
    var position = try log.hub.position(after: 4, ofLog: "night")
    #expect(await log.seqs(&position, to: 9) == [9])
    position = try log.hub.position(after: 5, ofLog: nil)
    #expect(await log.seqs(&position, to: 9) == [9])
    position = try log.hub.position(after: 0, ofLog: nil)
    #expect(await log.seqs(&position, to: 9) == [1, 4, 9])
  }

  @Test func whoHasAnotherLogIsTold() throws {
    let log = Growing(to: 3)
    #expect(throws: Refusal.otherLog("night", asked: "day")) {
      try log.hub.position(after: 1, ofLog: "day")
    }
    #expect(throws: Refusal.notYet("night", last: 3, asked: 4)) {
      try log.hub.position(after: 4, ofLog: "night")
    }
    #expect(throws: Refusal.noEvents) { try Growing().hub.position(after: 1, ofLog: "night") }
  }

  @Test func aFileWrittenAnewWithTheSameLinesInterruptsNobody() async {
    let log = Growing(to: 3)
    var position = log.hub.start
    _ = await log.next(&position)
    log.replace([Growing.meet, Growing.message(2), Growing.message(3), Growing.message(4)])
    #expect(await log.next(&position).map(Growing.seqs) == [4])
  }

  @Test func aStreamOfALogThatIsGoneEnds() async {
    let log = Growing(to: 3)
    var position = log.hub.start
    _ = await log.next(&position)
    let extent = log.hub.extent
    log.replace([Growing.meet, Growing.message(2, "other")])
    #expect(
      await log.next(&position) == "event: restart\nid:\ndata: {\"type\":\"restart\"}\n\n")
    #expect(await log.next(&position) == nil)
    #expect(log.hub.bytes(0..<extent.bytes, generation: extent.generation) == nil)
    position = log.hub.start
    #expect(await log.seqs(&position, to: 2) == [1, 2])
  }

  @Test func whoGoesOnSeesWhetherItIsTheSameLog() async throws {
    let log = Growing([Growing.meet, Growing.message(2), Growing.message(3)])
    var lines = LineDigest()
    #expect(log.hub.digest(before: log.hub.start) == lines)
    lines.take(Data(Growing.meet.utf8))
    lines.take(Data((Growing.message(2) + "\n").utf8))
    let position = try log.hub.position(after: 2, ofLog: "night")
    #expect(log.hub.digest(before: position) == lines)
    log.replace([Growing.meet, Growing.message(2, "other"), Growing.message(3)])
    #expect(log.hub.digest(before: position) == nil)
    for seq in 2...3 {
      #expect(try log.hub.digest(before: log.hub.position(after: seq, ofLog: "night")) != lines)
    }
  }

  @Test func theEndOfTheHubEndsEveryStream() async {
    let log = Growing(to: 1)
    var position = log.hub.start
    _ = await log.next(&position)
    let waiting = Task { [position] in
      var position = position
      return await log.next(&position)
    }
    log.hub.end()
    #expect(await waiting.value == nil)
    #expect(log.hub.enter {} == nil)
  }

  @Test func aViewerThatTakesNothingIsCutOffAndTheOthersAreNot() throws {
    let log = Growing(to: 1)
    let cut = Cuts()
    let slow = try #require(log.hub.enter { cut.add("slow") })
    let quick = try #require(log.hub.enter { cut.add("quick") })
    let at = try #require(Instant("2024-01-01T10:00:05Z"))
    log.hub.note(slow, isWriting: true)
    log.hub.note(quick, isWriting: true)
    log.hub.note(quick, isWriting: false)
    log.hub.beat(at: at, now: LogHub.patience)
    #expect(cut.names == [])
    log.hub.note(quick, isWriting: true)
    log.hub.beat(at: at, now: LogHub.patience + 1)
    #expect(cut.names == ["slow"])
  }

  @Test func whyNothingComesIsSaidUntilSomethingDoes() throws {
    let log = Growing(to: 1)
    let problem = FeedProblem.remote(.lost, at: "x")
    log.hub.fail(problem)
    #expect(log.hub.problem == problem)
    let viewer = try #require(log.hub.enter {})
    #expect(log.hub.problem == problem)
    log.hub.leave(viewer)
    log.add([Growing.message(2)])
    #expect(log.hub.problem == nil)
  }

  /// The console's thread asks in each frame, and a log of years may be taken in just then.
  @Test func whoAsksHowItGoesDoesNotWaitForTheLog() {
    let log = Growing(to: 1)
    #expect(log.hub.whileLocked { log.hub.viewerCount } == 0)
    #expect(log.hub.whileLocked { log.hub.problem } == nil)
  }

  @Test func thereAreSoManyPlacesAndALeftOneIsFree() throws {
    let log = Growing(viewers: 2, [Growing.meet])
    let first = try #require(log.hub.enter {})
    _ = try #require(log.hub.enter {})
    #expect(log.hub.enter {} == nil)
    log.hub.leave(first)
    log.hub.leave(first)
    #expect(log.hub.viewerCount == 1)
    #expect(log.hub.enter {} != nil)
  }
}
