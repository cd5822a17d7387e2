import BoardRuntime
package import Feeds
import Glibc
package import Handover

/// Follows a file on a thread of its own, since a disk may take its time, and puts what it has into a hub.
package final class LogReader {
  private var file: FileFollower
  private let hub: LogHub
  private let orders: ReaderOrders
  private let clock: @Sendable () -> Int64

  /// A reader of a file.
  ///
  /// - Parameters:
  ///   - orders: what it is told once it is on its own thread.
  ///   - clock: the machine's clock, 1/10 000 s from anywhere.
  package init(
    _ file: FileFollower, into hub: LogHub, orders: ReaderOrders, clock: @escaping @Sendable () -> Int64
  ) {
    self.file = file
    self.hub = hub
    self.orders = orders
    self.clock = clock
  }

  /// Reads all that is there now.
  ///
  /// - Throws: why that cannot be.
  package func readAll() throws(FeedProblem) {
    repeat {
      hub.take(try file.read(), isComplete: file.hasCaughtUp, now: clock())
    } while file.hasMore
  }

  /// Follows the file from now on, on another thread, until it is told to end.
  ///
  /// - Throws: where the system has no thread left.
  package static func start(_ reader: sending LogReader) throws(SystemFault) {
    try WorkerThread { reader.follow() }.detach()
  }

  private func follow() {
    while true {
      var asked = [file.descriptor, orders.signal.descriptor].map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      // Where nothing tells that the file grew, it is asked as often as elsewhere.
      unsafe poll(&asked, nfds_t(asked.count), CInt(FileFollower.interval / 10))
      let (path, isEnding) = orders.take()
      if let path, path != file.name {
        file = FileFollower(path, syncs: true)
        hub.take(.replaced, isComplete: false, now: clock())
      }
      do throws(FeedProblem) { try readAll() } catch { hub.fail(error) }
      if isEnding { return orders.noteEnd() }
    }
  }
}
