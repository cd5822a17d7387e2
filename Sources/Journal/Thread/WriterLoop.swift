import FoundationEssentials
import Handover

/// What the writer's thread does: everything that waits goes into one batch, and so on until the end.
struct WriterLoop: Sendable {
  /// How long it waits after a failed attempt.
  static let pause: CInt = 1000
  /// How often it tries at the end before it gives up.
  static let lastAttempts = 3

  private(set) var writer: JournalWriter
  private let mailbox: Mailbox

  init(writer: JournalWriter, mailbox: Mailbox) {
    self.writer = writer
    self.mailbox = mailbox
  }

  /// Writes until it is told to close, and then what is left.
  mutating func run() {
    var attemptsLeft = Self.lastAttempts
    while true {
      let orders = mailbox.takeOrders()
      // First away from a disk that may be the reason why the operator wants another one.
      for path in orders.moves { writer.move(to: path) }
      writer.writeBatch(orders.lines)
      report()
      if orders.isClosing {
        attemptsLeft -= 1
        if writer.trouble == nil || attemptsLeft == 0 { break }
      }
      if writer.trouble == nil {
        writer.file.storage.idle(until: mailbox.work.descriptor, over: writer.file.descriptor)
      } else {
        writer.file.storage.wait(for: mailbox.work.descriptor, milliseconds: Self.pause)
      }
    }
    writer.close()
  }

  private mutating func report() {
    let state = writer.state
    _ = writer.takeNotices()
    mailbox.report(state)
  }
}
