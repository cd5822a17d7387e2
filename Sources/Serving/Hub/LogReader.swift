import BoardRuntime
package import Feeds
import Glibc

/// Follows a file on a thread of its own, since a disk may take its time, and puts what it has into a hub.
package final class LogReader {
  private let file: FileFollower
  private let hub: LogHub
  private let clock: @Sendable () -> Int64

  /// A reader of a file.
  ///
  /// - Parameter clock: the machine's clock, 1/10 000 s from anywhere.
  package init(_ file: FileFollower, into hub: LogHub, clock: @escaping @Sendable () -> Int64) {
    self.file = file
    self.hub = hub
    self.clock = clock
  }

  /// Reads all that is there now.
  ///
  /// - Throws: why that cannot be.
  package func readAll() throws(FeedProblem) {
    repeat {
      hub.take(try file.read(), hasMore: file.hasMore, modified: file.modified, now: clock())
    } while file.hasMore
  }

  /// Follows the file from now on, on another thread, until the hub ends.
  ///
  /// - Throws: why there is no thread, as the system's error number.
  package consuming func start() throws(ThreadFailure) {
    let reader = unsafe Unmanaged.passRetained(self)
    // Signals are for whoever waits for them.
    var all = sigset_t()
    var before = sigset_t()
    unsafe sigfillset(&all)
    unsafe pthread_sigmask(SIG_SETMASK, &all, &before)
    var thread = pthread_t()
    let code = unsafe pthread_create(
      &thread, nil,
      { reader in
        if let reader = unsafe reader {
          unsafe Unmanaged<LogReader>.fromOpaque(reader).takeRetainedValue().follow()
        }
        return nil
      }, reader.toOpaque())
    unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
    guard code == 0 else {
      unsafe reader.release()
      throw ThreadFailure(errno: code)
    }
    pthread_detach(thread)
  }

  private func follow() {
    while !hub.hasEnded {
      var asked = pollfd(fd: file.descriptor, events: Int16(POLLIN), revents: 0)
      // Where nothing tells that the file grew, it is asked as often as elsewhere.
      unsafe poll(&asked, 1, CInt(FileFollower.interval / 10))
      do throws(FeedProblem) { try readAll() } catch { hub.fail(error) }
    }
  }
}

/// The system gave no thread.
package struct ThreadFailure: Error, Hashable, Sendable {
  /// The system's error number.
  package let errno: CInt
}
