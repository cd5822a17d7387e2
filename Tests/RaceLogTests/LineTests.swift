import FoundationEssentials
import RaceLog
import Testing

@Suite struct LineTests {
  private func log(_ bytes: Data) throws -> EventLog { try EventLog(reading: bytes, file: "x") }

  /// A message whose line is so many bytes long, without its end.
  private func line(of count: Int) -> String {
    let frame = message(2, "00", "").utf8.count - 1
    return message(2, "00", String(repeating: "x", count: count - frame))
  }

  @Test(arguments: [(65_535, true), (65_536, true), (65_537, false), (84_000, false)])
  func aLineHasAtMost64KiB(count: Int, isRead: Bool) throws {
    let log = try log(Data((meetLine + line(of: count) + message(3)).utf8))
    #expect(log.events.map(\.seq) == (isRead ? [1, 2, 3] : [1, 3]))
    let tooLong = ["\(count) bytes long, at most 65536 are read; the line is left out", "seq 2 is missing"]
    #expect(log.issues.map(\.sentence) == (isRead ? [] : tooLong))
  }

  @Test(arguments: ["\n", "\r\n"])
  func linesEndWithOrWithoutACarriageReturn(end: String) throws {
    let text = (meetLine + message(2)).replacing("\n", with: end)
    let log = try log(Data(text.utf8))
    #expect(log.events.count == 2)
    #expect(log.issues.isEmpty)
    #expect(log.rawLine(of: 1) == Data(message(2).utf8).dropLast())
  }

  @Test func aCarriageReturnIsNoPartOfTheLimit() throws {
    let text = meetLine + line(of: 65_536).replacing("\n", with: "\r\n")
    #expect(try log(Data(text.utf8)).events.count == 2)
  }

  @Test func aByteOrderMarkAtTheStartIsAccepted() throws {
    let log = try log(Data([0xEF, 0xBB, 0xBF]) + Data(meetLine.utf8))
    #expect(log.issues.isEmpty)
    #expect(log.rawLine(of: 0) == Data(meetLine.utf8).dropLast())
    #expect(log.line(of: 0) == 1)
  }

  @Test func blankLinesAreCountedAndSayNothing() throws {
    let log = try log(Data(("\n" + meetLine + "\n\r\n" + message(2)).utf8))
    #expect(log.events.indices.map { log.line(of: $0) } == [2, 5])
    #expect(log.issues.isEmpty)
  }

  /// Bytes in the place of a name, and which byte of the line is named.
  @Test(
    arguments: [([0xFF], 0), ([0x41, 0xC3], 1), ([0xC0, 0xAF], 0), ([0xED, 0xA0, 0x80], 0)]
      as [([UInt8], Int)])
  func brokenUTF8IsNamedByItsByte(bytes: [UInt8], offset: Int) throws {
    let head = Data(#"{"seq":2,"at":"2026-01-31T17:00:00Z","type":"message","text":""#.utf8)
    let bad = head + Data(bytes) + Data("\"}\n".utf8)
    let log = try log(Data(meetLine.utf8) + bad + Data(message(3).utf8))
    #expect(
      log.issues.map(\.sentence) == [
        "not UTF-8 at byte \(head.count + offset + 1); the line is left out", "seq 2 is missing",
      ])
    #expect(log.events.map(\.seq) == [1, 3])
  }

  @Test func aTornLastLineIsLeftOut() throws {
    for count in 1..<message(2).utf8.count {
      let log = try log(Data((meetLine + message(2)).utf8).prefix(meetLine.utf8.count + count))
      #expect(log.events.count == 1)
      #expect(log.issues.map(\.sentence) == ["the last line has no end (\(count) bytes); it is left out"])
      #expect(log.issues.first?.isNotice == true)
    }
  }

  @Test(arguments: [
    #"{"seq":2 , "at":"2026-01-31T17:00:00Z","type":"message",  "text":"\u00e9 é 髙","x":[1.50,1e3]}"#,
    #"{"type":"flag","zz":{"b":1,"a":2},"seq":2,"at":"2026-01-31t17:00:00.10z"}"#,
  ])
  func aLineIsKeptByteForByte(line: String) throws {
    let log = try log(Data((meetLine + line + "\n").utf8))
    #expect(log.rawLine(of: 1) == Data(line.utf8))
    #expect(log.bytes == Data((meetLine + line + "\n").utf8))
  }

  @Test func aSliceOfBytesIsReadAsWell() throws {
    let log = try log(Data(("rubbish" + meetLine + message(2)).utf8).dropFirst(7))
    #expect(log.events.count == 2)
    #expect(log.rawLine(of: 1) == Data(message(2).utf8).dropLast())
  }

  @Test func aNulInALineIsNotJSON() throws {
    var bytes = Data((meetLine + String(repeating: "\n", count: 600)).utf8)
    bytes.append(contentsOf: [0x7B, 0x00, 0x7D, 0x0A])
    #expect(try log(bytes).issues.map(\.sentence) == ["not JSON; the line is left out"])
  }
}
