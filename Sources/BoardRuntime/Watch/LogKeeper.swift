import FoundationEssentials
package import Journal
import RaceLog

/// Keeps a log that is watched in a file here, whole lines as they came.
///
/// The same file again goes on with the same log. A file that holds another one is left alone: what comes then goes
/// to the next free name, `night-2.ndjson` after `night.ndjson`.
package final class LogKeeper {
  /// How it goes.
  package private(set) var state: JournalState
  /// Readable when that may have changed.
  package var descriptor: CInt { journal.descriptor }

  private let path: String
  private let storage: any JournalStorage
  private var journal: Journal
  /// What the file held when it was opened, until it is known to be of this log.
  private var contents: Data?
  /// How many bytes of the log are in the file, or on their way there.
  private var kept = 0
  private var generation = 0
  private var failure: String?

  /// Keeps a log in a file, which may be new.
  ///
  /// - Throws: where that file cannot be written.
  package init(_ path: String, storage: any JournalStorage = SystemStorage()) throws(JournalError) {
    self.path = path
    self.storage = storage
    let opened = try Journal.open(path, storage: storage)
    journal = opened.journal
    contents = opened.contents
    state = opened.journal.news()
  }

  /// Keeps what is new of a log.
  ///
  /// - Returns: what is to be said about it; nil for nothing.
  package func keep(_ followed: FollowedLog) -> String? {
    state = journal.news()
    let whole = followed.live.log.bytes.prefix(followed.wholeLines)
    if followed.generation != generation {
      generation = followed.generation
      return goOn(with: whole)
    }
    if let contents {
      // Less of it than is here already: it is still on its way, or whoever serves it has less.
      guard whole.count >= contents.count || followed.hasCaughtUp else { return nil }
      guard contents.starts(with: whole.prefix(contents.count)) else { return goOn(with: whole) }
      kept = contents.count
      self.contents = nil
    }
    append(whole)
    return nil
  }

  /// What to show: `rec`, or why nothing is kept.
  package var status: (text: String, isAlert: Bool) {
    if let failure { return ("NOT RECORDED: \(failure)", true) }
    if let trouble = state.trouble { return ("NOT RECORDED: \(trouble.reason)", true) }
    return ("rec", false)
  }

  /// Writes what is left and ends.
  package func close() -> JournalState { journal.close() }

  private func append(_ whole: Data) {
    guard failure == nil, whole.count > kept else { return }
    journal.append(Data(whole.dropFirst(kept)))
    kept = whole.count
  }

  /// Goes on in another file.
  private func goOn(with whole: Data) -> String? {
    let last = journal.close()
    contents = nil
    kept = 0
    do throws(JournalError) {
      let (opened, name) = try free()
      journal = opened.journal
      state = journal.news()
      append(whole)
      return "\(last.path) holds another log: recording to \(name)"
    } catch {
      failure = "no other file could be made"
      return error.sentence
    }
  }

  private func free() throws(JournalError) -> (OpenedJournal, String) {
    var number = 2
    while true {
      let name = Self.name(path, number)
      let opened = try Journal.open(name, storage: storage)
      if opened.contents.isEmpty || number == 999 { return (opened, name) }
      _ = opened.journal.close()
      number += 1
    }
  }

  private static func name(_ path: String, _ number: Int) -> String {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    let file = path.dropFirst(folder.count)
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return "\(path)-\(number)" }
    return "\(folder)\(file[..<dot])-\(number)\(file[dot...])"
  }
}
