/// Something that a feed sent and that waits for the operator's word: an event that feeds have no right to, or a
/// line that is no event at all.
package struct Proposal: Hashable, Sendable {
  /// The type in the log. The log format does not know it: other programs keep the line, without effect.
  package static let type = "proposal"

  /// The feed's name.
  package let feed: String
  /// The line as it arrived.
  package let line: String
  /// Why it cannot be taken as it is; nil where it only needs permission.
  package let problem: String?
}
