/// How long to wait before connecting again: longer each time, and never all viewers at the same moment.
package struct Backoff: Hashable, Sendable {
  /// The first wait, at least.
  package static let first = Duration.milliseconds(250)
  /// The longest wait that comes from doubling.
  package static let most = Duration.seconds(10)
  /// The longest wait that a server may ask for: one that errs does not take the board away.
  package static let longest = Duration.seconds(60)

  private var step = Self.first

  /// Nothing has failed yet.
  package init() {}

  /// The next wait.
  ///
  /// - Parameters:
  ///   - asked: what the server asked for, if it did: it is waited for at least, up to ``longest``.
  ///   - chance: from 0 up to 1: how much of another half is added.
  package mutating func next(asked: Duration?, chance: Double) -> Duration {
    let wait = max(step, min(asked ?? .zero, Self.longest))
    step = min(step * 2, Self.most)
    return wait + wait * (min(max(chance, 0), 1) / 2)
  }

  /// Something came: the next wait is short again.
  package mutating func reset() { step = Self.first }
}
