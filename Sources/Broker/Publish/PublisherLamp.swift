import Operation

/// What the lamp says of the broker, and since when it is behind. Times are 1/10 000 s.
struct PublisherLamp {
  /// How long an event may be on its way before that is called behind.
  static let grace: Int64 = 10_000

  /// Whether the last lamp counts what is left, which changes with each event.
  private(set) var isCounting = false
  private var behindSince: Int64?

  /// The lamp now.
  ///
  /// - Parameters:
  ///   - left: how many events the broker is not known to have.
  ///   - isConnected: whether there is a connection to it.
  ///   - unreadable: why the journal cannot be read; nil where it can.
  ///   - problem: why the broker does not take it; nil where it does, or was not asked yet.
  mutating func lamp(
    left: Int, isConnected: Bool, unreadable: String?, problem: BrokerProblem?, now: Int64
  ) -> Lamp {
    behindSince = left == 0 ? nil : behindSince ?? now
    isCounting = false
    if let unreadable { return Lamp("NATS: \(unreadable)", isAlert: true) }
    if let problem {
      return Lamp("\(problem.isAway ? "NATS away" : "NATS"): \(problem.reason)", isAlert: true)
    }
    guard isConnected else { return Lamp("NATS connecting") }
    guard let behindSince, now - behindSince > Self.grace else { return Lamp("NATS ok") }
    isCounting = true
    return Lamp("NATS \(left) behind")
  }
}
