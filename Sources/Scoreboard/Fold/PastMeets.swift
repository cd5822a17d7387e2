package import RaceLog

/// Any earlier state of a log that grows, folded when it is asked for first.
package struct PastMeets: Sendable {
  private var kept: KeptMeets
  private var last = Meet()

  /// Nothing folded yet; a state is kept every so many events.
  package init(spacing: Int = 2048) { kept = KeptMeets(spacing: spacing) }

  /// The state after so many events of a log, which has to be the one of the last call, or to go on from it.
  package mutating func meet(after count: Int, of log: EventLog) -> Meet {
    let wanted = min(max(count, 0), log.events.count)
    let nearest = kept.nearest(before: wanted)
    if last.eventCount > wanted || nearest.eventCount > last.eventCount { last = nearest }
    while last.eventCount < wanted {
      last.advance(to: min((last.eventCount / kept.spacing + 1) * kept.spacing, wanted), of: log)
      kept.keep(last, of: log)
    }
    return last
  }
}
