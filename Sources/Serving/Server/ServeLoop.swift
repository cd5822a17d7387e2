import BoardRuntime
import Dispatch
import Feeds
import Glibc
import Handover
import RaceLog
import Synchronization

/// Serves a file that grows, from the calling thread, until a signal ends it.
package enum ServeLoop {
  /// Reads what there is, then listens and serves.
  ///
  /// - Parameters:
  ///   - viewers: how many there may be.
  ///   - onListening: is told where it listens, once it does.
  /// - Throws: ``ServingError``, or why the file cannot be read.
  package static func run(
    _ path: String, on address: ListenAddress, viewers: Int,
    onListening: @escaping @Sendable (ListenAddress) -> Void
  ) throws {
    let machine = MachineClock()
    let clock: @Sendable () -> Int64 = { MachineClock().stamp.ticks }
    let hub = LogHub(file: path, viewers: viewers, wall: machine.wall.ticks, now: machine.stamp.ticks)
    let reader = LogReader(FileFollower(path, syncs: true), into: hub, clock: clock)
    // Who comes back to a server that was started again finds the log as it was.
    try reader.readAll()
    do throws(SystemFault) { try LogReader.start(reader) } catch {
      throw ServingError.noThread(errno: error.code)
    }
    raiseDescriptorLimit()
    let server = LogServer(
      hub, on: address, endsOnSignals: true, clock: clock, onListening: onListening)
    let failure = Failure()
    let done = DispatchSemaphore(value: 0)
    Task {
      do throws(ServingError) { try await server.run() } catch { failure.set(error) }
      hub.end()
      done.signal()
    }
    done.wait()
    if let error = failure.error { throw error }
  }

  /// A descriptor for each viewer; the system gives a thousand unless it is asked.
  private static func raiseDescriptorLimit() {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }

  /// Brings an error from one thread to another.
  private final class Failure: Sendable {
    private let value = Mutex<ServingError?>(nil)

    var error: ServingError? { value.withLock { $0 } }

    func set(_ error: ServingError) { value.withLock { $0 = error } }
  }
}
