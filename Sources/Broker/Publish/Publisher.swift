import BoardRuntime
import Glibc
package import Handover
package import Operation

/// Publishes the journal on a broker, from its beginning, each event once and in order.
///
/// It reads the journal's file, only what is on disk, on a thread of its own. So a broker that is away costs nothing
/// but a lamp, and gets everything when it is back.
package final class Publisher: Outlet {
  /// How long closing waits for what is on its way, in 1/10 000 s.
  static let patience: Int64 = 20_000

  private let box: PublisherBox
  private var thread: WorkerThread?

  /// Starts to publish a journal.
  ///
  /// - Throws: where the system has no thread or descriptor left.
  package init(_ journal: String, to options: BrokerOptions) throws(SystemFault) {
    let box = try PublisherBox()
    self.box = box
    thread = try WorkerThread { PublisherLoop(journal, options, box).run() }
  }

  deinit { close() }

  /// Readable when the lamp may have changed.
  package var descriptor: CInt { box.news.descriptor }

  /// How it goes: `NATS ok`, `NATS 214 behind`, `NATS away: …`.
  package func lamp() -> Lamp { box.lamp() }

  /// The journal goes on in another file.
  package func follow(_ journal: String) { box.follow(journal) }

  /// How many events of the journal the broker is not known to have.
  package var left: Int { box.left }

  /// Gives what is left two seconds to arrive, and ends.
  package func close() {
    guard let thread else { return }
    self.thread = nil
    box.close(at: MachineClock.now + Self.patience)
    var done = pollfd(fd: box.done.descriptor, events: Int16(POLLIN), revents: 0)
    // Half a second more, for a call that waits. A thread that still hangs then, in a name that nobody knows for
    // instance, ends with the program.
    let milliseconds = CInt(Self.patience / 10 + 500)
    if unsafe poll(&done, 1, milliseconds) > 0 { thread.join() } else { thread.detach() }
  }
}
