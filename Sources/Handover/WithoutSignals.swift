import Glibc

/// Starts threads that no signal goes to: signals are the main thread's, which sleeps in the poll that they have to end.
package func withoutSignals<Result>(_ start: () -> Result) -> Result {
  var all = sigset_t()
  var before = sigset_t()
  unsafe sigfillset(&all)
  unsafe pthread_sigmask(SIG_SETMASK, &all, &before)
  defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
  return start()
}
