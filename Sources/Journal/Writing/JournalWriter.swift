import FoundationEssentials
import Glibc

/// Puts the log on disk, a batch at a time. Knows no thread: one calls it in a loop.
///
/// It keeps the whole log in memory: what a failing disk gives back is no proof of what is on it.
struct JournalWriter: Sendable {
  /// How far the file can be trusted.
  enum Trust: Hashable, Sendable {
    /// It holds the durable bytes and nothing else.
    case sound
    /// After the durable bytes there may be others, which have to be cut off.
    case hasRest
    /// The disk failed under it; what is in it is not known.
    case lost
    /// It is sound, but somebody removed it or put another in its place: nobody would find it again.
    case misplaced

    /// Whether only a new file helps.
    var needsNewFile: Bool { self == .lost || self == .misplaced }
  }

  /// The file that is written.
  private(set) var file: JournalFile
  /// Everything that was given, from the start of the log.
  private(set) var log: Data
  /// How much of it is on disk.
  private(set) var durableBytes: Int
  /// Why the rest is not.
  private(set) var trouble: JournalTrouble?
  private(set) var notices: [JournalNotice]

  private var trust = Trust.sound
  /// What the lost file is called now that it is linked aside.
  private var keptAs: String?

  init(file: JournalFile, contents: Data, notices: [JournalNotice]) {
    self.file = file
    self.notices = notices
    log = Data(contents)
    durableBytes = contents.count
  }

  /// The file and how far it is; what has not been written counts as unsaved.
  var state: JournalState {
    JournalState(
      path: file.path, durableBytes: durableBytes, unsavedBytes: log.count - durableBytes,
      unsavedLines: log[durableBytes...].count { $0 == UInt8(ascii: "\n") }, trouble: trouble,
      notices: notices)
  }

  /// The notices since the last time.
  mutating func takeNotices() -> [JournalNotice] {
    defer { notices = [] }
    return notices
  }

  /// Takes whole lines and tries to put everything that is not on disk there, with one sync.
  ///
  /// Where that fails, `trouble` says why, and the next call, with lines or without, tries again.
  mutating func writeBatch(_ lines: Data) {
    log.append(lines)
    guard durableBytes < log.count || trust != .sound else { return }
    do throws(StorageFault) {
      if !trust.needsNewFile {
        do throws(StorageFault) {
          try extend()
        } catch  where trust.needsNewFile {
          // The new file is tried at once; only when that fails too is there trouble.
          try replace()
        }
      } else {
        try replace()
      }
      didSave()
    } catch {
      didFail(error)
    }
  }

  /// The operator's choice: the whole log in a new file elsewhere, and on from there.
  ///
  /// Where that fails, a notice says so and the journal stays where it is.
  mutating func move(to path: String) {
    let old = file
    do throws(StorageFault) {
      let copy = try JournalFile.create(path, in: file.storage)
      try copy.lockOrClose()
      do throws(StorageFault) {
        try fill(copy)
        try copy.syncDirectory()
      } catch {
        copy.discard()
        throw error
      }
      file = copy
      old.close()
      trust = .sound
      keptAs = nil
      notices.append(.moved(to: path, from: old.path))
      didSave()
    } catch {
      notices.append(.notMoved(to: path, reason: error.reason, stays: file.path))
    }
  }

  /// Closes the file; nothing can be written any more.
  func close() {
    file.close()
  }

  /// Writes the rest of the log behind the durable bytes.
  private mutating func extend() throws(StorageFault) {
    if trust == .hasRest { try cutBack() }
    guard durableBytes < log.count else { return }
    trust = .hasRest
    do throws(StorageFault) {
      try file.write(log[durableBytes...], at: durableBytes)
    } catch {
      if !error.leavesFileSound { trust = .lost }
      try cutBack(after: error)
    }
    do throws(StorageFault) {
      try file.dataSync()
    } catch {
      // The system may have dropped the bytes and called them written: a later sync would prove nothing.
      trust = .lost
      try cutBack(after: error)
    }
    trust = .sound
    if !isInPlace {
      trust = .misplaced
      throw StorageFault(code: ENOENT)
    }
  }

  /// Whether the name still means this file, as far as one can see.
  private var isInPlace: Bool {
    do throws(StorageFault) {
      return try file.storage.facts(at: file.path) == file.facts()
    } catch {
      return error.code != ENOENT
    }
  }

  /// Takes away what was written and is not on disk: whoever reads the file, now or after a crash of this
  /// program, should not take it for saved.
  private mutating func cutBack() throws(StorageFault) {
    do throws(StorageFault) {
      try file.truncate(to: durableBytes)
      if trust == .hasRest { trust = .sound }
    } catch {
      if !error.leavesFileSound { trust = .lost }
      throw error
    }
  }

  /// Cuts back as far as that goes. The fault is the one before it.
  private mutating func cutBack(after fault: StorageFault) throws(StorageFault) -> Never {
    do throws(StorageFault) { try cutBack() } catch {}
    throw fault
  }

  /// Writes the whole log into a new file, which takes the name of the lost one.
  private mutating func replace() throws(StorageFault) {
    let name = file.path
    let copy = try JournalFile.createNumbered(name + ".new", in: file.storage)
    try copy.lockOrClose()
    do throws(StorageFault) {
      try fill(copy)
      try keepAside()
      try file.storage.rename(copy.path, to: name)
    } catch {
      copy.discard()
      throw error
    }
    file.close()
    // From here on it is the journal, trusted only when the directory is on disk too.
    file = copy.named(name)
    try file.syncDirectory()
    notices.append(trust == .misplaced ? .restored(name, kept: keptAs) : .replaced(name, kept: keptAs))
    trust = .sound
    keptAs = nil
  }

  /// Puts the whole log into a fresh file.
  private func fill(_ copy: JournalFile) throws(StorageFault) {
    try copy.write(log, at: 0)
    try copy.sync()
  }

  /// Gives what has the name now a second one, so that it stays when the new file takes the first.
  private mutating func keepAside() throws(StorageFault) {
    guard keptAs == nil else { return }
    let (storage, path) = (file.storage, file.path)
    do throws(StorageFault) {
      keptAs = try JournalFile.firstFree(path + ".failed") { name throws(StorageFault) in
        try storage.link(path, as: name)
        return name
      }
    } catch {
      // Gone already, or a disk that knows one name per file only. The lost file has nothing that the new one
      // has not; what somebody else put there may.
      guard error.code == ENOENT || trust == .lost && error.meansNoSecondName else { throw error }
    }
  }

  private mutating func didSave() {
    durableBytes = log.count
    if let trouble { notices.append(.savedAgain(file.path, attempts: trouble.attempts)) }
    trouble = nil
  }

  private mutating func didFail(_ fault: StorageFault) {
    trouble = JournalTrouble(
      kind: fault.isDiskFull ? .full : .failing, file: file.path, reason: fault.reason,
      attempts: (trouble?.attempts ?? 0) + 1)
  }
}
