import LongTrack

/// A place on a skater's own path and when it was passed.
struct TrackPoint {
  /// Millimetres from the start.
  let position: Int64
  /// 1/10 000 s since the gun.
  let time: Int64
  /// Which of the course's marks it is; nil between them.
  let mark: Int?

  /// Whether it is an official mark.
  var isMark: Bool { mark != nil }

  /// The known points of an attempt in order of position: the counted marks, and of several passings at
  /// one place the best source, of equal ones the newest.
  ///
  /// - Parameter withLaps: whether marks that are laps stand where a lap as long as the track is called puts them: good
  ///   enough for a picture, but not to be mixed with positions on a path in the inner lane, which is shorter.
  static func points(of attempt: Attempt, course: Course, withLaps: Bool = false) -> [TrackPoint] {
    var best: [Int64: Attempt.TimedPassing] = [:]
    for passing in attempt.passings where !passing.isDead && attempt.run.holds(passing.event) {
      if let old = best[passing.position], old.source < passing.source { continue }
      best[passing.position] = passing
    }
    var points = best.values.map { TrackPoint(position: $0.position, time: $0.time.ticks, mark: nil) }
    for (index, mark) in course.marks.enumerated() where withLaps || mark.unit == .metres {
      guard let time = attempt.time(at: index) else { continue }
      let position = Int64(course.metres(of: mark)) * 1000
      points.removeAll { $0.position == position }
      points.append(TrackPoint(position: position, time: time.ticks, mark: index))
    }
    return points.sorted { $0.position < $1.position }
  }

  /// The places of two runs in order; a mark of either counts as a mark.
  static func merged(_ one: [TrackPoint], _ other: [TrackPoint]) -> [TrackPoint] {
    var points = one + other.filter { point in !one.contains { $0.position == point.position } }
    points.sort { $0.position < $1.position }
    return points
  }

  /// When a run was at a position: linear between its neighbouring points, nil outside them or across a
  /// hole that is too wide.
  static func time(in points: [TrackPoint], at position: Int64, widestHole: Int64) -> Int64? {
    guard let after = points.firstIndex(where: { $0.position >= position }) else { return nil }
    let end = points[after]
    if end.position == position { return end.time }
    guard after > 0 else { return nil }
    let start = points[after - 1]
    guard end.position - start.position <= widestHole else { return nil }
    return start.time + (end.time - start.time) * (position - start.position)
      / (end.position - start.position)
  }
}
