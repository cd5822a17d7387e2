import LongTrack
package import RaceLog

/// A place in a log as a person names it: `#42` a seq, `12:31` time since the log's start, or an RFC 3339
/// instant.
package enum PlaybackPoint: Hashable, Sendable {
  /// After the event with this seq, or the last before it.
  case seq(Int)
  /// So many 1/10 000 s after the log's start.
  case offset(Int64)
  /// A moment on the log's clock.
  case instant(Instant)

  /// Reads a place; nil for anything else. Time may be written with or without decimals.
  package init?(_ text: String) {
    if text.hasPrefix("#") {
      guard let seq = Int(text.dropFirst()), seq > 0 else { return nil }
      self = .seq(seq)
    } else if let instant = Instant(text) {
      self = .instant(instant)
    } else if let offset = Self.offset(text) {
      self = .offset(offset)
    } else {
      return nil
    }
  }

  /// The place in 1/10 000 s since the log's start, drawn into the log.
  package func offset(in log: EventLog) -> Int64 {
    let offset: Int64 =
      switch self {
      case .offset(let offset): offset
      case .instant(let instant): instant.ticks - (log.start?.ticks ?? 0)
      case .seq(let seq):
        log.events.lastIndex { $0.seq <= seq }.map(log.offset(of:)) ?? 0
      }
    return min(max(offset, 0), log.duration)
  }

  /// How many events have happened there: a seq names its event even among others of the same moment.
  package func eventCount(in log: EventLog) -> Int {
    guard case .seq(let seq) = self else { return log.eventCount(at: offset(in: log)) }
    return (log.events.lastIndex { $0.seq <= seq } ?? -1) + 1
  }

  private static func offset(_ text: String) -> Int64? {
    do {
      return try RaceTime(text.contains(".") ? text : text + ".0").ticks
    } catch {
      return nil
    }
  }
}
