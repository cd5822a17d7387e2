import FoundationEssentials
import Glibc
package import Journal
import RaceLog

/// Keeps a log that is watched in a file here, whole lines as they came.
///
/// The same file again goes on with the same log. A file that holds anything else is left as it is: what comes then goes
/// to the next free name, `night-2.ndjson` after `night.ndjson`.
package final class LogKeeper {
  /// Readable when ``status`` may have changed; -1 where nothing is written yet.
  package var descriptor: CInt { journal?.descriptor ?? -1 }

  private let path: String
  /// Nil until what the file holds is known to be of this log, and where no file could be made.
  private var journal: Journal?
  private var state: JournalState?
  /// What the file held at first. It is not touched before all of that has come.
  private var contents: Data
  /// How many bytes of the log are in the file, or on their way there.
  private var kept = 0
  private var generation = 0
  private var failure: String?
  private var lost = 0

  /// Keeps a log in a file, which may be new.
  ///
  /// - Throws: where that file cannot be read or written.
  package init(_ path: String) throws(JournalError) {
    self.path = path
    contents = Data()
    contents = try Self.contents(of: path)
    if contents.isEmpty { try open(path) }
  }

  /// What is in a file that could be written; nothing where there is none.
  private static func contents(of path: String) throws(JournalError) -> Data {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else { return Data() }
    guard facts.st_mode & S_IFMT != S_IFDIR else { throw .isDirectory(path) }
    guard facts.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path) }
    guard unsafe access(path, R_OK | W_OK) == 0 else { throw .notPermitted(path) }
    do throws(LogFileError) { return try LogFile.read(path) } catch {
      throw .failed(path, reason: error.sentence)
    }
  }

  /// Keeps what is new of a log.
  ///
  /// - Returns: what is to be said about it; nil for nothing.
  package func keep(_ followed: FollowedLog) -> String? {
    if let journal { state = journal.news() }
    guard failure == nil else { return nil }
    let whole = followed.live.log.bytes.prefix(followed.wholeLines)
    if followed.generation != generation {
      generation = followed.generation
      return goOn(with: whole)
    }
    guard journal == nil else {
      append(whole)
      return nil
    }
    // Less of it than is here already is still on its way, or is all that whoever serves it has.
    if whole.count < contents.count, contents.starts(with: whole) { return nil }
    guard whole.starts(with: contents) else { return goOn(with: whole) }
    return trying { () throws(JournalError) -> String? in
      try open(path)
      append(whole)
      return nil
    }
  }

  /// What to show: `rec`, or why nothing is kept.
  package var status: (text: String, isAlert: Bool) {
    if let failure { return ("NOT RECORDED: \(failure)", true) }
    if let trouble = state?.trouble { return ("NOT RECORDED: \(trouble.reason)", true) }
    return ("rec", false)
  }

  /// Writes what is left and ends.
  ///
  /// - Returns: what was not kept, in words; nil where all was.
  package func close() -> String? {
    let reason = failure ?? state?.trouble?.sentence
    end()
    guard lost > 0 || failure != nil else { return nil }
    return "\(path): not all of the log is recorded; \(lost) lines are lost. \(reason ?? "")"
  }

  private func open(_ name: String) throws(JournalError) {
    let opened = try Journal.open(name)
    journal = opened.journal
    state = opened.journal.news()
    kept = opened.contents.count
    contents = Data()
  }

  private func append(_ whole: Data) {
    guard whole.count > kept else { return }
    journal?.append(Data(whole.dropFirst(kept)))
    kept = whole.count
  }

  private func end() {
    guard let journal else { return }
    let last = journal.close()
    state = last
    lost += last.unsavedLines
    self.journal = nil
  }

  /// Goes on in another file.
  private func goOn(with whole: Data) -> String? {
    let before = state?.path ?? path
    end()
    return trying { () throws(JournalError) -> String? in
      let name = try next(for: whole)
      try open(name)
      append(whole)
      return "\(before) holds another log: recording to \(name)"
    }
  }

  private func trying(_ work: () throws(JournalError) -> String?) -> String? {
    do throws(JournalError) { return try work() } catch {
      failure = error.sentence
      return error.sentence
    }
  }

  /// The next name whose file holds the beginning of this log, or makes one with the next name that nothing has.
  private func next(for whole: Data) throws(JournalError) -> String {
    for number in 2...9999 {
      let name = Self.name(path, number)
      if Self.holdsBeginning(of: whole, name) { return name }
      let file = unsafe Glibc.open(name, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o644)
      if file >= 0 {
        Glibc.close(file)
        return name
      }
      guard errno == EEXIST else { throw .failed(name, reason: unsafe String(cString: strerror(errno))) }
    }
    throw .failed(path, reason: "no name is free beside it")
  }

  private static func holdsBeginning(of whole: Data, _ name: String) -> Bool {
    do throws(JournalError) {
      let held = try contents(of: name)
      return !held.isEmpty && whole.starts(with: held)
    } catch {
      // What cannot be read is somebody else's.
      return false
    }
  }

  private static func name(_ path: String, _ number: Int) -> String {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    let file = path.dropFirst(folder.count)
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return "\(path)-\(number)" }
    return "\(folder)\(file[..<dot])-\(number)\(file[dot...])"
  }
}
