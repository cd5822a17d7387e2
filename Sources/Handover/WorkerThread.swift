import Glibc

/// A thread besides the main one, for work that may have to wait.
package struct WorkerThread: Sendable {
  private let thread: pthread_t

  /// Starts work on a thread of its own.
  ///
  /// - Throws: where the system has no thread left.
  package init(_ work: sending @escaping () -> Void) throws(SystemFault) {
    let start = unsafe Unmanaged.passRetained(Work(work))
    // Signals are the main thread's: it sleeps in the poll that they have to end.
    var all = sigset_t()
    var before = sigset_t()
    unsafe sigfillset(&all)
    unsafe pthread_sigmask(SIG_SETMASK, &all, &before)
    var thread = pthread_t()
    let code = unsafe pthread_create(
      &thread, nil,
      { start in
        if let start = unsafe start { unsafe Unmanaged<Work>.fromOpaque(start).takeRetainedValue().run() }
        return nil
      }, start.toOpaque())
    unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
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
