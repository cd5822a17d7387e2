import AsyncHTTPClient
import Feeds

/// Brings a log from a server into a mailbox, over one connection after another.
struct LogStream: Sendable {
  let address: HTTPAddress
  let client: HTTPClient
  let mailbox: Mailbox
  let habits: HTTPLog.Habits

  /// Why a connection ended.
  enum Reason: Hashable, Sendable {
    /// The server has another log now.
    case otherLog
    /// Something that may be better next time.
    case problem(RemoteProblem)
  }

  /// How a connection ended.
  struct Ending: Sendable {
    var reason: Reason
    var position: StreamPosition
    /// Whether the server answered at all.
    var hadAnswer = false
    /// Whether anything came that says that all was well.
    var hadNews = false
    /// What the server asked to wait before each connection, from now on.
    var retry: Duration?
    /// What it asked to wait before the next one.
    var retryAfter: Duration?
  }

  /// Works until the task is cancelled.
  func run() async {
    var backoff = Backoff()
    var position = StreamPosition()
    var retry: Duration?
    while !Task.isCancelled {
      let ending = await connection(from: position)
      guard !Task.isCancelled else { return }
      position = ending.position
      if ending.hadNews { backoff.reset() }
      switch ending.reason {
      case .problem(let problem): mailbox.fail(.remote(problem, at: address.text))
      case .otherLog:
        position.startOver()
        mailbox.put([.replaced])
      }
      retry = ending.retry ?? retry
      let wait = backoff.next(asked: ending.retryAfter ?? retry, chance: habits.chance())
      do { try await habits.pause(wait) } catch { return }
    }
  }

  /// One connection, cut where nothing comes over it.
  private func connection(from position: StreamPosition) async -> Ending {
    let pulse = Pulse(connect: habits.connect, silence: habits.silence, timer: habits.timer)
    return await withTaskGroup(of: Ending?.self) { group in
      group.addTask { await events(from: position, pulse) }
      group.addTask {
        await pulse.waitForSilence()
        return nil
      }
      var result = Ending(reason: .problem(.lost), position: position)
      let first = await group.next() ?? nil
      group.cancelAll()
      for await ending in group { if let ending { result = ending } }
      if let first { return first }
      if result.reason != .otherLog { result.reason = .problem(result.hadAnswer ? .silent : .noAnswer) }
      return result
    }
  }
}
