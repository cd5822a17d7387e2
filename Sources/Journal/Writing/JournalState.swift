/// How far the journal is.
package struct JournalState: Hashable, Sendable {
  /// The file that is written.
  package var path: String
  /// How many bytes of the log, counted from its start, are known to be on disk.
  package var durableBytes: Int
  /// How many bytes after those are in memory only.
  package var unsavedBytes: Int
  /// How many lines those are.
  package var unsavedLines: Int
  /// Why they are not on disk; nil where nothing is wrong and they soon will be.
  package var trouble: JournalTrouble?
  /// What happened since the last time somebody asked.
  package var notices: [JournalNotice]

  /// A state of the journal.
  package init(
    path: String, durableBytes: Int, unsavedBytes: Int = 0, unsavedLines: Int = 0,
    trouble: JournalTrouble? = nil, notices: [JournalNotice] = []
  ) {
    self.path = path
    self.durableBytes = durableBytes
    self.unsavedBytes = unsavedBytes
    self.unsavedLines = unsavedLines
    self.trouble = trouble
    self.notices = notices
  }
}
