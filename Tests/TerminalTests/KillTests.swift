import FoundationEssentials
import Glibc
import ReplayFixtures
import Testing

/// `kill -9` at any instant costs nothing that the console had shown as saved, and the same command resumes.
@Suite struct KillTests {
  /// How often in each of two cases: a thousand kills altogether.
  static let kills = 500

  @Test(arguments: [1, 2] as [UInt64])
  func aRaceSurvivesHundredsOfKills(seed: UInt64) throws {
    var kills = 0
    var races: UInt64 = 0
    while kills < Self.kills {
      let race = try KilledRace(seed: seed * 1000 + races)
      while kills < Self.kills, !race.isDone {
        try race.killOnce()
        kills += 1
      }
      try race.finish()
      races += 1
    }
  }

  /// A device goes on while the program is dead: each of its lines is in the journal, once, in order.
  @Test func aFeedLosesAndDoublesNothing() throws {
    var chance = SplitMix64(seed: 3)
    let scratch = try Scratch()
    let startList = try scratch.file("start.csv", Data(RaceScript.startList.utf8))
    let journal = scratch.folder + "/meet.ndjson"
    var sent: [String] = []
    var seen = Data()
    func send(_ count: UInt64) {
      let feed = unsafe open(scratch.folder + "/feed.ndjson", O_WRONLY | O_APPEND | O_CREAT, 0o644)
      for _ in 0..<count {
        sent.append("51731.\(1000 + sent.count)")
        var line = Array(
          #"{"type":"impulse","device":"beam","lane":"inner","deviceTime":"\#(sent[sent.count - 1])"}"#.utf8)
        line.append(10)
        unsafe write(feed, &line, line.count)
      }
      close(feed)
    }
    func start() throws -> OperatorConsole {
      try OperatorConsole(journal, "--start-list", startList, "--feed", scratch.folder + "/feed.ndjson")
    }
    for _ in 0..<50 {
      send(chance.next() % 4)
      let console = try start()
      try console.wait("the first frame") { $0.frames > 0 }
      console.watch(milliseconds: Int(chance.next() % 30))
      send(chance.next() % 4)
      console.watch(milliseconds: Int(chance.next() % 30))
      console.kill()
      let bytes = try Data(contentsOf: URL(filePath: journal))
      try #require(bytes.starts(with: seen))
      #expect(bytes.count { $0 == 10 } >= console.acknowledged)
      seen = bytes.prefix(bytes.lastIndex(of: 10).map { $0 + 1 } ?? 0)
    }
    let console = try start()
    let all = 22 + sent.count
    try console.wait("all saved") { _ in console.acknowledged >= all }
    console.press("qq")
    #expect(console.end() == 0)
    let kept = try scratch.text("meet.ndjson").split(separator: "\n").compactMap { line in
      line.split(separator: #""deviceTime":""#).dropFirst().first.map { String($0.prefix { $0 != "\"" }) }
    }
    #expect(kept == sent)
  }
}
