import FoundationEssentials
import Glibc

/// Opens a journal: creates it or reads what stands in it, locks it, and repairs a torn last line.
enum JournalOpening {
  /// A writer that goes on where the journal ends; the contents are its `log`. Its notices are worth saying.
  static func open(_ path: String, storage: any JournalStorage) throws(JournalError) -> JournalWriter {
    let target: String
    do { target = try storage.target(of: path) } catch { throw JournalError(error, file: path) }
    // Between two calls another program may create, rename or remove the file: then once more.
    for _ in 1...16 {
      if let (file, isNew) = try acquire(target, storage: storage) {
        do throws(JournalError) {
          return try read(file, isNew: isNew)
        } catch {
          file.close()
          throw error
        }
      }
    }
    throw .unsteady(target)
  }

  /// The file, open and locked; nil where its name came to mean another file meanwhile.
  private static func acquire(
    _ path: String, storage: any JournalStorage
  ) throws(JournalError) -> (file: JournalFile, isNew: Bool)? {
    var isNew = false
    let file: JournalFile
    do throws(StorageFault) {
      do throws(StorageFault) {
        file = try .open(path, in: storage)
      } catch  where error.code == ENOENT {
        isNew = true
        file = try .create(path, in: storage)
      }
    } catch {
      if error.code == EEXIST { return nil }
      throw JournalError(error, file: path)
    }
    do throws(JournalError) {
      if try hold(file) { return (file, isNew) }
    } catch {
      file.close()
      throw error
    }
    file.close()
    return nil
  }

  /// Locks a file. False where the name means another file by now.
  private static func hold(_ file: JournalFile) throws(JournalError) -> Bool {
    let facts = try of(file) { () throws(StorageFault) in try file.facts() }
    switch facts.kind {
    case .file: break
    case .directory: throw .isDirectory(file.path)
    case .other: throw .notAFile(file.path)
    }
    do {
      try file.lock()
    } catch {
      if error.code == EWOULDBLOCK { throw .held(file.path, process: file.storage.holder(of: facts)) }
      throw .cannotLock(file.path, reason: error.reason)
    }
    do {
      return try file.storage.facts(at: file.path) == facts
    } catch {
      if error.code == ENOENT { return false }
      throw JournalError(error, file: file.path)
    }
  }

  private static func read(_ file: JournalFile, isNew: Bool) throws(JournalError) -> JournalWriter {
    let bytes = try of(file) { () throws(StorageFault) in try file.readAll() }
    guard !looksBinary(bytes) else { throw .binary(file.path) }
    var notices: [JournalNotice] = isNew ? [.created(file.path)] : []
    let whole = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    try of(file) { () throws(StorageFault) in
      if whole < bytes.count {
        notices.append(try repair(file, whole: whole, torn: bytes.dropFirst(whole)))
      }
      // A writer that was killed may have left bytes, and the name, in memory only.
      try file.sync()
      try file.syncDirectory()
    }
    return JournalWriter(file: file, contents: bytes.prefix(whole), notices: notices)
  }

  /// Calls of the system, their faults as errors of opening this file.
  private static func of<Result>(
    _ file: JournalFile, _ calls: () throws(StorageFault) -> Result
  ) throws(JournalError) -> Result {
    do { return try calls() } catch { throw JournalError(error, file: file.path) }
  }

  /// Saves a torn line beside the journal. Only when it is on disk there is it cut off here.
  private static func repair(
    _ file: JournalFile, whole: Int, torn: Data
  ) throws(StorageFault) -> JournalNotice {
    let copy = try JournalFile.createNumbered(file.path + ".torn", in: file.storage)
    do throws(StorageFault) {
      try copy.write(torn, at: 0)
      try copy.sync()
      try copy.syncDirectory()
    } catch {
      copy.discard()
      throw error
    }
    copy.close()
    try file.truncate(to: whole)
    try file.sync()
    return .tornLine(file.path, bytes: torn.count, savedAs: copy.path)
  }

  /// Text has no NUL bytes, except that a power loss may leave some at the end.
  private static func looksBinary(_ bytes: Data) -> Bool {
    guard let end = bytes.lastIndex(where: { $0 != 0 }) else { return false }
    return bytes[...end].prefix(512).contains(0)
  }
}
