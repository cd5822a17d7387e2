package import FoundationEssentials
import Glibc

/// Takes server-sent events out of the bytes of a stream, as the HTML standard says (section 9.2.6).
package struct EventStreamDecoder: Sendable {
  /// An event.
  package struct Event: Hashable, Sendable {
    /// What kind; `message` where the stream does not say.
    package var name = "message"
    /// What it says, its lines joined with LF.
    package var data = Data()
    /// Where it stands in the stream: the last id that was sent; nil before any.
    package var id: String?

    /// An event, without data until some comes.
    package init(name: String = "message", data: Data = Data(), id: String? = nil) {
      self.name = name
      self.data = data
      self.id = id
    }
  }

  /// The most that one event may hold, in bytes; more of it is cut off by whoever sends such a thing.
  package static let limit = 1 << 20

  /// What the sender asks to wait before coming back, in milliseconds; nil where it does not say.
  package private(set) var retry: Int?
  /// Whether an event was longer than ``limit``, so that nothing here can be trusted any more.
  package private(set) var isOverlong = false

  private var line = Data()
  private var event = Event()
  private var hasData = false
  private var id: String?
  private var afterReturn = false
  private var isFirst = true

  /// A stream that is about to begin.
  package init() {}

  /// The events that end in these bytes.
  package mutating func take(_ bytes: some Sequence<UInt8>) -> [Event] {
    guard !isOverlong else { return [] }
    var events: [Event] = []
    let bytes = Array(bytes)
    var ends = LineEnds(bytes)
    var start = 0
    // Of a CR and LF the LF may come in the next piece.
    if afterReturn, bytes.first == UInt8(ascii: "\n") { start = 1 }
    if !bytes.isEmpty { afterReturn = false }
    while start < bytes.count {
      let end = ends.next(from: start)
      guard line.count + event.data.count + end - start <= Self.limit else {
        // What follows would be taken for the end of something that has lost its middle.
        isOverlong = true
        return events
      }
      line.append(contentsOf: bytes[start..<end])
      guard end < bytes.count else { break }
      endLine(into: &events)
      let isReturn = bytes[end] == UInt8(ascii: "\r")
      start = end + 1
      if isReturn, start == bytes.count { afterReturn = true }
      if isReturn, start < bytes.count, bytes[start] == UInt8(ascii: "\n") { start += 1 }
    }
    return events
  }

  private mutating func endLine(into events: inout [Event]) {
    if isFirst, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    isFirst = false
    defer { line.removeAll(keepingCapacity: true) }
    guard !line.isEmpty else {
      // Without data nothing is told, but the id counts.
      if hasData {
        event.id = id
        events.append(event)
      }
      event = Event()
      hasData = false
      return
    }
    let colon = line.firstIndex(of: UInt8(ascii: ":"))
    var value = colon.map { line[($0 + 1)...] } ?? Data()
    if value.first == UInt8(ascii: " ") { value.removeFirst() }
    switch String(decoding: line[..<(colon ?? line.endIndex)], as: UTF8.self) {
    case "event": event.name = value.isEmpty ? "message" : String(decoding: value, as: UTF8.self)
    case "data":
      if hasData { event.data.append(UInt8(ascii: "\n")) }
      event.data.append(value)
      hasData = true
    case "id": if !value.contains(0) { id = String(decoding: value, as: UTF8.self) }
    case "retry": retry = Int(String(decoding: value, as: UTF8.self)) ?? retry
    default: break
    }
  }
}

/// Finds the ends of lines: years of history come at once, and are searched as fast as memory is read.
private struct LineEnds {
  private let bytes: [UInt8]
  /// The next of each kind, or the end of the bytes: looked for anew only once it is behind.
  private var feed = -1
  private var carriageReturn = -1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Where the next CR or LF is; the number of bytes where there is none.
  mutating func next(from start: Int) -> Int {
    if feed < start { feed = find(UInt8(ascii: "\n"), from: start) }
    if carriageReturn < start { carriageReturn = find(UInt8(ascii: "\r"), from: start) }
    return min(feed, carriageReturn)
  }

  private func find(_ byte: UInt8, from start: Int) -> Int {
    unsafe bytes.withUnsafeBytes { all in
      guard let base = all.baseAddress, let found = unsafe memchr(base + start, CInt(byte), all.count - start)
      else { return all.count }
      return unsafe UnsafeRawPointer(found) - base
    }
  }
}
