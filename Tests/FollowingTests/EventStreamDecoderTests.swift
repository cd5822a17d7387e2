import Following
import FoundationEssentials
import Testing

@Suite struct EventStreamDecoderTests {
  private typealias Event = EventStreamDecoder.Event

  private func event(_ data: String, name: String = "message", id: String? = nil) -> Event {
    Event(name: name, data: Data(data.utf8), id: id)
  }

  private func decode(_ text: String) -> [Event] {
    var decoder = EventStreamDecoder()
    return decoder.take(Array(text.utf8))
  }

  @Test func anEventHasANameDataAndAnId() {
    #expect(
      decode("id: night:7\nevent: heartbeat\ndata: {}\n\n") == [event("{}", name: "heartbeat", id: "night:7")]
    )
  }

  @Test(arguments: ["\n", "\r", "\r\n"])
  func linesEndAsTheyLike(end: String) {
    #expect(
      decode(["data:a", "data: b", "", "data:c", "", ""].joined(separator: end)) == [
        event("a\nb"), event("c"),
      ])
  }

  @Test func theIdStaysUntilAnotherOne() {
    #expect(
      decode("id: 1\ndata: a\n\ndata: b\n\nid: 2\n\ndata: c\n\n")
        == [event("a", id: "1"), event("b", id: "1"), event("c", id: "2")])
  }

  @Test func commentsAndUnknownFieldsSayNothing() {
    #expect(decode("\u{FEFF}: hello\nfoo: bar\ndata\n\n\n\nevent: x\n\n") == [event("")])
  }

  @Test func theSenderSaysHowLongToWait() {
    var decoder = EventStreamDecoder()
    #expect(decoder.take(Array("retry: 1500\nretry: soon\n\n".utf8)).isEmpty)
    #expect(decoder.retry == 1500)
  }

  /// However it is cut, the same comes out.
  @Test func piecesMakeNoDifference() {
    let bytes = Array("id: a:1\r\ndata: {\"é\":1}\r\n\r\nid: a:2\r\ndata: x\r\rdata: half".utf8)
    let whole = decode(String(decoding: bytes, as: UTF8.self))
    #expect(whole == [event("{\"é\":1}", id: "a:1"), event("x", id: "a:2")])
    for cut in bytes.indices {
      var decoder = EventStreamDecoder()
      #expect(decoder.take(bytes[..<cut]) + decoder.take(bytes[cut...]) == whole)
    }
  }

  @Test func anEventWithoutEndIsNotKept() {
    var decoder = EventStreamDecoder()
    #expect(decoder.take(repeatElement(UInt8(ascii: "x"), count: EventStreamDecoder.limit)).isEmpty)
    #expect(!decoder.isOverlong)
    #expect(decoder.take(Array("x\n\ndata: y\n\n".utf8)).isEmpty)
    #expect(decoder.isOverlong)
  }
}
