import FoundationEssentials
import Glibc
import ReplayFixtures
import Testing

@testable import Journal

/// Chance against the journal: random batches, random faults, a power loss at a random call, and again.
@Suite struct RandomFaultTests {
  @Test func nothingSavedIsEverLostDoubledOrReordered() {
    var lost = 0
    var troubled = 0
    var replaced = 0
    for seed in 0..<2_000 {
      var meet = RandomMeet(seed: UInt64(seed))
      let problem = meet.run()
      #expect(problem == nil, "seed \(seed)")
      lost += meet.powerLosses
      troubled += meet.troubles
      replaced += meet.replacements
    }
    // Chance has to have reached what this is about.
    #expect(lost > 2_000)
    #expect(troubled > 500)
    #expect(replaced > 200)
  }
}

/// One seed's worth of misfortune.
struct RandomMeet {
  private(set) var powerLosses = 0
  private(set) var troubles = 0
  private(set) var replacements = 0

  private var chance: SplitMix64
  private let disk = ForgetfulStorage()
  private var path = "/rink/meet.ndjson"
  /// Everything that was given to the journal, in order.
  private var given = Data()
  /// How much of it was reported to be on disk.
  private var promised = 0
  private var lines = 0
  private var places = 0
  private var isKilled = false

  init(seed: UInt64) {
    chance = SplitMix64(seed: seed)
  }

  /// Several lives of the program on one disk. What is wrong in the end; nil where all is well.
  mutating func run() -> String? {
    for _ in 0..<Int.random(in: 2...4, using: &chance) {
      planFaults()
      if let problem = live() { return problem }
      if disk.isDown ? !isKilled : Bool.random(using: &chance) {
        powerLosses += 1
        disk.reboot(&chance)
      } else {
        disk.kill()
      }
      if let problem = check() { return problem }
    }
    return nil
  }

  private mutating func planFaults() {
    var faults: [Int: ForgetfulStorage.Fault] = [:]
    // A sync fails, the system calls the bytes clean that it has dropped, and the program is killed before it
    // can cut them off: no journal survives that with a power loss on top, so kills come alone.
    isKilled = Int.random(in: 0..<3, using: &chance) == 0
    if isKilled {
      disk.plan([Int.random(in: 1...40, using: &chance): .killed])
      return
    }
    let kinds: [ForgetfulStorage.Fault] = [
      .fails(ENOSPC), .fails(EDQUOT), .fails(EIO), .fails(EINTR), .fails(ENOMEM), .short(0), .short(3),
    ]
    for _ in 0..<Int.random(in: 0...4, using: &chance) {
      guard let kind = kinds.randomElement(using: &chance) else { continue }
      let first = Int.random(in: 1...60, using: &chance)
      // A full disk stays full for a while; a bad one is bad for more than one call.
      for call in first..<first + Int.random(in: 1...8, using: &chance) { faults[call] = kind }
    }
    if Bool.random(using: &chance) {
      faults[Int.random(in: 1...80, using: &chance)] = .powerLoss
    }
    disk.plan(faults)
  }

  /// One run of the program, until its end or until the power goes.
  private mutating func live() -> String? {
    var writer: JournalWriter
    do {
      writer = try JournalOpening.open(path, storage: disk)
    } catch {
      return nil
    }
    if let problem = compare(writer.log) { return problem }
    given = writer.log
    promised = writer.durableBytes
    for _ in 0..<Int.random(in: 1...12, using: &chance) where !disk.isDown {
      if Int.random(in: 0..<12, using: &chance) == 0 {
        places += 1
        writer.move(to: "/elsewhere/\(places).ndjson")
      }
      let batch = batch()
      given += batch
      writer.writeBatch(batch)
      replacements += writer.takeNotices().count {
        if case .replaced = $0 { true } else { false }
      }
      let state = writer.state
      path = state.path
      troubles += state.trouble == nil ? 0 : 1
      if state.durableBytes < promised { return "took back what was saved" }
      promised = state.durableBytes
      if state.durableBytes + state.unsavedBytes != given.count { return "lost count" }
      if state.trouble == nil, state.unsavedBytes > 0 { return "unsaved without trouble" }
    }
    if disk.isDown { return nil }
    // The same goes for the end of this run.
    disk.heal()
    writer.writeBatch(Data())
    promised = writer.durableBytes
    if promised < given.count { return "did not save on a disk that is well again" }
    path = writer.file.path
    return nil
  }

  private mutating func batch() -> Data {
    var batch = Data()
    for _ in 0..<Int.random(in: 0...4, using: &chance) {
      lines += 1
      let rest = String(repeating: "x", count: Int.random(in: 0...30, using: &chance))
      batch += Data("{\"seq\":\(lines),\"text\":\"\(rest)\"}\n".utf8)
    }
    return batch
  }

  /// After a crash, and without faults, the same command resumes.
  private mutating func check() -> String? {
    let before = disk.bytes(path)
    do {
      let writer = try JournalOpening.open(path, storage: disk)
      if let problem = compare(writer.log) { return problem }
      // Nothing that stood there is gone: the torn rest lies beside it.
      let torn = disk.names.filter { $0.hasPrefix(path + ".torn-") }.compactMap { disk.bytes($0) }
      if let before, before != writer.log, !torn.contains(before.dropFirst(writer.log.count)) {
        return "lost the torn line"
      }
      given = writer.log
      promised = writer.durableBytes
      writer.close()
      return nil
    } catch {
      return error.sentence
    }
  }

  private func compare(_ found: Data) -> String? {
    if found.count < promised { return "lost \(promised - found.count) saved bytes" }
    if !given.starts(with: found) { return "holds what was never given, or in another order" }
    return nil
  }
}
