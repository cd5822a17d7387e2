import FoundationEssentials
import RaceLog
import ReplayFixtures
import Testing

/// A long log is read on all cores and several lines at a time; what comes out is what line by line gives.
@Suite struct LongLogTests {
  /// Lines that are odd by themselves, or that would be something else among others.
  private static let odd = [
    "", " ", "{", "}", "{}", "{},{}", "[]", "nonsense", #"{"a":[{}"#, "{}]}", #"{"a":"}"#, #"{"a":1"#,
    #""b":2}"#,
    #"{"seq":1}"#, #"{"seq":"x","at":"2026-01-31T17:00:00Z","type":"message","text":"x"}"#,
    #"{"seq":2,"at":"2026-02-30T17:00:00Z","type":"message","text":"x"}"#, #"{"a":"\\"}"#,
    #"{"a":"\q","text":1}"#,
    #"{"seq":3,"at":"2026-01-31T17:00:00Z","type":"waltz"}"#, "{\"a\":\u{0}}",
  ]

  private static func text(lines: Int, seed: UInt64, oddEvery: Int) -> Data {
    var chance = SplitMix64(seed: seed)
    var bytes = Data(meetLine.utf8)
    for seq in 2...lines {
      if Int.random(in: 0..<oddEvery, using: &chance) == 0 {
        let line = odd[Int.random(in: 0..<odd.count, using: &chance)]
        bytes.append(contentsOf: (line + "\n").utf8)
        if Bool.random(using: &chance) { bytes.append(contentsOf: [0x7B, 0xFF, 0x7D, 0x0D, 0x0A]) }
      }
      bytes.append(
        contentsOf: message(seq, "00", "Läuferin \"\\\" } \(seq)".replacing("\"\\\"", with: "\\\"")).utf8)
    }
    return bytes
  }

  @Test(arguments: [(3000, 1, 2), (3000, 2, 40), (5000, 3, 900)] as [(Int, UInt64, Int)])
  func isWhatItsLinesAreOneByOne(lines: Int, seed: UInt64, oddEvery: Int) throws {
    let bytes = Self.text(lines: lines, seed: seed, oddEvery: oddEvery)
    let whole = try EventLog(reading: bytes, file: "x")
    var single = EventLog(file: "x", bytes: Data())
    for line in bytes.split(separator: 10, omittingEmptySubsequences: false).dropLast() {
      try single.extend(with: line + [10])
    }
    #expect(whole.events.map(\.seq) == single.events.map(\.seq))
    #expect(whole.events.count == lines)
    #expect(whole.issues == single.issues)
    #expect(whole.lineCount == single.lineCount)
    #expect(
      whole.events.indices.allSatisfy {
        whole.line(of: $0) == single.line(of: $0) && whole.rawLine(of: $0) == single.rawLine(of: $0)
      })
  }

  @Test func tellsOfItsEventsInOrder() throws {
    let bytes = Self.text(lines: 4000, seed: 4, oddEvery: 300)
    var log = EventLog(file: "x", bytes: Data())
    var told: [Int] = []
    let new = try log.extend(with: bytes) { log, new in told += log.events[new].map(\.seq) }
    #expect(told == log.events.map(\.seq))
    #expect(told == Array(1...4000))
    #expect(new == 0..<4000)
  }

  @Test func aNewerFormatIsSaidWhereverItStands() throws {
    var bytes = Self.text(lines: 3000, seed: 5, oddEvery: 1000)
    let line = bytes.count { $0 == 10 } + 1
    bytes.append(contentsOf: meetLine.replacing("\"format\":1", with: "\"format\":7").utf8)
    #expect(throws: LogFileError.unsupportedFormat("x", line: line, format: 7)) {
      try EventLog(reading: bytes, file: "x")
    }
  }
}
