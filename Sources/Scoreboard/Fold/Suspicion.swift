package import LongTrack

/// Why a split counts nowhere until an operator accepts it (log format 5). Judged once, when it arrives.
package enum Suspicion: Hashable, Sendable {
  /// No run of its group is open: no gun, or the run was cleared.
  case noRun
  /// The race is not timed there.
  case noSuchMark(Mark)
  /// Not later than the counted time of the mark before.
  case notAfter(Mark, ShownTime)
  /// Not earlier than the counted time of the mark after.
  case notBefore(Mark, ShownTime)
  /// Nobody skates that fast: a lap under 20 s, a team's half lap under 10 s.
  case tooFast(from: Mark?)
  /// The competitor has a final status.
  case finalStatus(Status)
  /// The times are confirmed.
  case afterOfficial
  /// The competitor does not start.
  case doesNotStart(Status)

  /// The reason in words.
  package var sentence: String {
    switch self {
    case .noRun: "no run of its group is open"
    case .noSuchMark(let mark): "the race has no mark at \(mark.name)"
    case .notAfter(let mark, let time): "not after the \(time.text) at \(mark.name)"
    case .notBefore(let mark, let time): "not before the \(time.text) at \(mark.name)"
    case .tooFast(let mark): "too fast since \(mark.map(\.name) ?? "the start")"
    case .finalStatus(let status): "the competitor is \(status.code)"
    case .afterOfficial: "the times are official"
    case .doesNotStart(let status): "the competitor does not start (\(status.code))"
    }
  }
}
