import Feeds
import Following
import FoundationEssentials
import Glibc
import Handover
import Synchronization

/// Follows a log on a thread of its own, as the main thread does: the tests' threads are those of the network's tasks.
final class Follower {
  struct Failure: Error {
    let what: String
  }

  let log: HTTPLog
  /// All bytes since the log started over last.
  private(set) var bytes = Data()
  /// All news, with bytes as empty ones.
  private(set) var news: [LogNews] = []
  /// All problems, each once in a row.
  private(set) var problems: [FeedProblem] = []
  /// The longest piece that was given.
  private(set) var longest = 0

  /// Is called for each problem that is told.
  var onProblem: () -> Void = {}

  private init(_ log: HTTPLog) { self.log = log }

  /// Follows a log until the work is done.
  static func following<Result: Sendable>(
    _ port: Int, path: String = "", habits: HTTPLog.Habits = .eager,
    _ work: @escaping @Sendable (Follower) throws -> Result
  ) async throws -> Result {
    let address = try HTTPAddress("http://127.0.0.1:\(port)\(path)")
    return try await following(address, habits: habits, work)
  }

  static func following<Result: Sendable>(
    _ address: HTTPAddress, authority: String? = nil, habits: HTTPLog.Habits = .eager,
    _ work: @escaping @Sendable (Follower) throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      do throws(SystemFault) {
        try WorkerThread {
          continuation.resume(
            with: Swift.Result {
              let log = try HTTPLog(address, authority: authority, habits: habits)
              defer { log.close() }
              return try work(Follower(log))
            })
        }.detach()
      } catch {
        continuation.resume(throwing: error)
      }
    }
  }

  /// Reads until something is so.
  func read(until isDone: (Follower) -> Bool) throws {
    var deadline = 0
    while !isDone(self) {
      if !log.hasMore {
        var asked = pollfd(fd: log.descriptor, events: Int16(POLLIN), revents: 0)
        // A test that waits for what never comes fails, it does not hang.
        guard unsafe poll(&asked, 1, 20_000) > 0 else {
          throw Failure(what: "nothing came: \(bytes.count) bytes, \(news.suffix(5)), \(problems.suffix(5))")
        }
      }
      deadline += 1
      guard deadline < 1_000_000 else { throw Failure(what: "it never sleeps") }
      do throws(FeedProblem) { take(try log.read()) } catch {
        if problems.last != error { problems.append(error) }
        onProblem()
      }
    }
  }

  private func take(_ item: LogNews) {
    switch item {
    case .bytes(let more):
      bytes.append(more)
      longest = max(longest, more.count)
      news.append(.bytes(Data()))
    case .replaced:
      bytes = Data()
      news.append(item)
    case .nothing: break
    default: news.append(item)
    }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension HTTPLog.Habits {
  /// Comes back at once.
  static var eager: Self {
    var habits = Self()
    habits.pause = { _ in try Task.checkCancellation() }
    return habits
  }

  /// Comes back when a gate lets it: a problem that is better at once would not be seen.
  static func after(_ gate: Gate) -> Self {
    var habits = Self()
    habits.pause = { _ in await gate.pass() }
    return habits
  }

  /// Comes back so soon that a test need not wait, but leaves the machine to the server that it waits for.
  static var brisk: Self {
    var habits = Self()
    habits.pause = { _ in try await Task.sleep(for: .milliseconds(20)) }
    return habits
  }
}

/// Lets one through for each time that it is opened.
final class Gate: Sendable {
  private let state = Mutex((open: 0, waiting: [CheckedContinuation<Void, Never>]()))

  func open() {
    let woken = state.withLock { state in
      guard state.waiting.isEmpty else {
        return state.waiting.removeFirst() as CheckedContinuation<Void, Never>?
      }
      state.open += 1
      return nil
    }
    woken?.resume()
  }

  func pass() async {
    await withCheckedContinuation { continuation in
      let isOpen = state.withLock { state in
        guard state.open > 0 else {
          state.waiting.append(continuation)
          return false
        }
        state.open -= 1
        return true
      }
      if isOpen { continuation.resume() }
    }
  }
}
