package import Feeds

/// A file that grows, or a script of one in a test.
package protocol GrowingFile: AnyObject {
  /// Its name.
  var path: String { get }
  /// When it was changed, on the clock of whoever keeps it, as of the last call: a writer that has nothing to say still
  /// says that it lives. 0 where that is not known.
  var modified: Int64 { get }
  /// Whether the last call left something to read.
  var hasMore: Bool { get }
  /// Readable when it is worth asking; -1 where that cannot be told.
  var descriptor: CInt { get }
  /// What is new.
  func read() throws(FeedProblem) -> FileFollower.News
}

extension FileFollower: GrowingFile {}
