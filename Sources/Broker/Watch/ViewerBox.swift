import Feeds
import FoundationEssentials
import Handover
import Synchronization

/// What the thread that listens to a broker hands to whoever shows the log.
final class ViewerBox: Sendable {
  /// The most that lies here, in bytes: who does not read is not sent more.
  static let room = 1 << 22
  /// The most that is given at a time, in bytes.
  static let piece = 1 << 18

  /// What is given at a time.
  struct Taken {
    var news: LogNews?
    var isComplete = false
    var hasMore = false
    var problem: FeedProblem?
  }

  private struct Entry {
    var news: LogNews?
    /// Whether all that was there when the stream was found has been given with it.
    var isComplete = false
  }

  private struct Contents {
    var entries: [Entry] = []
    var bytes = 0
    var problem: FeedProblem?
    var isClosed = false
  }

  /// Set while there is something to read.
  let news: Signal
  /// Set when there is room again, or nobody reads any more.
  let hasRoom: Signal
  private let contents = Mutex(Contents())

  init() throws(SystemFault) {
    news = try Signal()
    hasRoom = try Signal()
  }

  // Of the reader.

  func take() -> Taken {
    news.clear()
    let taken = contents.withLock { contents in
      guard !contents.entries.isEmpty else { return Taken(problem: contents.problem) }
      let entry = contents.entries.removeFirst()
      if case .bytes(let bytes) = entry.news { contents.bytes -= bytes.count }
      return Taken(
        news: entry.news, isComplete: entry.isComplete, hasMore: !contents.entries.isEmpty)
    }
    if taken.hasMore { news.set() }
    hasRoom.set()
    return taken
  }

  func close() {
    contents.withLock { $0.isClosed = true }
    hasRoom.set()
  }

  // Of the thread.

  var isClosed: Bool { contents.withLock { $0.isClosed } }
  var isFull: Bool { contents.withLock { $0.bytes > Self.room && !$0.isClosed } }

  func add(line: Data) {
    add { contents in
      contents.bytes += line.count + 1
      if case .bytes(var bytes) = contents.entries.last?.news, contents.entries.last?.isComplete == false,
        bytes.count < Self.piece
      {
        // Taken out for the time, so that what is there is not copied.
        contents.entries[contents.entries.count - 1].news = nil
        bytes.append(line)
        bytes.append(UInt8(ascii: "\n"))
        contents.entries[contents.entries.count - 1].news = .bytes(bytes)
      } else {
        contents.entries.append(Entry(news: .bytes(line + [UInt8(ascii: "\n")])))
      }
    }
  }

  /// Somebody who writes the log lives. Only the newest such news counts.
  func add(beat at: Int64) {
    add { contents in
      if case .alive = contents.entries.last?.news, contents.entries.last?.isComplete == false {
        contents.entries.removeLast()
      }
      contents.entries.append(Entry(news: .alive(at: at)))
    }
  }

  /// What was given is no part of what comes.
  func startOver() {
    add { contents in
      contents.entries = [Entry(news: .replaced)]
      contents.bytes = 0
    }
  }

  /// All has been given that was there when the stream was found.
  func complete() {
    add { contents in
      if contents.entries.isEmpty { contents.entries.append(Entry()) }
      contents.entries[contents.entries.count - 1].isComplete = true
    }
  }

  func fail(_ problem: FeedProblem) {
    contents.withLock { $0.problem = problem }
    news.set()
  }

  private func add(_ change: (inout Contents) -> Void) {
    contents.withLock { contents in
      change(&contents)
      contents.problem = nil
    }
    news.set()
  }
}
