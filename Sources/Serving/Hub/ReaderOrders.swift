import Dispatch
package import Handover
import Synchronization

/// What a reader is told by another thread.
package final class ReaderOrders: Sendable {
  private struct Contents {
    var path: String?
    var isEnding = false
  }

  /// Set while there is something to be told.
  let signal: Signal
  private let contents = Mutex(Contents())
  private let ended = DispatchSemaphore(value: 0)

  /// Nothing yet.
  ///
  /// - Throws: where the system has no descriptor left.
  package init() throws(SystemFault) { signal = try Signal() }

  /// The log goes on in another file.
  package func follow(_ path: String) {
    contents.withLock { $0.path = path }
    signal.set()
  }

  /// Reads to the end of the file, and ends.
  ///
  /// - Parameter seconds: how long to wait for that: a disk may never answer.
  package func end(within seconds: Double) {
    contents.withLock { $0.isEnding = true }
    signal.set()
    _ = ended.wait(timeout: .now() + seconds)
  }

  func take() -> (path: String?, isEnding: Bool) {
    signal.clear()
    return contents.withLock { contents in
      defer { contents.path = nil }
      return (contents.path, contents.isEnding)
    }
  }

  func noteEnd() { ended.signal() }
}
