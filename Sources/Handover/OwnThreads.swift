import Dispatch

/// Threads for tasks that must not wait for others of this process: a server's, a connection's.
package final class OwnThreads: TaskExecutor {
  private let queue: DispatchQueue

  /// Threads that come and go as there is work.
  package init(_ name: String) { queue = DispatchQueue(label: name, attributes: .concurrent) }

  /// Runs a piece of a task on one of them.
  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
