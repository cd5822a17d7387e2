package import Feeds
package import Handover

/// A log that a broker keeps: its whole history, then whatever comes, without a gap or a double however often the
/// connection is cut.
package final class NATSLog: LogSource {
  /// What to call it: the address without its secrets.
  package let name: String
  /// Whether the last call left something to read.
  package private(set) var hasMore = false
  /// Whether all that the stream had when it was found has been given.
  package private(set) var hasCaughtUp = false

  private let box: ViewerBox

  /// Starts to follow a log.
  ///
  /// - Throws: where the system has no thread or descriptor left.
  package init(_ options: BrokerOptions) throws(SystemFault) {
    name = options.address.name
    let box = try ViewerBox()
    self.box = box
    try WorkerThread { ViewerLoop(options, box).run() }.detach()
  }

  deinit { box.close() }

  /// Readable when there is something to read.
  package var descriptor: CInt { box.news.descriptor }

  /// What came since the last time, at most a piece.
  ///
  /// - Throws: why nothing comes. It goes on trying by itself.
  package func read() throws(FeedProblem) -> LogNews {
    let taken = box.take()
    hasMore = taken.hasMore
    guard let news = taken.news else {
      if taken.isComplete { hasCaughtUp = true }
      if let problem = taken.problem { throw problem }
      return .nothing
    }
    hasCaughtUp = news == .replaced ? taken.isComplete : hasCaughtUp || taken.isComplete
    return news
  }
}
