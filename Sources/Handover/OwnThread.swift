import Dispatch

/// A thread for tasks that must not wait for others of this process: a server's, a connection's.
package final class OwnThread: TaskExecutor {
  private let queue: DispatchQueue

  /// A thread of its own, by a name for those who look at the process.
  package init(_ name: String) { queue = DispatchQueue(label: name) }

  /// Runs a piece of a task.
  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
