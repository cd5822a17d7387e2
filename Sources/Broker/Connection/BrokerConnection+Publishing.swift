import CNats
import FoundationEssentials

extension BrokerConnection {
  /// A subject that nobody else listens on.
  static func newInbox() -> String {
    var text: UnsafeMutablePointer<CChar>?
    guard unsafe natsInbox_Create(&text) == NATS_OK, let inbox = unsafe text else {
      return "_INBOX." + UUID().uuidString
    }
    defer { unsafe natsInbox_Destroy(inbox) }
    return unsafe String(cString: inbox)
  }

  /// Sends a message on its way. It is not known whether it arrives.
  ///
  /// - Parameter reply: where the answer goes; nil for none.
  func publish(
    _ data: Data, to subject: String, reply: String? = nil, headers: [(String, String)] = []
  ) throws(BrokerProblem) {
    var made: OpaquePointer?
    var status = NATS_OK
    unsafe data.withUnsafeBytes { bytes in
      let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      unsafe Self.withOptional(reply) { reply in
        status = unsafe natsMsg_Create(&made, subject, reply, start, CInt(bytes.count))
      }
    }
    guard status == NATS_OK, let message = unsafe made else { throw problem(status) }
    defer { unsafe natsMsg_Destroy(message) }
    for (name, value) in headers where status == NATS_OK {
      status = unsafe natsMsgHeader_Set(message, name, value)
    }
    if status == NATS_OK { status = unsafe natsConnection_PublishMsg(connection, message) }
    guard status == NATS_OK else { throw problem(status) }
  }
}
