import LongTrack
import RaceLog

extension PanelMaker {
  /// Lane now, and what comes at the next change-up: from the last place where the skater was seen, as long as
  /// that tells. Where a change-up may be over unseen, nothing is said.
  func laneNote(_ entry: Entry, _ attempt: Attempt, clock: Int64?) -> LaneNote? {
    guard let start = entry.lane, course.lapLength == 400 else { return nil }
    let seen = TrackPoint.points(of: attempt, course: course).last
    for number in 1...max(course.changeUpCount, 1) where number <= course.changeUpCount {
      let from = course.lane(into: number, start: start)
      guard let zone = course.changeUp(number)?.zone(from: from) else { break }
      let end = Int64(zone.upperBound) * 1000
      guard (seen?.position ?? 0) < end else { continue }
      guard isBefore(end, entry.key, seen: seen, clock: clock) else { return nil }
      let isIn = (seen?.position ?? 0) >= Int64(zone.lowerBound) * 1000
      return LaneNote(from: from, isChanging: isIn)
    }
    let lane = course.finishLane(start: start).rawValue
    return LaneNote(long: "now \(lane) to the finish", short: "\(lane) to the finish", hasRightOfWay: false)
  }

  /// Whether a skater who was last seen somewhere is still before a place, going on at the pace of the last
  /// lap; without one, faster than anybody skates (17 m/s).
  private func isBefore(_ place: Int64, _ key: AttemptKey, seen: TrackPoint?, clock: Int64?) -> Bool {
    guard let clock else { return true }
    let elapsed = clock - (seen?.time ?? 0)
    let way = place - (seen?.position ?? 0)
    let last = race.attempts[key]?.lastMark.flatMap { $0 > 0 ? race.lap(of: key, at: $0) : nil }
    guard let last, last.marks == 1, last.time.hundredths > 0 else { return elapsed * 17 <= way * 10 }
    return elapsed * Int64(course.lapLength) * 10 <= way * last.time.hundredths
  }
}

extension LaneNote {
  /// The note before a change-up and in it.
  fileprivate init(from: Lane, isChanging: Bool) {
    let right = from == ChangeUp.rightOfWay
    let change = "\(from.rawValue) → \(from.other.rawValue)"
    self.init(
      long: (isChanging ? "changing \(change)" : "now \(change) at next change")
        + (right ? ": right of way" : ""),
      short: right ? "→ \(from.other.rawValue), right of way" : "next → \(from.other.rawValue)",
      hasRightOfWay: right)
  }
}
