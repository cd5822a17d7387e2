import LongTrack
import RaceLog

/// A place among those who have a time at a mark.
package struct MarkPlace: Hashable, Sendable {
  /// 1 for the fastest; equal thousandths share a place.
  package let rank: Int
  /// How many have a time there now.
  package let count: Int

  /// `3/6`.
  package var text: String { "\(rank)/\(count)" }
}

extension Race {
  /// Whether the times of an attempt count at the marks it passed. Those of whoever did not finish, skated
  /// again, or was estimated do; those of the disqualified do not.
  package func countsAtMarks(_ key: AttemptKey) -> Bool {
    decisions[key]?.status != .dq && index(of: key) != nil
  }

  /// The fastest time at a mark by each competitor who has one there.
  func fastest(at mark: Int) -> [String: (key: AttemptKey, time: RaceTime)] {
    var best: [String: (key: AttemptKey, time: RaceTime)] = [:]
    for (key, attempt) in attempts {
      guard let time = attempt.time(at: mark), countsAtMarks(key) else { continue }
      if let old = best[key.competitor], (old.time.ticks, old.key.number) < (time.ticks, key.number) {
        continue
      }
      best[key.competitor] = (key, time)
    }
    return best
  }

  /// The place of an attempt at a mark now; nil where it has no time there, or counts nowhere.
  package func place(of key: AttemptKey, at mark: Int) -> MarkPlace? {
    guard let own = attempts[key]?.time(at: mark), countsAtMarks(key) else { return nil }
    var times = fastest(at: mark)
    times[key.competitor] = (key, own)
    // Where hundredths tie and one of them was given without thousandths, nobody can say who was faster.
    let isUndecided = times.values.contains { $0.time.shown == own.shown && !$0.time.hasThousandths }
    let faster = times.values.count {
      isUndecided ? $0.time.shown < own.shown : $0.time.thousandths < own.thousandths
    }
    return MarkPlace(rank: faster + 1, count: times.count)
  }
}
