/// Something the journal did that the operator should know of.
package enum JournalNotice: Hashable, Sendable {
  /// There was no such file; now there is an empty one.
  case created(String)
  /// The last line had no end. Its bytes lie in a file of their own and are cut off the journal.
  case tornLine(String, bytes: Int, savedAs: String)
  /// After a failure the whole log went into a new file of the same name; `kept` is what the old one is
  /// called now, nil where it has no name any more.
  case replaced(String, kept: String?)
  /// Somebody removed the file or put another in its place; the whole log stands there again, and `kept` is
  /// what the other is called now.
  case restored(String, kept: String?)
  /// After trouble everything is on disk again.
  case savedAgain(String, attempts: Int)
  /// The operator's choice: the log goes on in this file.
  case moved(to: String, from: String)
  /// The operator's choice could not be followed; the log stays where it was.
  case notMoved(to: String, reason: String, stays: String)

  /// What happened, where, and what it means.
  package var sentence: String {
    switch self {
    case .created(let file): "\(file): a new journal."
    case .tornLine(let file, let bytes, let saved):
      """
      \(file): the last line had no end (a writer died). \
      Its \(bytes == 1 ? "1 byte is" : "\(bytes) bytes are") saved in \(saved) and cut off here.
      """
    case .replaced(let file, let kept?):
      """
      \(file): the disk failed; the whole log stands in a new file of this name. \
      The old one is kept as \(kept).
      """
    case .replaced(let file, nil):
      """
      \(file): the disk failed; the whole log stands in a new file of this name. \
      The old one could not be kept.
      """
    case .restored(let file, let kept?):
      "\(file): somebody put another file here. The whole log stands here again, the other is now \(kept)."
    case .restored(let file, nil):
      "\(file): somebody removed this file. The whole log stands here again."
    case .savedAgain(let file, let attempts):
      "\(file): everything is saved again, after \(attempts) failed attempt\(attempts == 1 ? "" : "s")."
    case .moved(let file, let old): "\(file): the log goes on here, complete. \(old) ends where it was."
    case .notMoved(let file, let reason, let stays):
      "\(file): cannot take the journal (\(reason)). It stays in \(stays)."
    }
  }
}
