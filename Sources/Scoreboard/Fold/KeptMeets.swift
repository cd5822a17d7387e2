import RaceLog

/// States of a meet kept along its log.
struct KeptMeets: Sendable {
  /// So many events at least lie between two of them.
  let spacing: Int

  private var states: [Meet] = [Meet()]
  private var counts: [Int] = [0]

  /// The empty meet only.
  init(spacing: Int) { self.spacing = max(spacing, 1) }

  /// The state after so many events, or the last one before that.
  func nearest(before count: Int) -> Meet { states[(counts.firstIndex { $0 > count } ?? counts.count) - 1] }

  /// Keeps a state where it is far enough from the last one. One costs as much memory as its race has times, so in a
  /// race without end they are kept farther and farther apart, and all together stay in proportion to the log.
  mutating func keep(_ meet: Meet, of log: EventLog) {
    guard meet.eventCount.isMultiple(of: spacing), meet.eventCount > 0 else { return }
    let times = log.events[meet.eventCount - 1].content.raceID.flatMap(meet.race)?.timeCount ?? 0
    guard meet.eventCount - (counts.last ?? 0) >= max(spacing, times / 4) else { return }
    states.append(meet)
    counts.append(meet.eventCount)
  }
}
