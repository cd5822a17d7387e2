import BoardRuntime
import FoundationEssentials
import Operation
import Testing

/// Senders are answered when what they are told is on disk.
@Suite(.timeLimit(.minutes(1))) struct InboxTests {
  private func lines(_ count: Int) -> [Data] { (0..<count).map { Data("\($0)".utf8) } }

  /// The lines that have come, until the time of the test is over.
  private func take(_ inbox: Inbox, _ count: Int, now: Int64 = 0) async throws -> [Inbox.Line] {
    var lines: [Inbox.Line] = []
    while lines.count < count {
      try Task.checkCancellation()
      lines += inbox.take(now: now)
      await Task.yield()
    }
    return lines
  }

  @Test func anAnswerWaitsForTheDisk() async throws {
    let inbox = try Inbox()
    async let reply = inbox.send(lines(2), from: "http")
    let taken = try await take(inbox, 2)
    #expect(taken.map(\.bytes) == lines(2))
    inbox.note(.intake(.taken(seq: 7)), to: taken[0], events: 7)
    inbox.note(.refused("why"), to: taken[1], events: 0)
    inbox.settle(saved: 6, trouble: nil, now: 0)
    #expect(inbox.deadline == 100_000)
    inbox.settle(saved: 7, trouble: nil, now: 0)
    #expect(await reply == .answers([.intake(.taken(seq: 7)), .refused("why")]))
    #expect(inbox.deadline == nil)
  }

  @Test func whoWaitsTooLongForTheDiskIsToldWhy() async throws {
    let inbox = try Inbox(patience: 50)
    async let reply = inbox.send(lines(1), from: "http")
    let taken = try await take(inbox, 1, now: 10)
    inbox.note(.intake(.taken(seq: 7)), to: taken[0], events: 7)
    inbox.settle(saved: 6, trouble: "full", now: 59)
    #expect(inbox.deadline == 60)
    inbox.settle(saved: 6, trouble: "full", now: 60)
    #expect(await reply == .late("full"))
    // An answer that comes later has nobody to go to.
    inbox.note(.intake(.taken(seq: 7)), to: taken[0], events: 7)
    inbox.settle(saved: 7, trouble: nil, now: 70)
  }

  @Test func aFloodIsTakenInSharesAndRefusedAsAWhole() async throws {
    let inbox = try Inbox()
    async let reply = inbox.send(lines(Inbox.most), from: "http")
    let first = try await take(inbox, 1)
    #expect(first.count == 64)
    #expect(await inbox.send(lines(65), from: "http") == .full)
    inbox.close()
    #expect(await reply == .closed)
    #expect(await inbox.send(lines(1), from: "http") == .closed)
    #expect(inbox.take(now: 0).isEmpty)
  }

  @Test func nothingIsAnsweredAtOnce() async throws {
    #expect(await (try Inbox()).send([], from: "http") == .answers([]))
  }
}
