package import RaceLog

/// What a feed said that the log does not tell.
package struct FeedRecord: Hashable, Sendable {
  /// The log that it is, where it said so.
  package internal(set) var log: String?
  /// When it last said anything.
  package internal(set) var lastHeard: Instant?
  /// How many lines came.
  package internal(set) var lines = 0
  /// How many of them were there already: a reconnect, a retry.
  package internal(set) var duplicates = 0
}
