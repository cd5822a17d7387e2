import Glibc

/// A thread besides the main one, for work that may have to wait.
package struct WorkerThread: Sendable {
  private let thread: pthread_t

  /// Starts work on a thread of its own.
  ///
  /// - Throws: where the system has no thread left.
  package init(_ work: sending @escaping () -> Void) throws(SystemFault) {
    let start = unsafe Unmanaged.passRetained(Work(work))
    var thread = pthread_t()
    let code = withoutSignals {
      unsafe pthread_create(
        &thread, nil,
        { start in
          if let start = unsafe start { unsafe Unmanaged<Work>.fromOpaque(start).takeRetainedValue().run() }
          return nil
        }, start.toOpaque())
    }
    guard code == 0 else {
      unsafe start.release()
      throw SystemFault(code: code)
    }
    self.thread = thread
  }

  /// Waits until it has ended.
  package func join() { pthread_join(thread, nil) }

  /// Lets it end by itself.
  package func detach() { pthread_detach(thread) }

  /// Carries the work through a call that takes nothing but an address.
  private final class Work {
    let run: () -> Void

    init(_ run: @escaping () -> Void) { self.run = run }
  }
}
