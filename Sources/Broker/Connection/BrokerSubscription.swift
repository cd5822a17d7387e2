import CNats

/// What comes on a subject, for the thread of its connection.
@safe final class BrokerSubscription {
  private let subscription: OpaquePointer
  private let connection: BrokerConnection

  /// Listens on a subject from now on.
  init(_ subject: String, on connection: BrokerConnection) throws(BrokerProblem) {
    var made: OpaquePointer?
    let status = unsafe natsConnection_SubscribeSync(&made, connection.connection, subject)
    guard status == NATS_OK, let subscription = unsafe made else { throw connection.problem(status) }
    // What may be on its way is limited by whoever sends: 500 events, or what flow control lets through.
    unsafe natsSubscription_SetPendingLimits(subscription, -1, -1)
    unsafe self.subscription = subscription
    self.connection = connection
  }

  deinit {
    unsafe natsSubscription_Destroy(subscription)
  }

  /// The next message; nil where none came in so many milliseconds.
  func next(within milliseconds: Int64) throws(BrokerProblem) -> BrokerMessage? {
    var message: OpaquePointer?
    let status = unsafe natsSubscription_NextMsg(&message, subscription, milliseconds)
    if status == NATS_OK, let message = unsafe message { return unsafe BrokerMessage(taking: message) }
    if status == NATS_TIMEOUT, !connection.isClosed { return nil }
    throw connection.problem(status == NATS_TIMEOUT ? NATS_CONNECTION_CLOSED : status)
  }
}
