import BoardRuntime
import BoardView
import CellGrid
import RaceLog
import ReplayFixtures
import Scoreboard
import Testing

/// Three facts a skater, to be read from across a rink.
@Suite struct BigBoardTests {
  private static func meet(_ events: [String]) throws -> (meet: Meet, log: EventLog) {
    let log = try Replays.log(events)
    try #require(log.events.count == events.count)
    var meet = Meet()
    meet.advance(to: log.events.count, of: log)
    return (meet, log)
  }

  private static func state(
    _ events: [String], competitor: String? = nil, comparison: ComparisonChoice = .leader
  ) throws -> BigBoardState {
    let (meet, log) = try meet(events)
    var options = BoardOptions()
    options.comparison = comparison
    let now = (log.start?.ticks ?? 0) + log.duration
    return BigBoardState(meet, log: log, now: now, options: options, competitor: competitor)
  }

  private static func text(_ state: BigBoardState, _ columns: Int, _ rows: Int) -> String {
    BoardFrame.draw(.big(state), footer: Footer(), size: GridSize(columns: columns, rows: rows)).text()
  }

  private static func isDrawn(_ text: String, height: Int, in frame: String) -> Bool {
    let rows = BigDigits.rows(for: text, height: height)?.map {
      $0.split(separator: " ").joined(separator: " ")
    }
    let lines = frame.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    return (0..<lines.count).contains { start in
      (rows ?? []).enumerated().allSatisfy { offset, row in
        start + offset < lines.count && lines[start + offset].hasPrefix(row)
      }
    }
  }

  static let running = Array(Logs.pair("Ida Alpha", "Ida Beta", 1000, [200, 600, 1000]).dropLast(2))

  @Test(arguments: [(40, 12, 5), (80, 24, 10), (132, 43, 10), (200, 60, 20)])
  func numbersFillTheTerminal(columns: Int, rows: Int, height: Int) throws {
    let state = try Self.state(Self.running)
    let frame = Self.text(state, columns, rows)
    let deltas = state.skaters.compactMap { $0.facts.first?.text }
    #expect(deltas == ["+0.14", "−0.30"])
    for delta in deltas { #expect(Self.isDrawn(delta, height: height, in: frame), "\(delta)\n\(frame)") }
    for name in ["ALPHA", "BETA", "last lap", "○", "●", "GOETZ"] { #expect(frame.contains(name), "\(frame)") }
  }

  @Test func factsBeforeTheGunOnTheWayAndAfterTheFinish() throws {
    let all = Logs.pair("Ida Alpha", "Ida Beta", 1000, [200, 600, 1000])
    let gun = try #require(all.lastIndex(of: Logs.start(2)))
    let before = try Self.state(Array(all[...gun]))
    #expect(before.skaters.map(\.lane) == ["white, inner lane", "red, outer lane"])
    #expect(before.skaters.allSatisfy { $0.facts.isEmpty })
    let first = try Self.state(Array(all[...(gun + 1)])).skaters[0]
    #expect(first.facts.map(\.text) == ["+0.14", "2"])
    #expect(first.facts.map(\.caption) == ["at 200 vs leader GOETZ · live +0.1", "laps to go"])
    let over = try Self.state(all).skaters[0]
    #expect(over.facts.map(\.text) == ["+0.44", "1:17.21"])
    #expect(over.facts.map(\.caption) == ["vs leader BETA", "3/4 · provisional"])
    let out = try Self.state(
      all + [#"{"type":"status","race":"r","competitor":"a","status":"DQ","code":"T08"}"#])
    #expect(out.skaters[0].facts.map(\.text) == ["DQ T08"])
  }

  @Test func withNobodyToCompareWithTheTimeStandsThere() throws {
    let events = Array(Logs.pair("Ida Alpha", "Ida Beta", 1000, [200, 600, 1000]).prefix(8))
    let skater = try Self.state(events).skaters[0]
    #expect(skater.facts.map(\.kind) == [.split, .laps])
    #expect(skater.facts[0].caption == "at 200 · no leader yet")
  }

  @Test func beforeTheFirstMarkNamesFillTheTerminal() throws {
    let all = Logs.pair("Ida Goetz", "Ida Han", 1000, [200, 600, 1000])
    let gun = try #require(all.lastIndex(of: Logs.start(2)))
    let frame = Self.text(try Self.state(Array(all[...gun])), 80, 24)
    for name in ["GOETZ", "HAN"] { #expect(Self.isDrawn(name, height: 10, in: frame), "\(frame)") }
  }

  @Test func oneSkaterCanBeChosenWhileOnTheIce() throws {
    #expect(try Self.state(Self.running, competitor: "b").skaters.map(\.family) == ["BETA"])
    #expect(try Self.state(Self.running, competitor: "x").skaters.map(\.family) == ["ALPHA", "BETA"])
    let frame = Self.text(try Self.state(Self.running, competitor: "b"), 80, 24)
    #expect(Self.isDrawn("−0.30", height: 10, in: frame), "\(frame)")
  }

  @Test func aQuartetStandsInAGridOrItsNewestPairAlone() throws {
    let state = try Self.state(Logs.quartet)
    #expect(state.skaters.count == 4)
    let large = Self.text(state, 132, 43)
    for id in ["A", "B", "C", "D"] { #expect(large.contains("\(id) Racer"), "\(large)") }
    let small = Self.text(state, 40, 12)
    #expect(
      !small.contains("A Racer") && small.contains("◇ C Racer") && small.contains("◆ D Racer"), "\(small)")
  }

  @Test func nobodyCalledSaysSoUnderTheNameOfTheMeet() throws {
    let frame = Self.text(try Self.state(Array(Self.running.prefix(6))), 80, 24)
    #expect(frame.contains("no pair called") && frame.contains("Meet of the longest name"), "\(frame)")
  }

  @Test(arguments: Logs.strange.indices)
  func strangeRacesFitEverySize(index: Int) throws {
    let state = try Self.state(Logs.strange[index].events)
    for size in LayoutTests.some {
      let frame = Self.text(state, size.columns, size.rows)
      for skater in state.newest where state.skaters.count <= 4 {
        let name = SafeText.clean(skater.family)
        #expect(frame.contains(name.prefix(6)) || frame.contains("█"), "\(size) \(frame)")
      }
    }
  }
}
