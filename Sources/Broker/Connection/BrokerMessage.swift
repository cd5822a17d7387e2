import CNats
import FoundationEssentials

/// A message of a broker, copied out of the client's memory.
struct BrokerMessage {
  /// Where it was sent to.
  let subject: String
  /// Where an answer is expected; nil where none is.
  let reply: String?
  /// The id that its publisher gave it.
  let id: String?
  /// What the broker says about a message of its own: `100` for signs of life, `503` where nobody listens.
  let status: String?
  /// Where a consumer that was held up wants to hear that it may go on.
  let stalled: String?
  /// What it says.
  let data: Data

  /// Copies a message and gives the client's back.
  init(taking message: OpaquePointer) {
    defer { unsafe natsMsg_Destroy(message) }
    subject = unsafe Self.text(natsMsg_GetSubject(message)) ?? ""
    reply = unsafe Self.text(natsMsg_GetReply(message))
    id = unsafe Self.header("Nats-Msg-Id", message)
    status = unsafe Self.header("Status", message)
    stalled = unsafe Self.header("Nats-Consumer-Stalled", message)
    let count = Int(unsafe natsMsg_GetDataLength(message))
    data = unsafe natsMsg_GetData(message).map { unsafe Data(bytes: $0, count: count) } ?? Data()
  }

  /// Its place in its stream; nil where it does not come from one.
  var place: UInt64? { reply.flatMap(Self.place) }

  /// The place in a stream that the subject for an acknowledgment has: `$JS.ACK.STREAM.CONSUMER.n.PLACE.n.n.n`, with
  /// domain and account after `ACK` in newer servers. Nil where it is another subject, or a place that no stream gets to.
  static func place(acknowledgedAt subject: String) -> UInt64? {
    let parts = subject.split(separator: ".")
    guard parts.count >= 9, parts[0] == "$JS", parts[1] == "ACK" else { return nil }
    // Up to there it can be counted on from.
    return Int64(parts[parts.count == 9 ? 5 : 7]).flatMap(UInt64.init(exactly:))
  }

  private static func text(_ pointer: UnsafePointer<CChar>?) -> String? {
    unsafe pointer.map { unsafe String(cString: $0) }
  }

  private static func header(_ name: String, _ message: OpaquePointer) -> String? {
    var value: UnsafePointer<CChar>?
    guard unsafe natsMsgHeader_Get(message, name, &value) == NATS_OK else { return nil }
    return unsafe text(value)
  }
}
