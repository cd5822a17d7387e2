import BoardTestSupport
import LongTrack
import RaceLog
import Scoreboard
import Testing

/// The state is a fold of what is not void. Here that is done the slow way: what is void is worked out from the
/// end of the log backwards, taken out, and the rest is read as if it had never been there.
@Suite struct ReferenceFoldTests {
  /// A line of a random log: what it says, and what it makes void.
  private struct Line {
    let write: (inout LogBuilder) throws -> Void
    var voids: Int?
  }

  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
  }

  /// Three lines stand before these: meet, race and the two entries.
  private static let first = 5

  /// Runs with splits, corrections, clears, new names and falls, then voids of anything, voids included.
  private static func lines(_ seed: UInt64) -> [Line] {
    var dice = Dice(state: seed &* 977)
    var lines: [Line] = []
    var splits: [(seq: Int, id: String, mark: Int)] = []
    for _ in 0..<4 {
      lines.append(Line { $0.start(pair: 1) })
      splits = []
      for _ in 0..<(3 + dice.roll(6)) {
        let (id, mark) = (["a", "b"][dice.roll(2)], [200, 600, 1000][dice.roll(3)])
        let time = RaceTime(ticks: Int64(mark * 740 + dice.roll(400)), decimals: 3).text
        let source = Source.allCases[dice.roll(4)]
        let old = splits.last { $0.id == id && $0.mark == mark }
        let replaces = old.flatMap { dice.roll(2) == 0 ? #""replaces":[\#($0.seq)]"# : nil } ?? ""
        splits.append((first + lines.count, id, mark))
        lines.append(Line { try $0.split(id, mark, time, source, with: replaces) })
      }
      let (choice, name) = (dice.roll(4), "Name \(dice.roll(9))")
      switch choice {
      case 0: lines.append(Line { $0.inRace("clear", #""pair":1"#) })
      case 1: lines.append(Line { $0.entry("a", pair: 1, .inner, name: name) })
      case 2: lines.append(Line { $0.status("b", with: #""fell":true"#) })
      default: break
      }
    }
    for _ in 0..<12 {
      let target = first + dice.roll(lines.count)
      lines.append(Line(write: { $0.void(target) }, voids: target))
    }
    return lines
  }

  private static func log(_ lines: [Line], without void: Set<Int>) throws -> LogBuilder {
    var log = LogBuilder()
    log.announce()
    log.pair(1, "a", "b")
    for (index, line) in lines.enumerated() {
      if void.contains(first + index) { log.add("message", #""text":"x""#) } else { try line.write(&log) }
    }
    return log
  }

  @Test(arguments: UInt64(1)...200)
  func voidingIsAsIfItHadNeverBeen(seed: UInt64) throws {
    let lines = Self.lines(seed)
    var void: Set<Int> = []
    for (index, line) in lines.enumerated().reversed() where !void.contains(Self.first + index) {
      if let target = line.voids { void.insert(target) }
    }
    let voids = Set(lines.indices.filter { lines[$0].voids != nil }.map { Self.first + $0 })
    let race = try Self.log(lines, without: []).state()
    let reference = try Self.log(lines, without: void.union(voids)).state()
    for id in ["a", "b"] {
      let key = AttemptKey(competitor: id, number: 1)
      #expect(race.attempts[key]?.counted.map { $0?.seq } == reference.attempts[key]?.counted.map { $0?.seq })
    }
    #expect(race.runs.mapValues(\.start) == reference.runs.mapValues(\.start))
    #expect(race.clearings == reference.clearings)
    #expect(race.decisions == reference.decisions)
    #expect(race.entries == reference.entries)
    #expect(race.standings == reference.standings)
  }

  /// Actions whose lines void and replace each other, and the action itself. Such a log once never ended.
  @Test(arguments: UInt64(1)...100)
  func actionsThatVoidThemselvesComeToRest(seed: UInt64) throws {
    var dice = Dice(state: seed &* 1409)
    var log = LogBuilder.pair()
    for _ in 0..<40 {
      let action = dice.roll(2) == 0 ? #""action":{"id":"q\#(dice.roll(7))","parts":3}"# : ""
      let target = 5 + dice.roll(log.last - 4)
      if dice.roll(2) == 0 {
        log.add("void", #""target":\#(target)"#, action)
      } else {
        let replaces = #""replaces":[\#(target)]"#
        try log.split(
          ["goetz", "han"][dice.roll(2)], 200, "18.5",
          with: [replaces, action].filter { !$0.isEmpty }.joined(separator: ","))
      }
    }
    #expect(try log.meet().eventCount == log.last)
  }

  @Test func theLogsAreNotAllAlike() throws {
    let results = try (UInt64(1)...60).map { seed in
      let race = try Self.log(Self.lines(seed), without: []).state()
      return ["a", "b"].flatMap { id in
        race.attempts[AttemptKey(competitor: id, number: 1)]?.counted.map { $0?.seq } ?? []
      }
    }
    #expect(Set(results).count > 40)
  }
}
