import CNats

/// What comes on a subject, for the thread of its connection.
@safe final class BrokerSubscription {
  private let subscription: OpaquePointer
  private let connection: BrokerConnection

  /// Listens on a subject from now on.
  ///
  /// - Parameter limit: how many messages may wait to be taken, where whoever sends keeps no measure; what is more is
  ///   dropped. Without it nothing is dropped: what flow control lets through is all there can be.
  init(_ subject: String, on connection: BrokerConnection, limit: CInt = -1) throws(BrokerProblem) {
    var made: OpaquePointer?
    let status = unsafe natsConnection_SubscribeSync(&made, connection.connection, subject)
    guard status == NATS_OK, let subscription = unsafe made else { throw connection.problem(status) }
    unsafe natsSubscription_SetPendingLimits(subscription, limit, -1)
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
    // Told once after something was dropped.
    if status == NATS_SLOW_CONSUMER { return nil }
    if status == NATS_TIMEOUT, !connection.isClosed { return nil }
    throw connection.problem(status == NATS_TIMEOUT ? NATS_CONNECTION_CLOSED : status)
  }
}
