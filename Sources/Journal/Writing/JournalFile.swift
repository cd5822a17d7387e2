import FoundationEssentials
import Glibc

/// An open file: whole operations made of system calls that may be short or interrupted.
struct JournalFile: Sendable {
  let path: String
  let descriptor: CInt
  let storage: any JournalStorage

  /// Opens a file that is there.
  static func open(_ path: String, in storage: any JournalStorage) throws(StorageFault) -> JournalFile {
    let descriptor = try uninterrupted { () throws(StorageFault) in try storage.open(path) }
    return JournalFile(path: path, descriptor: descriptor, storage: storage)
  }

  /// Creates a file; `EEXIST` where the name is taken.
  static func create(_ path: String, in storage: any JournalStorage) throws(StorageFault) -> JournalFile {
    let descriptor = try uninterrupted { () throws(StorageFault) in try storage.create(path) }
    return JournalFile(path: path, descriptor: descriptor, storage: storage)
  }

  /// Creates a file of the first free name: `…-1`, `…-2` and so on.
  static func createNumbered(
    _ stem: String, in storage: any JournalStorage
  ) throws(StorageFault) -> JournalFile {
    try firstFree(stem) { name throws(StorageFault) in try create(name, in: storage) }
  }

  /// The same file under another name.
  func named(_ name: String) -> JournalFile {
    JournalFile(path: name, descriptor: descriptor, storage: storage)
  }

  func close() {
    storage.close(descriptor)
  }

  func lock() throws(StorageFault) {
    try Self.uninterrupted { () throws(StorageFault) in try storage.lock(descriptor) }
  }

  /// Locks a file just created. Where somebody was quicker it is theirs, and stays.
  func lockOrClose() throws(StorageFault) {
    do {
      try lock()
    } catch {
      close()
      throw error
    }
  }

  func facts() throws(StorageFault) -> FileFacts {
    try storage.facts(of: descriptor)
  }

  /// Everything in it.
  func readAll() throws(StorageFault) -> Data {
    var bytes = Data()
    while true {
      let more = try Self.uninterrupted { () throws(StorageFault) in
        try storage.read(descriptor, at: bytes.count, count: 1 << 20)
      }
      if more.isEmpty { return bytes }
      bytes.append(more)
    }
  }

  /// Writes all bytes from a position on, in as few calls as the system allows.
  func write(_ bytes: Data, at position: Int) throws(StorageFault) {
    var written = 0
    while written < bytes.count {
      let count = try Self.uninterrupted { () throws(StorageFault) in
        try storage.write(descriptor, bytes.dropFirst(written), at: position + written)
      }
      // A disk that takes nothing and gives no reason has no room.
      guard count > 0 else { throw StorageFault(code: ENOSPC) }
      written += count
    }
  }

  func truncate(to length: Int) throws(StorageFault) {
    try Self.uninterrupted { () throws(StorageFault) in try storage.truncate(descriptor, to: length) }
  }

  func dataSync() throws(StorageFault) {
    try Self.uninterrupted { () throws(StorageFault) in try storage.dataSync(descriptor) }
  }

  func sync() throws(StorageFault) {
    try Self.uninterrupted { () throws(StorageFault) in try storage.sync(descriptor) }
  }

  func syncDirectory() throws(StorageFault) {
    try Self.uninterrupted { () throws(StorageFault) in try storage.syncDirectory(of: path) }
  }

  /// Takes the name away, if that works; nothing depends on it.
  func discard() {
    close()
    do { try storage.remove(path) } catch {}
  }

  /// Does something with the first name `stem-1`, `stem-2`, … that is not taken.
  static func firstFree<Result>(
    _ stem: String, _ body: (String) throws(StorageFault) -> Result
  ) throws(StorageFault) -> Result {
    for number in 1...9_999 {
      do {
        return try uninterrupted { () throws(StorageFault) in try body("\(stem)-\(number)") }
      } catch  where error.code == EEXIST {
        continue
      }
    }
    throw StorageFault(code: EEXIST)
  }

  private static func uninterrupted<Result>(
    _ call: () throws(StorageFault) -> Result
  ) throws(StorageFault) -> Result {
    while true {
      do {
        return try call()
      } catch {
        if error.code != EINTR { throw error }
      }
    }
  }
}
