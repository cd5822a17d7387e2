import FoundationEssentials
import Glibc
import ReplayFixtures
import Testing

@testable import Journal

@Suite struct OpeningTests {
  private let path = "/rink/meet.ndjson"
  private let line = Data("{\"seq\":1}\n".utf8)
  private let torn = Data("{\"se".utf8)

  @Test func aNewJournalIsOnDiskBeforeAnythingIsWritten() throws {
    let disk = ForgetfulStorage()
    let writer = try JournalOpening.open(path, storage: disk)
    #expect(writer.notices == [.created(path)])
    #expect(writer.log.isEmpty)
    #expect(disk.calls == [.open, .create, .lock, .read, .sync, .syncDirectory])
  }

  @Test func anOldJournalGoesOnWhereItEnds() throws {
    let disk = ForgetfulStorage()
    disk.put(path, line + line)
    var writer = try JournalOpening.open(path, storage: disk)
    #expect(writer.log == line + line)
    #expect(writer.durableBytes == 20)
    #expect(writer.notices == [])
    writer.writeBatch(line)
    #expect(disk.bytes(path) == line + line + line)
    #expect(writer.state == JournalState(path: path, durableBytes: 30))
  }

  @Test func anEmptyFileIsAJournal() throws {
    let disk = ForgetfulStorage()
    disk.put(path, Data())
    let writer = try JournalOpening.open(path, storage: disk)
    #expect(writer.notices == [])
    #expect(writer.durableBytes == 0)
  }

  @Test(arguments: [0, 1, 2])
  func aTornLineIsSavedBesideTheJournalAndCutOff(lines: Int) throws {
    let disk = ForgetfulStorage()
    let whole = Data(repeatElement(line, count: lines).joined())
    disk.put(path, whole + torn)
    let writer = try JournalOpening.open(path, storage: disk)
    #expect(writer.log == whole)
    #expect(disk.bytes(path) == whole)
    #expect(disk.bytes(path + ".torn-1") == torn)
    #expect(writer.notices == [.tornLine(path, bytes: 4, savedAs: path + ".torn-1")])
    // Only what is on disk beside it is cut off here.
    #expect(
      disk.calls == [
        .open, .lock, .read, .read, .create, .write, .sync, .syncDirectory, .truncate, .sync, .sync,
        .syncDirectory,
      ])
  }

  @Test func anEarlierTornLineIsLeftAlone() throws {
    let disk = ForgetfulStorage()
    disk.put(path, line + torn)
    disk.put(path + ".torn-1", Data("old".utf8))
    let writer = try JournalOpening.open(path, storage: disk)
    #expect(writer.notices == [.tornLine(path, bytes: 4, savedAs: path + ".torn-2")])
    #expect(disk.bytes(path + ".torn-1") == Data("old".utf8))
    #expect(disk.bytes(path + ".torn-2") == torn)
  }

  /// Whatever moment the power fails during the repair, the torn bytes stand somewhere.
  @Test(arguments: 1...12)
  func aPowerLossDuringTheRepairLosesNothing(call: Int) throws {
    for seed in 0..<20 {
      var chance = SplitMix64(seed: UInt64(seed))
      let disk = ForgetfulStorage()
      disk.put(path, line + torn)
      disk.plan([call: .powerLoss])
      #expect(throws: JournalError.self) { try JournalOpening.open(path, storage: disk) }
      disk.reboot(&chance)
      let writer = try JournalOpening.open(path, storage: disk)
      #expect(writer.log == line)
      #expect(disk.names.contains { $0 != path && disk.bytes($0) == torn })
    }
  }

  @Test func aTornLineThatCannotBeSavedIsNotCutOff() {
    let disk = ForgetfulStorage()
    disk.put(path, line + torn)
    disk.plan(.write, .fails(ENOSPC))
    #expect(throws: JournalError.diskFull(path)) { try JournalOpening.open(path, storage: disk) }
    #expect(disk.bytes(path) == line + torn)
    #expect(disk.names == [path])
  }

  @Test func zerosAtTheEndAreWhatAPowerLossLeaves() throws {
    let disk = ForgetfulStorage()
    disk.put(path, line + torn + Data(count: 100))
    let writer = try JournalOpening.open(path, storage: disk)
    #expect(writer.log == line)
    #expect(disk.bytes(path + ".torn-1") == torn + Data(count: 100))
  }

  @Test func binaryDataAreNoJournal() {
    let disk = ForgetfulStorage()
    let bytes = Data([0x7F, 0x45, 0x4C, 0x46, 0, 0, 1, 0x0A])
    disk.put(path, bytes)
    #expect(throws: JournalError.binary(path)) { try JournalOpening.open(path, storage: disk) }
    #expect(disk.bytes(path) == bytes)
    #expect(disk.names == [path])
  }

  @Test func aSecondWriterIsRefusedByName() throws {
    let disk = ForgetfulStorage()
    let first = try JournalOpening.open(path, storage: disk)
    #expect(throws: JournalError.held(path, process: 4711)) { try JournalOpening.open(path, storage: disk) }
    first.close()
    _ = try JournalOpening.open(path, storage: disk)
  }

  @Test func aDiskWithoutLocksIsRefused() {
    let disk = ForgetfulStorage()
    disk.plan(.lock, .fails(ENOLCK))
    #expect(throws: JournalError.cannotLock(path, reason: "No locks available")) {
      try JournalOpening.open(path, storage: disk)
    }
  }

  /// Between opening and locking another writer may have put a new file in its place.
  @Test func theFileIsTheOneThatTheNameMeans() throws {
    let other = Data("{\"seq\":2}\n".utf8)
    let disk = rivalled(times: 1, by: other)
    disk.put(path, line)
    let writer = try JournalOpening.open(path, storage: disk)
    #expect(writer.log == other)
  }

  @Test func aNameThatNeverStaysIsRefused() {
    let disk = rivalled(times: 1000, by: line)
    disk.put(path, line)
    #expect(throws: JournalError.unsteady(path)) { try JournalOpening.open(path, storage: disk) }
  }

  @Test func whoIsQuickerInCreatingIsNotOverwritten() throws {
    let disk = ForgetfulStorage()
    disk.plan(.open, .fails(ENOENT))
    disk.put(path, line)
    #expect(try JournalOpening.open(path, storage: disk).log == line)
  }

  @Test func aFailureWhileOpeningGivesTheLockBack() throws {
    let disk = ForgetfulStorage()
    disk.plan(.sync, .fails(EIO))
    #expect(throws: JournalError.failed(path, reason: "Input/output error")) {
      try JournalOpening.open(path, storage: disk)
    }
    _ = try JournalOpening.open(path, storage: disk)
  }

  /// A disk on which another program puts a new file in the journal's place just before it is locked.
  private func rivalled(times: Int, by bytes: Data) -> ForgetfulStorage {
    let disk = ForgetfulStorage()
    disk.onCall { [path, weak disk] call in
      guard let disk, call == .lock, disk.calls.count(where: { $0 == .lock }) < times else { return }
      disk.put(path, bytes)
    }
    return disk
  }
}
