import Dispatch

/// The threads of a server. Whatever else the process does, and however long that takes, requests are answered.
final class ServerThreads: TaskExecutor {
  private let queue = DispatchQueue(label: "rinkside.server")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
