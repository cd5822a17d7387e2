package import Scoreboard

/// What became of a line of a feed.
package enum Intake: Hashable, Sendable {
  /// It only said that the feed lives, or which log it is: the log has nothing of it.
  case heard
  /// It is in the log.
  case taken(seq: Int)
  /// It is in the log and waits for the operator's word; with the reason, where it needs more than permission.
  case waits(seq: Int, problem: String?)
  /// It was in the log already, under this seq where that is known: a reconnect, a retry.
  case duplicate(seq: Int?)
  /// It is in the log, without effect.
  case rejected(seq: Int, Rejection)

  /// The place in the log that has to be on disk before the sender can rely on it; nil where there is none.
  package var seq: Int? {
    switch self {
    case .heard: nil
    case .taken(let seq), .waits(let seq, _), .rejected(let seq, _): seq
    case .duplicate(let seq): seq
    }
  }
}
