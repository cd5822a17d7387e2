package import FoundationEssentials

/// A log that somebody else writes, as it comes: a file that grows, a pipe, a server, a broker.
///
/// Whoever shows it sleeps in a `poll` on ``descriptor`` and asks with ``read()``, which never waits.
package protocol LogSource: AnyObject {
  /// What to call it: a path, an address.
  var name: String { get }
  /// Readable when it is worth asking; -1, which `poll` skips, where that cannot be told.
  var descriptor: CInt { get }
  /// Whether the last call left something to read.
  var hasMore: Bool { get }
  /// Whether all that was there when it was opened, or started over, has been given: what comes now comes live, and
  /// says something about clocks.
  var hasCaughtUp: Bool { get }
  /// What is new, at most so much that keys stay alive.
  ///
  /// - Throws: why nothing comes now. Asked again, it tries again, or goes on trying by itself.
  func read() throws(FeedProblem) -> LogNews
}

/// What became of a log since it was asked last.
package enum LogNews: Hashable, Sendable {
  /// There is no such log yet.
  case missing
  /// Nothing new.
  case nothing
  /// Nothing new, but whoever writes or serves it lives. With the moment on the log's clock, 1/10 000 s since 1970,
  /// where it says so.
  case alive(at: Int64?)
  /// Nothing new: whoever serves it lives, and has himself heard nothing of whoever writes it. With the moment on the
  /// log's clock as above.
  case connected(at: Int64?)
  /// More of it, in order, from where the last bytes ended.
  case bytes(Data)
  /// Its content starts over: what was given before is no part of it.
  case replaced
  /// There will never be more.
  case ended
}
