package import FoundationEssentials

/// A journal that was just opened, and what stands in it.
package struct OpenedJournal: Sendable {
  /// The journal, locked and ready.
  package let journal: Journal
  /// Everything in it: whole lines, all of them on disk.
  package let contents: Data
  /// What opening it did that is worth saying.
  package let notices: [JournalNotice]
}
