import FoundationEssentials
import Glibc
import Journal
import ReplayFixtures
import Testing

/// The real thing, on the machine's own disk.
@Suite(.timeLimit(.minutes(1))) struct SystemStorageTests {
  private let line = Data("{\"seq\":1}\n".utf8)

  private let scratch: Scratch
  private var folder: String { scratch.folder }

  init() throws { scratch = try Scratch() }

  private func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: URL(filePath: path))
  }

  @Test func aJournalIsAFileThatEveryoneMayRead() throws {
    let path = folder + "/meet.ndjson"
    let opened = try Journal.open(path)
    #expect(opened.notices == [.created(path)])
    opened.journal.append(line)
    opened.journal.append(line)
    #expect(opened.journal.close() == JournalState(path: path, durableBytes: 20))
    #expect(try bytes(path) == line + line)
    var status = stat()
    #expect(unsafe stat(path, &status) == 0)
    // The mask of whoever runs this may only take away from 0644.
    #expect(status.st_mode & 0o777 & ~0o644 == 0)
    #expect(status.st_mode & 0o600 == 0o600)
    #expect(try Journal.open(path).contents == line + line)
  }

  @Test func aSecondWriterIsRefusedByName() throws {
    let path = folder + "/meet.ndjson"
    let first = try Journal.open(path).journal
    let held = #expect(throws: JournalError.self) { try Journal.open(path) }
    // Some containers do not show who holds a lock.
    let name = "process \(getpid())"
    let sentence = " writes this journal already. End that one first, or name another journal."
    #expect(
      [path + ": " + name + sentence, path + ": another program" + sentence].contains(held?.sentence))
    _ = first.close()
    _ = try Journal.open(path)
  }

  @Test func aTornLineIsCutOffAndKept() throws {
    let path = folder + "/meet.ndjson"
    try (line + line.prefix(4)).write(to: URL(filePath: path))
    let opened = try Journal.open(path)
    #expect(opened.contents == line)
    #expect(opened.notices == [.tornLine(path, bytes: 4, savedAs: path + ".torn-1")])
    opened.journal.append(line)
    _ = opened.journal.close()
    #expect(try bytes(path) == line + line)
    #expect(try bytes(path + ".torn-1") == line.prefix(4))
  }

  @Test func theJournalGoesOnElsewhere() throws {
    let journal = try Journal.open(folder + "/a").journal
    journal.append(line)
    journal.move(to: folder + "/b")
    journal.move(to: folder + "/none/c")
    journal.append(line)
    let last = journal.close()
    #expect(last.path == folder + "/b")
    #expect(last.durableBytes == 20)
    #expect(
      last.notices == [
        .moved(to: folder + "/b", from: folder + "/a"),
        .notMoved(to: folder + "/none/c", reason: "No such file or directory", stays: folder + "/b"),
      ])
    #expect(try bytes(folder + "/b") == line + line)
  }

  /// Every call that a fault leads to, on a real disk.
  @Test func aFileThatFailsIsReplaced() throws {
    let path = folder + "/meet.ndjson"
    let opened = try Journal.open(path, storage: FailingSync())
    opened.journal.append(line)
    let last = opened.journal.close()
    #expect(last.notices == [.replaced(path, kept: path + ".failed-1")])
    #expect(try bytes(path) == line)
    #expect(try bytes(path + ".failed-1") == Data())
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(names.sorted() == ["meet.ndjson", "meet.ndjson.failed-1"])
  }

  @Test func aFileThatIsRemovedIsThereAgain() throws {
    let path = folder + "/meet.ndjson"
    try line.write(to: URL(filePath: path))
    let opened = try Journal.open(path)
    try FileManager.default.removeItem(atPath: path)
    opened.journal.append(line)
    #expect(opened.journal.close().notices == [.restored(path, kept: nil)])
    #expect(try bytes(path) == line + line)
  }

  /// A link stays a link, and what is written beside the journal lies beside the file itself.
  @Test func aLinkIsFollowedToItsFile() throws {
    try FileManager.default.createDirectory(atPath: folder + "/disk", withIntermediateDirectories: true)
    let real = folder + "/disk/meet.ndjson"
    try line.write(to: URL(filePath: real))
    try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: real)
    let opened = try Journal.open(folder + "/link", storage: FailingSync())
    opened.journal.append(line)
    _ = opened.journal.close()
    #expect(try bytes(real) == line + line)
    #expect(try bytes(real + ".failed-1") == line)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link") == real)
  }

  @Test func whatIsNoFileSaysWhatItIs() throws {
    #expect(throws: JournalError.isDirectory(folder)) { try Journal.open(folder) }
    #expect(throws: JournalError.noFolder(folder + "/none/m")) { try Journal.open(folder + "/none/m") }
    try line.write(to: URL(filePath: folder + "/file"))
    #expect(throws: JournalError.noFolder(folder + "/file/m")) { try Journal.open(folder + "/file/m") }
    #expect(unsafe mkfifo(folder + "/pipe", 0o600) == 0)
    #expect(throws: JournalError.notAFile(folder + "/pipe")) { try Journal.open(folder + "/pipe") }
    #expect(throws: JournalError.notAFile("/dev/null")) { try Journal.open("/dev/null") }
    try Data([1, 0, 2, 10]).write(to: URL(filePath: folder + "/binary"))
    #expect(throws: JournalError.binary(folder + "/binary")) { try Journal.open(folder + "/binary") }
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/dangling", withDestinationPath: folder + "/nowhere")
    #expect(throws: JournalError.noFolder(folder + "/dangling")) {
      try Journal.open(folder + "/dangling")
    }
  }
}

/// The machine's files, but `fdatasync`, which only batches use, always fails.
private struct FailingSync: JournalStorage {
  private let system = SystemStorage()

  func dataSync(_ descriptor: CInt) throws(StorageFault) { throw StorageFault(code: EIO) }

  func open(_ path: String) throws(StorageFault) -> CInt { try system.open(path) }
  func create(_ path: String) throws(StorageFault) -> CInt { try system.create(path) }
  func close(_ descriptor: CInt) { system.close(descriptor) }
  func lock(_ descriptor: CInt) throws(StorageFault) { try system.lock(descriptor) }
  func holder(of file: FileFacts) -> Int32? { system.holder(of: file) }
  func facts(of descriptor: CInt) throws(StorageFault) -> FileFacts { try system.facts(of: descriptor) }
  func facts(at path: String) throws(StorageFault) -> FileFacts { try system.facts(at: path) }
  func target(of path: String) throws(StorageFault) -> String { try system.target(of: path) }
  func read(_ descriptor: CInt, at position: Int, count: Int) throws(StorageFault) -> Data {
    try system.read(descriptor, at: position, count: count)
  }
  func write(_ descriptor: CInt, _ bytes: Data, at position: Int) throws(StorageFault) -> Int {
    try system.write(descriptor, bytes, at: position)
  }
  func truncate(_ descriptor: CInt, to length: Int) throws(StorageFault) {
    try system.truncate(descriptor, to: length)
  }
  func sync(_ descriptor: CInt) throws(StorageFault) { try system.sync(descriptor) }
  func syncDirectory(of path: String) throws(StorageFault) { try system.syncDirectory(of: path) }
  func link(_ path: String, as name: String) throws(StorageFault) { try system.link(path, as: name) }
  func rename(_ path: String, to name: String) throws(StorageFault) { try system.rename(path, to: name) }
  func remove(_ path: String) throws(StorageFault) { try system.remove(path) }
  func wait(for descriptor: CInt, milliseconds: CInt?) {
    system.wait(for: descriptor, milliseconds: milliseconds)
  }
}
