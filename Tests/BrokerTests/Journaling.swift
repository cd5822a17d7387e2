import Broker
import BrokerFixtures
import Feeds
import FoundationEssentials
import Glibc
import Operation
import ReplayFixtures

/// A journal that somebody writes, line by line.
final class WrittenJournal {
  let scratch: Scratch
  let path: String
  /// All that is in it.
  private(set) var text = ""

  init(_ text: String = "") throws {
    scratch = try Scratch()
    path = scratch.folder + "/journal.ndjson"
    try add(text)
  }

  func add(_ more: String) throws {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    defer { close(file) }
    let bytes = Array(more.utf8)
    guard unsafe write(file, bytes, bytes.count) == bytes.count else {
      throw NATSServer.Failure(description: "\(path): not written")
    }
    text += more
  }
}

/// Somebody who watches a log, and all that was seen of it.
final class Viewer {
  let log: NATSLog
  private(set) var bytes = Data()
  private(set) var starts = 0
  private(set) var beats: [Int64] = []
  private(set) var problem: FeedProblem?

  init(_ url: String, _ change: (inout BrokerOptions) -> Void = { _ in }) throws {
    var options = BrokerOptions(try BrokerAddress(url))
    change(&options)
    log = try NATSLog(options)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Waits until it has seen what a test asks for.
  func wait(_ what: String, until isSo: (Viewer) -> Bool) throws {
    try waitFor(what + " (seen: \(bytes.count) bytes)", watching: [log.descriptor]) {
      read()
      return isSo(self)
    }
  }

  func read() {
    repeat {
      do throws(FeedProblem) {
        switch try log.read() {
        case .bytes(let more): bytes += more
        case .replaced:
          starts += 1
          bytes = Data()
        case .alive(let at), .connected(let at): if let at { beats.append(at) }
        case .missing, .nothing, .ended: break
        }
        problem = nil
      } catch { problem = error }
    } while log.hasMore
  }
}

extension Publisher {
  /// A publisher of a journal on a broker.
  convenience init(
    _ journal: WrittenJournal, _ url: String, _ change: (inout BrokerOptions) -> Void = { _ in }
  ) throws {
    var options = BrokerOptions(try BrokerAddress(url))
    change(&options)
    try self.init(journal.path, to: options)
  }

  /// Waits for what its lamp says.
  func wait(for text: String) throws {
    try waitFor("\(text) (it says: \(lamp().text))", watching: [descriptor]) { lamp().text == text }
  }
}
