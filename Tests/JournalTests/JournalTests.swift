import FoundationEssentials
import Glibc
import Journal
import Synchronization
import Testing

/// The thread, on a disk in memory.
@Suite(.timeLimit(.minutes(1))) struct JournalTests {
  private let path = "/rink/meet.ndjson"
  private let line = Data("{\"seq\":1}\n".utf8)

  /// The news, when everything is on disk. Sleeps in a poll, as the program does; the limit is there for a journal that
  /// hangs.
  private func saved(_ journal: Journal, _ count: Int) -> JournalState {
    var notices: [JournalNotice] = []
    let end = ContinuousClock.now + .seconds(60)
    while true {
      SystemStorage().wait(for: journal.descriptor, milliseconds: 60_000)
      var news = journal.news()
      notices += news.notices
      news.notices = notices
      if news.durableBytes >= count { return news }
      guard ContinuousClock.now < end else {
        Issue.record("\(count) bytes never were on disk: \(news)")
        return news
      }
    }
  }

  @Test func whatIsAppendedIsOnDiskWhenTheNewsSaysSo() throws {
    let disk = ForgetfulStorage()
    let opened = try Journal.open(path, storage: disk)
    #expect(opened.contents.isEmpty)
    #expect(opened.notices == [.created(path)])
    let journal = opened.journal
    #expect(!isReadable(journal.descriptor))
    #expect(journal.news() == JournalState(path: path, durableBytes: 0))
    journal.append(line)
    #expect(saved(journal, 10) == JournalState(path: path, durableBytes: 10))
    #expect(!isReadable(journal.descriptor))
    #expect(disk.bytes(path) == line)
    #expect(journal.close() == JournalState(path: path, durableBytes: 10))
    #expect(try Journal.open(path, storage: disk).contents == line)
  }

  @Test func aLineWithoutAnEndGetsOne() throws {
    let disk = ForgetfulStorage()
    let journal = try Journal.open(path, storage: disk).journal
    journal.append(line.dropLast())
    journal.append(Data())
    journal.append(line)
    _ = journal.close()
    #expect(disk.bytes(path) == line + line)
  }

  /// While the disk is slow everything further gathers into one batch.
  @Test func aBatchIsOneSyncHoweverMuchCame() throws {
    let disk = ForgetfulStorage()
    let journal = try Journal.open(path, storage: disk).journal
    let sightings = Sightings()
    disk.onCall { [line, disk] call in
      guard call == .dataSync else { return }
      disk.onCall(nil)
      for _ in 0..<1000 { journal.append(line) }
      sightings.add(journal.news())
    }
    journal.append(line)
    let news = saved(journal, 10_010)
    #expect(sightings.all.map(\.unsavedLines) == [1001])
    #expect(sightings.all.map(\.unsavedBytes) == [10_010])
    #expect(news.unsavedLines == 0)
    #expect(disk.calls.filter { $0 == .write || $0 == .dataSync } == [.write, .dataSync, .write, .dataSync])
    _ = journal.close()
  }

  @Test func orderIsKeptFromManyThreadsOfWork() throws {
    let disk = ForgetfulStorage()
    let journal = try Journal.open(path, storage: disk).journal
    var all = Data()
    for number in 1...5_000 {
      let line = Data("{\"seq\":\(number)}\n".utf8)
      all += line
      journal.append(line)
    }
    #expect(journal.close().durableBytes == all.count)
    #expect(disk.bytes(path) == all)
  }

  @Test func aFullDiskIsTriedEverySecondUntilItTakesThem() throws {
    let disk = ForgetfulStorage()
    let journal = try Journal.open(path, storage: disk).journal
    disk.plan(.write, .fails(ENOSPC), .fails(ENOSPC), .fails(ENOSPC))
    journal.append(line)
    let news = saved(journal, 10)
    #expect(news.notices == [.savedAgain(path, attempts: 3)])
    #expect(news.trouble == nil)
    #expect(disk.pauses == [1000, 1000, 1000])
    #expect(disk.bytes(path) == line)
    _ = journal.close()
  }

  /// Keys and feeds go on while the disk is full: their lines wait with the others, and wake nobody.
  @Test func linesInTroubleWaitForTheNextAttempt() throws {
    let disk = ForgetfulStorage()
    let journal = try Journal.open(path, storage: disk).journal
    let sightings = Sightings()
    disk.planAlways(.write, .fails(ENOSPC))
    disk.onPause { [line, disk] work in
      sightings.add(journal.news())
      journal.append(line)
      sightings.add(isWoken: isReadable(work))
      guard sightings.all.count == 2 else { return }
      // The operator's wish does wake it, and the other disk has room.
      disk.heal()
      disk.onPause(nil)
      journal.move(to: "/stick/b.ndjson")
      sightings.add(isWoken: isReadable(work))
    }
    journal.append(line)
    let news = saved(journal, 30)
    #expect(sightings.all.map(\.unsavedLines) == [1, 2])
    #expect(sightings.all.map(\.durableBytes) == [0, 0])
    #expect(sightings.all.map(\.trouble?.attempts) == [1, 2])
    #expect(sightings.woken == [false, false, true])
    #expect(news.path == "/stick/b.ndjson")
    #expect(disk.bytes("/stick/b.ndjson") == line + line + line)
    _ = journal.close()
  }

  /// A line that comes while the attempt is under way that ends the trouble is not forgotten.
  @Test func aLineAtTheEndOfTroubleIsWritten() throws {
    let disk = ForgetfulStorage()
    let journal = try Journal.open(path, storage: disk).journal
    disk.plan(.write, .fails(ENOSPC))
    disk.onCall { [line, disk] call in
      guard call == .dataSync else { return }
      disk.onCall(nil)
      journal.append(line)
    }
    journal.append(line)
    #expect(saved(journal, 20).notices == [.savedAgain(path, attempts: 1)])
    _ = journal.close()
  }

  @Test func theEndIsTriedAFewTimes() throws {
    let disk = ForgetfulStorage()
    let journal = try Journal.open(path, storage: disk).journal
    disk.planAlways(.write, .fails(ENOSPC))
    journal.append(line)
    let last = journal.close()
    #expect(last.durableBytes == 0)
    #expect(last.unsavedLines == 1)
    #expect(last.trouble?.kind == .full)
    #expect(disk.bytes(path) == Data())
    // Closing once more changes nothing.
    #expect(journal.close() == last)
    // It is free for the next one.
    disk.heal()
    _ = try Journal.open(path, storage: disk)
  }

  @Test func aJournalThatIsForgottenIsClosed() throws {
    let disk = ForgetfulStorage()
    do {
      let journal = try Journal.open(path, storage: disk).journal
      journal.append(line)
    }
    #expect(disk.bytes(path) == line)
    _ = try Journal.open(path, storage: disk)
  }
}

/// What was seen on another thread, to be judged on the test's own.
private final class Sightings: Sendable {
  private let states = Mutex<[JournalState]>([])
  private let wakes = Mutex<[Bool]>([])

  var all: [JournalState] { states.withLock { $0 } }
  /// Whether the writer was woken, each time somebody looked.
  var woken: [Bool] { wakes.withLock { $0 } }

  func add(_ state: JournalState) { states.withLock { $0.append(state) } }
  func add(isWoken: Bool) { wakes.withLock { $0.append(isWoken) } }
}

private func isReadable(_ descriptor: CInt) -> Bool {
  var source = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  return unsafe poll(&source, 1, 0) == 1
}
