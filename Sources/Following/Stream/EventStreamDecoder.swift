package import FoundationEssentials

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
    var events: [Event] = []
    for byte in bytes {
      let isSecondHalf = afterReturn && byte == UInt8(ascii: "\n")
      afterReturn = byte == UInt8(ascii: "\r")
      if isSecondHalf { continue }
      if afterReturn || byte == UInt8(ascii: "\n") {
        endLine(into: &events)
      } else if line.count + event.data.count < Self.limit {
        line.append(byte)
      } else {
        isOverlong = true
      }
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
