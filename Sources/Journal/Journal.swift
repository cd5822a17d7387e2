package import FoundationEssentials
import Handover
import Synchronization

/// A log that grows on disk: one writer thread, one `fdatasync` per batch.
///
/// Nothing here waits for the disk but ``open(_:storage:)`` and ``close()``. Whoever shows lines to others
/// waits until ``JournalState/durableBytes`` has passed them. Knows bytes and lines only.
package final class Journal: Sendable {
  private let mailbox: Mailbox
  private let thread: Mutex<WorkerThread?>

  private init(writer: JournalWriter) throws(SystemFault) {
    let mailbox = try Mailbox(state: JournalState(path: writer.file.path, durableBytes: writer.durableBytes))
    self.mailbox = mailbox
    let loop = WriterLoop(writer: writer, mailbox: mailbox)
    thread = Mutex(
      try WorkerThread {
        var loop = loop
        loop.run()
      })
  }

  deinit {
    _ = close()
  }

  /// Opens the journal at a path, or creates it, and locks it for as long as it is open.
  ///
  /// A torn last line is saved beside it and cut off. What it holds is on disk when this returns.
  ///
  /// - Throws: where the journal cannot be used; every whole line in it stands as it did.
  package static func open(
    _ path: String, storage: any JournalStorage = SystemStorage()
  ) throws(JournalError) -> OpenedJournal {
    var writer = try JournalOpening.open(path, storage: storage)
    let notices = writer.takeNotices()
    do {
      return OpenedJournal(journal: try Journal(writer: writer), contents: writer.log, notices: notices)
    } catch {
      writer.close()
      throw .failed(path, reason: error.reason)
    }
  }

  /// Queues whole lines, each with its LF; one that is missing at the end is added. Never waits, never fails.
  package func append(_ lines: Data) {
    guard let last = lines.last else { return }
    mailbox.append(last == UInt8(ascii: "\n") ? lines : lines + [UInt8(ascii: "\n")])
  }

  /// Readable while there is news, for a `poll`. Only ``news()`` may read from it.
  package var descriptor: CInt { mailbox.news.descriptor }

  /// Takes the news: how far the journal is now, and the notices since the last time.
  package func news() -> JournalState {
    mailbox.takeNews()
  }

  /// The operator's choice: go on in a new file elsewhere, which gets the whole log. The news tells how that
  /// went.
  package func move(to path: String) {
    mailbox.move(to: path)
  }

  /// Writes what is left, where the disk fails with a few attempts a second apart, and ends the thread.
  ///
  /// - Returns: the last news. Unsaved bytes in it exist nowhere but in memory.
  package func close() -> JournalState {
    mailbox.close()
    let running = thread.withLock { thread in
      defer { thread = nil }
      return thread
    }
    running?.join()
    return mailbox.takeNews()
  }
}
