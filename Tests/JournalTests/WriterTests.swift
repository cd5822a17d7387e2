import FoundationEssentials
import Glibc
import Testing

@testable import Journal

@Suite struct WriterTests {
  private let path = "/rink/meet.ndjson"
  private let disk = ForgetfulStorage()
  private let line = Data("{\"seq\":1}\n".utf8)

  private func writer() throws -> JournalWriter {
    disk.put(path, line)
    return try JournalOpening.open(path, storage: disk)
  }

  /// The calls that a piece of work makes.
  private func calls(of work: () -> Void) -> [ForgetfulStorage.Call] {
    let before = disk.calls.count
    work()
    return Array(disk.calls.dropFirst(before))
  }

  @Test func aBatchIsOneWriteAndOneSync() throws {
    var writer = try writer()
    let batch = Data(repeatElement(line, count: 1000).joined())
    #expect(calls { writer.writeBatch(batch) } == [.write, .dataSync])
    #expect(calls { writer.writeBatch(line) } == [.write, .dataSync])
    #expect(writer.durableBytes == 10 + 10_000 + 10)
    #expect(disk.bytes(path) == writer.log)
  }

  @Test func nothingToWriteNeedsNoCall() throws {
    var writer = try writer()
    #expect(calls { writer.writeBatch(Data()) } == [])
  }

  @Test func whatIsInterruptedOrShortGoesOn() throws {
    var writer = try writer()
    disk.plan(.write, .fails(EINTR), .short(3), .fails(EINTR), .short(1))
    disk.plan(.dataSync, .fails(EINTR))
    let made = calls { writer.writeBatch(line) }
    #expect(made == [.write, .write, .write, .write, .write, .dataSync, .dataSync])
    #expect(writer.state == JournalState(path: path, durableBytes: 20))
    #expect(disk.bytes(path) == line + line)
  }

  // A full disk.

  @Test(arguments: [ENOSPC, EDQUOT, EFBIG])
  func aFullDiskIsCutBackAndTriedAgain(code: CInt) throws {
    var writer = try writer()
    disk.plan(.write, .short(4), .fails(code), .fails(code))
    writer.writeBatch(line)
    #expect(disk.bytes(path) == line)
    let reason = StorageFault(code: code).reason
    #expect(
      writer.state
        == JournalState(
          path: path, durableBytes: 10, unsavedBytes: 10, unsavedLines: 1,
          trouble: JournalTrouble(kind: .full, file: path, reason: reason, attempts: 1)))
    writer.writeBatch(line + line)
    #expect(writer.trouble?.attempts == 2)
    #expect(writer.state.unsavedLines == 3)
    #expect(disk.bytes(path) == line)

    #expect(calls { writer.writeBatch(Data()) } == [.write, .dataSync])
    #expect(disk.bytes(path) == line + line + line + line)
    #expect(
      writer.state
        == JournalState(path: path, durableBytes: 40, notices: [.savedAgain(path, attempts: 2)]))
    #expect(disk.names == [path])
  }

  @Test func aDiskThatTakesNothingIsFull() throws {
    var writer = try writer()
    disk.plan(.write, .short(0))
    writer.writeBatch(line)
    #expect(writer.trouble?.kind == .full)
    writer.writeBatch(Data())
    #expect(writer.trouble == nil)
    #expect(disk.bytes(path) == line + line)
  }

  /// Cutting back can fail as well; then it comes first the next time.
  @Test func aRestThatCouldNotBeCutOffIsCutOffLater() throws {
    var writer = try writer()
    disk.plan(.write, .short(4), .fails(ENOSPC))
    disk.plan(.truncate, .fails(ENOMEM), .fails(ENOMEM))
    writer.writeBatch(line)
    #expect(disk.bytes(path)?.count == 14)
    #expect(calls { writer.writeBatch(Data()) } == [.truncate])
    #expect(writer.trouble?.attempts == 2)
    #expect(calls { writer.writeBatch(Data()) } == [.truncate, .write, .dataSync])
    #expect(disk.bytes(path) == line + line)
  }

  // A failing disk.

  @Test(arguments: [ForgetfulStorage.Call.write, .dataSync])
  func afterAnErrorEverythingGoesIntoANewFile(call: ForgetfulStorage.Call) throws {
    var writer = try writer()
    let before = try disk.facts(at: path)
    disk.plan(call, .fails(EIO))
    let made = calls { writer.writeBatch(line) }
    #expect(
      made.drop { $0 != .create } == [.create, .lock, .write, .sync, .link, .rename, .syncDirectory])
    #expect(try disk.facts(at: path) != before)
    #expect(disk.bytes(path) == line + line)
    #expect(try disk.facts(at: path + ".failed-1") == before)
    #expect(disk.bytes(path + ".failed-1") == line)
    #expect(disk.names == [path, path + ".failed-1"])
    #expect(
      writer.state
        == JournalState(path: path, durableBytes: 20, notices: [.replaced(path, kept: path + ".failed-1")]))
    // The new one is locked, and goes on like any other.
    #expect(throws: JournalError.held(path, process: 4711)) { try JournalOpening.open(path, storage: disk) }
    #expect(calls { writer.writeBatch(line) } == [.write, .dataSync])
  }

  /// No space that shows only in a sync may have dropped bytes, too.
  @Test func aSyncThatFindsNoSpaceLosesTheFileAsWell() throws {
    var writer = try writer()
    disk.plan(.dataSync, .fails(ENOSPC))
    disk.plan(.create, .fails(ENOSPC))
    writer.writeBatch(line)
    #expect(writer.trouble?.kind == .full)
    #expect(!calls { writer.writeBatch(Data()) }.contains(.dataSync))
    #expect(writer.notices == [.replaced(path, kept: path + ".failed-1"), .savedAgain(path, attempts: 1)])
  }

  @Test func eachFailureKeepsItsFile() throws {
    var writer = try writer()
    disk.put(path + ".new-1", Data("left behind".utf8))
    for _ in 0..<2 {
      disk.plan(.dataSync, .fails(EIO))
      writer.writeBatch(line)
    }
    #expect(disk.names == [path, path + ".failed-1", path + ".failed-2", path + ".new-1"])
    #expect(disk.bytes(path + ".failed-2") == line + line)
    #expect(disk.bytes(path + ".new-1") == Data("left behind".utf8))
    #expect(disk.bytes(path) == line + line + line)
  }

  /// Whatever call fails on the way to the new file, it is tried until it works, and nothing is left about.
  @Test(
    arguments: [.create, .lock, .write, .sync, .link, .rename, .syncDirectory] as [ForgetfulStorage.Call],
    [EIO, ENOSPC])
  func aNewFileIsTriedUntilItWorks(call: ForgetfulStorage.Call, code: CInt) throws {
    var writer = try writer()
    disk.plan(.dataSync, .fails(EIO))
    disk.plan(call, .fails(code), .fails(code), .fails(code))
    if call == .write {
      // The first of them has to hit the new file, not the old one.
      disk.heal()
      disk.plan(.write, .fails(EIO), .fails(code), .fails(code), .fails(code))
    }
    for attempt in 1...3 {
      writer.writeBatch(line)
      #expect(writer.trouble?.attempts == attempt)
      #expect(writer.trouble?.kind == (code == ENOSPC ? .full : .failing))
      #expect(writer.durableBytes == 10)
      #expect(writer.state.unsavedLines == attempt)
    }
    writer.writeBatch(line)
    #expect(writer.trouble == nil)
    #expect(
      writer.notices == [.replaced(path, kept: path + ".failed-1"), .savedAgain(path, attempts: 3)])
    #expect(disk.bytes(path) == Data(repeatElement(line, count: 5).joined()))
    // A file that could not be locked is somebody else's.
    let others = call == .lock ? 3 : 0
    #expect(disk.names.count == 2 + others)
  }

  @Test(arguments: [EPERM, EOPNOTSUPP, ENOENT])
  func aDiskWithoutSecondNamesCannotKeepTheOldFile(code: CInt) throws {
    var writer = try writer()
    disk.plan(.dataSync, .fails(EIO))
    disk.plan(.link, .fails(code))
    writer.writeBatch(line)
    #expect(writer.notices == [.replaced(path, kept: nil)])
    #expect(disk.bytes(path) == line + line)
    #expect(disk.names == [path])
  }

  // Other hands.

  @Test func aFileThatSomebodyRemovedIsThereAgain() throws {
    var writer = try writer()
    try disk.remove(path)
    writer.writeBatch(line)
    #expect(disk.bytes(path) == line + line)
    #expect(disk.names == [path])
    #expect(writer.state == JournalState(path: path, durableBytes: 20, notices: [.restored(path, kept: nil)]))
    #expect(calls { writer.writeBatch(line) } == [.write, .dataSync])
  }

  @Test func aFileThatSomebodyReplacedIsThereAgainAndTheOtherIsKept() throws {
    var writer = try writer()
    let other = Data("a copy from yesterday\n".utf8)
    disk.put(path, other)
    writer.writeBatch(line)
    #expect(disk.bytes(path) == line + line)
    #expect(disk.bytes(path + ".failed-1") == other)
    #expect(writer.notices == [.restored(path, kept: path + ".failed-1")])
    #expect(writer.trouble == nil)
  }

  /// Rather trouble than another's file overwritten, where a disk knows one name per file only.
  @Test func whatSomebodyElsePutThereIsNeverOverwritten() throws {
    var writer = try writer()
    let other = Data("a copy from yesterday\n".utf8)
    disk.put(path, other)
    disk.plan(.link, .fails(EPERM))
    writer.writeBatch(line)
    #expect(writer.trouble?.reason == "Operation not permitted")
    #expect(disk.bytes(path) == other)
    #expect(disk.names == [path])
  }

  @Test func nothingCountsAsSavedWhereNobodyFindsIt() throws {
    var writer = try writer()
    try disk.remove(path)
    disk.plan(.create, .fails(ENOENT), .fails(ENOENT))
    writer.writeBatch(line)
    #expect(writer.durableBytes == 10)
    #expect(writer.trouble?.reason == "No such file or directory")
    writer.writeBatch(Data())
    #expect(writer.trouble?.attempts == 2)
    writer.writeBatch(Data())
    #expect(writer.durableBytes == 20)
    #expect(writer.notices == [.restored(path, kept: nil), .savedAgain(path, attempts: 2)])
  }

  // Elsewhere.

  @Test func theJournalGoesOnElsewhereComplete() throws {
    var writer = try writer()
    writer.writeBatch(line)
    writer.move(to: "/stick/b.ndjson")
    #expect(
      writer.state
        == JournalState(
          path: "/stick/b.ndjson", durableBytes: 20,
          notices: [.moved(to: "/stick/b.ndjson", from: path)]))
    writer.writeBatch(line)
    #expect(disk.bytes("/stick/b.ndjson") == line + line + line)
    #expect(disk.bytes(path) == line + line)
    // The old one is free, the new one is not.
    _ = try JournalOpening.open(path, storage: disk)
    #expect(throws: JournalError.held("/stick/b.ndjson", process: 4711)) {
      try JournalOpening.open("/stick/b.ndjson", storage: disk)
    }
  }

  @Test func goingElsewhereEndsTrouble() throws {
    var writer = try writer()
    disk.plan(.write, .fails(ENOSPC), .fails(ENOSPC))
    writer.writeBatch(line)
    writer.writeBatch(line)
    writer.move(to: "/stick/b.ndjson")
    #expect(writer.trouble == nil)
    #expect(writer.durableBytes == 30)
    #expect(
      writer.notices == [
        .moved(to: "/stick/b.ndjson", from: path), .savedAgain("/stick/b.ndjson", attempts: 2),
      ])
    #expect(disk.bytes(path) == line)
  }

  @Test(
    arguments: [.create, .lock, .write, .sync, .syncDirectory] as [ForgetfulStorage.Call])
  func whereItCannotGoItDoesNotGo(call: ForgetfulStorage.Call) throws {
    var writer = try writer()
    disk.plan(call, .fails(EIO))
    writer.move(to: "/stick/b.ndjson")
    #expect(
      writer.notices == [.notMoved(to: "/stick/b.ndjson", reason: "Input/output error", stays: path)])
    disk.heal()
    writer.writeBatch(line)
    #expect(writer.state.durableBytes == 20)
    #expect(disk.bytes(path) == line + line)
    #expect(disk.names.count == (call == .lock ? 2 : 1))
  }

  @Test func whatIsThereAlreadyIsNotOverwritten() throws {
    var writer = try writer()
    disk.put("/stick/b.ndjson", Data("a diary".utf8))
    writer.move(to: "/stick/b.ndjson")
    #expect(writer.notices == [.notMoved(to: "/stick/b.ndjson", reason: "File exists", stays: path)])
    #expect(disk.bytes("/stick/b.ndjson") == Data("a diary".utf8))
  }
}
