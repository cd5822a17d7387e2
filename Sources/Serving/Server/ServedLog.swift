import BoardRuntime
import Dispatch
import Feeds
import Glibc
import Handover
import RaceLog
import Synchronization

/// A log that is being served, on threads of its own, from the file that it grows in.
final class ServedLog: Sendable {
  let hub: LogHub
  /// Where it listens.
  let address: ListenAddress

  private let orders: ReaderOrders
  private let server: LogServer
  private let fate: Fate

  /// How it ended, brought from one thread to another.
  private final class Fate: Sendable {
    let known = DispatchSemaphore(value: 0)
    let ended = DispatchSemaphore(value: 0)
    let error = Mutex<ServingError?>(nil)
    let address = Mutex<ListenAddress?>(nil)
  }

  /// Reads what there is, and then listens.
  ///
  /// - Parameters:
  ///   - onChange: is told, on any thread, when there is another number of viewers or something is wrong.
  /// - Throws: ``ServingError``, or why the file cannot be read.
  init(
    _ path: String, _ options: ServingOptions, endsOnSignals: Bool,
    onChange: @escaping @Sendable () -> Void = {}
  ) throws {
    let machine = MachineClock()
    let clock: @Sendable () -> Int64 = { MachineClock().stamp.ticks }
    hub = LogHub(
      file: path, places: options.viewers, wall: machine.wall.ticks, now: machine.stamp.ticks,
      onChange: onChange)
    do throws(SystemFault) { orders = try ReaderOrders() } catch {
      throw ServingError.noThread(errno: error.code)
    }
    let reader = LogReader(FileFollower(path, syncs: true), into: hub, orders: orders, clock: clock)
    // Who comes back to a server that was started again finds the log as it was.
    try reader.readAll()
    do throws(SystemFault) { try LogReader.start(reader) } catch {
      throw ServingError.noThread(errno: error.code)
    }
    Self.raiseDescriptorLimit()
    let fate = Fate()
    let server = try LogServer(hub, options, endsOnSignals: endsOnSignals, clock: clock) { place in
      fate.address.withLock { $0 = place }
      fate.known.signal()
    }
    Task.detached {
      do throws(ServingError) { try await server.run() } catch { fate.error.withLock { $0 = error } }
      fate.ended.signal()
      fate.known.signal()
      onChange()
    }
    fate.known.wait()
    (self.fate, self.server) = (fate, server)
    address = fate.address.withLock { $0 } ?? options.address
    if let error { throw error }
  }

  deinit { orders.end(within: 0) }

  /// Why it does not listen any more; nil where it does, or ended as it was told.
  var error: ServingError? { fate.error.withLock { $0 } }

  /// The log goes on in another file.
  func follow(_ path: String) { orders.follow(path) }

  /// Waits until it ends.
  ///
  /// - Throws: why it did, where it was not told to.
  func wait() throws(ServingError) {
    fate.ended.wait()
    fate.ended.signal()
    if let error { throw error }
  }

  /// Ends it: whoever is there gets what is on disk, but nobody is waited for longer than some seconds.
  func end() {
    orders.end(within: 2)
    Task.detached { [server] in await server.stop() }
    if fate.ended.wait(timeout: .now() + 3) == .success { fate.ended.signal() }
  }

  /// A descriptor for each viewer; the system gives a thousand unless it is asked.
  private static func raiseDescriptorLimit() {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }
}
