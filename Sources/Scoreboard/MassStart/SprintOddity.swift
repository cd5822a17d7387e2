import LongTrack
import RaceLog

/// What is odd about a sprint of a mass start: it counts as it stands, and may be a mistake.
package enum SprintOddity: Hashable, Sendable {
  /// No sprint was announced for this lap: it counts all the same.
  case unannounced(lap: Int)
  /// The race has no such lap, so it counts nowhere.
  case noLap(Int)
  /// A competitor stands in the order twice: the first place counts.
  case twice(String, lap: Int)
  /// Points for another number of places than there are.
  case places(Int, points: Int, lap: Int)
  /// Points below nothing.
  case negative(lap: Int)
  /// Nobody stands in the order, so nobody has points.
  case empty(lap: Int)
  /// The order of another heat stood there for this lap, and does not count any more.
  case otherHeat(Int, lap: Int)
  /// Sprints are announced for laps that are not on the way.
  case outside([Int], laps: Int)

  /// What is odd, in words.
  package var sentence: String {
    switch self {
    case .unannounced(let lap): "no sprint is announced for lap \(lap): it counts all the same"
    case .noLap(let lap): "the race has no sprint on lap \(lap): it counts nowhere"
    case .twice(let id, let lap): "\"\(id)\" stands twice in the sprint of lap \(lap): the first place counts"
    case .places(let places, let points, let lap):
      "the sprint of lap \(lap) has points for \(points) and an order of \(places)"
    case .negative(let lap): "the sprint of lap \(lap) has points below 0"
    case .empty(let lap): "the sprint of lap \(lap) has an empty order: nobody has points"
    case .otherHeat(let heat, let lap):
      "the sprint of lap \(lap) takes the place of that of heat \(heat): heats of a mass start need a race each"
    case .outside(let sprints, let laps):
      "no sprint can be on lap \(sprints.map(String.init).joined(separator: ", ")) of \(laps), before the finish"
    }
  }
}

extension Race {
  /// What is odd about an event that is about sprints.
  func sprintOddities(_ content: EventContent) -> [SprintOddity] {
    switch content {
    case .race(let info):
      guard info.kind == .massStart, let laps = info.laps, let sprints = info.sprints else { return [] }
      let outside = sprints.filter { !(1...laps).contains($0) }
      return outside.isEmpty ? [] : [.outside(outside, laps: laps)]
    case .sprint(let sprint):
      let laps = course?.laps ?? 0
      guard info?.kind == .massStart, (1...max(laps, 1)).contains(sprint.lap) else {
        return [.noLap(sprint.lap)]
      }
      let isAnnounced = SprintLadder(laps: laps, given: info?.sprints).all.contains(sprint.lap)
      if sprint.order.isEmpty { return [.empty(lap: sprint.lap)] }
      var seen: Set<String> = []
      let twice = sprint.order.first { !seen.insert($0).inserted }
      let points = sprint.points ?? []
      return [
        isAnnounced ? nil : .unannounced(lap: sprint.lap),
        twice.map { .twice($0, lap: sprint.lap) },
        sprint.points != nil && points.count != sprint.order.count
          ? .places(sprint.order.count, points: points.count, lap: sprint.lap) : nil,
        otherHeat(than: sprint).map { .otherHeat($0, lap: sprint.lap) },
        points.contains { $0 < 0 } ? .negative(lap: sprint.lap) : nil,
      ].compactMap(\.self)
    default: return []
    }
  }

  /// The heat whose order of a lap stood there so far, where it is not that of a new one.
  private func otherHeat(than sprint: Sprint) -> Int? {
    func heats(_ order: [String]) -> Set<Int> {
      Set(entries.filter { order.contains($0.competitor.id) }.map(\.pair))
    }
    guard let before = sprints[sprint.lap] else { return nil }
    let old = heats(before.order)
    return old.isDisjoint(with: heats(sprint.order)) ? old.min() : nil
  }
}
