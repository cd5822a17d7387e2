/// Why lines are in memory only. It lasts until a disk takes them.
package struct JournalTrouble: Hashable, Sendable {
  /// What is wrong.
  package enum Kind: Hashable, Sendable {
    /// No room on the disk; the file itself is sound.
    case full
    /// The disk failed. That file is not trusted any more; everything goes into a new one.
    case failing
  }

  /// What is wrong.
  package var kind: Kind
  /// The file that should have taken the lines.
  package var file: String
  /// The system's reason, of the last attempt.
  package var reason: String
  /// How often writing was tried in vain, at least 1.
  package var attempts: Int

  /// Trouble with a file.
  package init(kind: Kind, file: String, reason: String, attempts: Int) {
    self.kind = kind
    self.file = file
    self.reason = reason
    self.attempts = attempts
  }

  /// What happened, where, and what to do now.
  package var sentence: String {
    let count = attempts == 1 ? "tried once" : "tried \(attempts) times"
    return switch kind {
    case .full:
      """
      \(file): NOT SAVED, no room on the disk (\(reason)), \(count). \
      Free some space, or go on in a file elsewhere.
      """
    case .failing:
      "\(file): NOT SAVED, the disk fails (\(reason)), \(count). Go on in a file on another disk."
    }
  }
}
