import Glibc

/// The one thread besides the main one.
struct WriterThread: Sendable {
  private let thread: pthread_t

  /// Starts a loop on a thread of its own.
  init(_ loop: WriterLoop) throws(StorageFault) {
    let start = unsafe Unmanaged.passRetained(Start(loop))
    // Signals are the main thread's: it sleeps in the poll that they have to end.
    var all = sigset_t()
    var before = sigset_t()
    unsafe sigfillset(&all)
    unsafe pthread_sigmask(SIG_SETMASK, &all, &before)
    var thread = pthread_t()
    let code = unsafe pthread_create(
      &thread, nil,
      { start in
        if let start = unsafe start {
          var loop = unsafe Unmanaged<Start>.fromOpaque(start).takeRetainedValue().loop
          loop.run()
        }
        return nil
      }, start.toOpaque())
    unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
    guard code == 0 else {
      unsafe start.release()
      throw StorageFault(code: code)
    }
    self.thread = thread
  }

  /// Waits until it has ended.
  func join() {
    pthread_join(thread, nil)
  }

  /// Carries the loop through a call that takes nothing but an address.
  private final class Start: Sendable {
    let loop: WriterLoop

    init(_ loop: WriterLoop) {
      self.loop = loop
    }
  }
}
