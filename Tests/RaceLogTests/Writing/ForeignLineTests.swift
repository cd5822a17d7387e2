import FoundationEssentials
import LongTrack
import RaceLog
import Testing

/// Lines of others get a place in our log and keep everything else.
@Suite struct ForeignLineTests {
  private func place(
    _ text: String, origin: EventNotes.Origin? = nil, renumbered: (Int) -> Int? = { _ in nil }
  ) throws -> String? {
    let at = try #require(Instant("2026-01-31T17:00:00Z"))
    return try ForeignLine(Data(text.utf8), with: EventDecoder()).line(
      seq: 12, at: at, origin: origin, renumbered: renumbered
    ).map { String(decoding: $0, as: UTF8.self) }
  }

  private let head = #"{"seq":12,"at":"2026-01-31T17:00:00.0000Z","#

  @Test func whatIsNotUnderstoodStays() throws {
    #expect(
      try place(#"{"type":"message","text":"a\"b{,","x":{"y":[1,{"z":"}"}]},"n":1.50}"#)
        == head + #""type":"message","text":"a\"b{,","x":{"y":[1,{"z":"}"}]},"n":1.50}"#)
  }

  @Test func anotherLogsPlaceIsReplacedByItsOrigin() throws {
    let line = try ForeignLine(
      Data(#" { "seq" : 5 , "at":"2026-01-01T00:00:00Z", "type":"message" ,"text":"x"} "#.utf8),
      with: EventDecoder())
    #expect(line.seq == 5)
    #expect(
      try place(
        #" { "seq" : 5 , "at":"2026-01-01T00:00:00Z", "type":"message" ,"text":"x"} "#,
        origin: .log("o", seq: 5)) == head + #""origin":{"log":"o","seq":5},"type":"message","text":"x"}"#)
  }

  @Test func seqsThatItNamesAreRewritten() throws {
    let text = #"{"type":"void","seq":5,"at":"2026-01-01T00:00:00Z","target":3}"#
    #expect(try place(text, renumbered: { $0 + 100 }) == head + #""type":"void","target":103}"#)
    #expect(try place(text) == nil)
    #expect(
      try place(#"{"type":"message","text":"x","replaces":[1,2]}"#, renumbered: { $0 + 100 })
        == head + #""type":"message","text":"x","replaces":[101,102]}"#)
  }

  @Test func anImpulseMayHaveNoSeqAtAll() throws {
    let text =
      #"{"type":"impulse","device":"timy","channel":"C1","lane":"inner","deviceTime":"14:02:11.2310"}"#
    let line = try ForeignLine(Data(text.utf8), with: EventDecoder())
    #expect(line.seq == nil)
    guard case .impulse(let impulse) = line.event.content else { throw LogProblem.notJSON }
    #expect(impulse.lane == .inner)
  }

  @Test(arguments: ["", "[1]", "{", #"{"type":"message"}"#, #"{"type":"message","text":"x"} x"#, "nonsense"])
  func whatIsNoEventIsRefused(_ text: String) {
    #expect(throws: LogProblem.self) { _ = try ForeignLine(Data(text.utf8), with: EventDecoder()) }
  }

  @Test func brokenTextIsNotMended() {
    let line = Data(#"{"type":"message","text":""#.utf8) + [0xC3, 0x28, 0x22, 0x7D]
    #expect(throws: LogProblem.notUTF8(byte: 27)) { try ForeignLine(line, with: EventDecoder()) }
  }
}
