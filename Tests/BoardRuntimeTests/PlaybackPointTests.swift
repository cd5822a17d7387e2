import BoardRuntime
import RaceLog
import ReplayFixtures
import Testing

@Suite struct PlaybackPointTests {
  @Test(
    arguments: [
      ("#1", .seq(1)), ("#42", .seq(42)), ("12:31", .offset(7_510_000)), ("0:07", .offset(70_000)),
      ("7", .offset(70_000)), ("26:41.25", .offset(16_012_500)), ("1:02:33.1", .offset(37_531_000)),
      ("#0", nil), ("#-1", nil), ("#", nil), ("#x", nil), ("", nil), ("noon", nil), ("12:61", nil),
      ("-5", nil),
      ("1:2:3:4", nil), ("12:31 ", nil), ("2023-11-18", nil), ("2023-02-30T10:00:00Z", nil),
    ] as [(String, PlaybackPoint?)])
  func whatAPersonTypes(text: String, point: PlaybackPoint?) {
    #expect(PlaybackPoint(text) == point)
  }

  @Test(
    arguments: [
      ("#1", 0, 1), ("#22", 182_000, 22), ("#84", 16_240_000, 84), ("#999", 16_240_000, 84), ("0:00", 0, 21),
      ("0:18.2", 182_000, 22), ("0:18.1999", 181_999, 21), ("99:00", 16_240_000, 84),
      ("2023-11-18T17:00:18.2+08:00", 182_000, 22), ("2023-11-18T09:00:18.2Z", 182_000, 22),
      ("2022-01-01T00:00:00Z", 0, 21), ("2030-01-01T00:00:00Z", 16_240_000, 84),
    ] as [(String, Int64, Int)])
  func placesInTheBeijingRace(text: String, offset: Int64, count: Int) throws {
    let log = try Replays.log(RecordingFinder.demoName)
    let point = try #require(PlaybackPoint(text))
    #expect(point.offset(in: log) == offset)
    #expect(point.eventCount(in: log) == count)
  }

  @Test(arguments: Replays.names)
  func everySeqLeadsToItsEvent(name: String) throws {
    let log = try Replays.log(name)
    for index in log.events.indices {
      let point = PlaybackPoint.seq(log.events[index].seq)
      #expect(point.eventCount(in: log) == index + 1)
      #expect(point.offset(in: log) == log.offset(of: index))
    }
  }
}
