import Feeds
import Following
import FoundationEssentials
import Glibc
import Testing

@Suite struct MailboxTests {
  private let lost = FeedProblem.remote(.lost, at: "http://rink")

  private func isReadable(_ mailbox: Mailbox) -> Bool {
    var asked = pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&asked, 1, 0) > 0
  }

  @Test func whatComesIsTakenInOrder() throws {
    let mailbox = try Mailbox()
    #expect(!isReadable(mailbox))
    mailbox.put([.lines(Data([1])), .lines(Data([2])), .alive(at: 1), .alive(at: 2), .replaced])
    mailbox.put([.lines(Data([3]))])
    #expect(isReadable(mailbox))
    var taken: [Mailbox.Item] = []
    while let item = mailbox.take().item { taken.append(item) }
    // Lines become one piece, and the newest sign of life says it all.
    #expect(taken == [.lines(Data([1, 2])), .alive(at: 2), .replaced, .lines(Data([3]))])
    #expect(!isReadable(mailbox))
  }

  @Test func aProblemIsToldAfterWhatCameBeforeIt() throws {
    let mailbox = try Mailbox()
    mailbox.put([.lines(Data([1]))])
    mailbox.fail(lost)
    #expect(mailbox.take() == Mailbox.Taken(.lines(Data([1])), problem: lost))
    #expect(isReadable(mailbox))
    #expect(mailbox.take() == Mailbox.Taken(nil, problem: lost))
    // It is said as often as one asks, but wakes nobody twice.
    #expect(!isReadable(mailbox))
    mailbox.fail(lost)
    #expect(!isReadable(mailbox))
    #expect(mailbox.take().problem == lost)
    mailbox.put([.alive(at: nil)])
    #expect(isReadable(mailbox))
    #expect(mailbox.take() == Mailbox.Taken(.alive(at: nil)))
  }

  @Test func aPieceIsAboutOneMebibyteAndMoreWaits() async throws {
    let mailbox = try Mailbox()
    let line = Data(repeating: 0x20, count: 100_000)
    var count = 0
    while mailbox.hasRoom {
      mailbox.put([.lines(line)])
      count += 1
    }
    #expect(count == Mailbox.room / line.count + 1)
    async let waits: Void = mailbox.waitForRoom()
    var taken = 0
    var longest = 0
    while case .lines(let lines) = mailbox.take().item {
      taken += lines.count
      longest = max(longest, lines.count)
    }
    await waits
    #expect(taken == count * line.count)
    #expect(longest < Mailbox.most + line.count)
  }

  @Test func whoBringsIsNotKeptWaitingAtTheEnd() async throws {
    let mailbox = try Mailbox()
    mailbox.put([.lines(Data(count: Mailbox.room + 1))])
    #expect(!mailbox.hasRoom)
    async let waits: Void = mailbox.waitForRoom()
    mailbox.close()
    await waits
    mailbox.put([.lines(Data([1]))])
    #expect(mailbox.take().item == nil)
  }
}
