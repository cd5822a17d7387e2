package import LongTrack

/// What can be said between two marks: in tenths, and never mixed up with a measured split.
package enum LiveDelta: Hashable, Sendable {
  /// From a loop passing, at this many millimetres from the start.
  case passing(LiveGap, position: Int64)
  /// The delta at the last mark: nothing newer is known.
  case lastMark(LiveGap, mark: Mark)
  /// The comparison passed the next mark so long ago, and the skater has not.
  case atLeast(LiveGap)
  /// A split should have come long ago.
  case noSplit(Mark)

  /// When a live delta stops being one, and how long a split may be late, in 1/10 000 s.
  package struct Limits: Hashable, Sendable {
    /// How long after the comparison's time a split may arrive: 1 s unless set.
    package var grace: Int64 = 10_000
    /// How old a passing may be, and how long a split is waited for.
    package var patience: Int64 = 50_000
    /// The least lead that makes a change of sign believable.
    package var doubt: Int64 = 300
    /// The widest hole between two known points of the other run, in millimetres.
    package var widestHole: Int64 = 100_000

    /// The usual limits.
    package init() {}
  }
}

extension Race {
  /// The live delta of an attempt at a race time; nil where there is nothing to compare, or after the finish.
  ///
  /// - Parameter clock: race time now, in 1/10 000 s.
  package func liveDelta(
    of key: AttemptKey, to comparison: Comparison, clock: Int64, limits: LiveDelta.Limits
  ) -> LiveDelta? {
    guard let course, decisions[key]?.status == nil else { return nil }
    let attempt = attempts[key] ?? Attempt()
    let next = (attempt.lastMark ?? -1) + 1
    guard next < course.marks.count else { return nil }
    if let run = comparison.run, let other = attempts[run],
      let live = livePassing(
        attempt, other: other, sharesGun: comparison.choice == .pair, course: course, clock: clock,
        limits: limits)
    {
      return live
    }
    if let target = comparison.time(at: next)?.ticks, clock > target + limits.grace {
      if clock > target + limits.patience { return .noSplit(course.marks[next]) }
      return .atLeast(LiveGap(ticks: clock - target))
    }
    guard let last = attempt.lastMark, let own = attempt.time(at: last), let other = comparison.time(at: last)
    else { return nil }
    return .lastMark(LiveGap(ticks: (own.shown - other.shown).hundredths * 100), mark: course.marks[last])
  }

  /// The live delta at the newest place that both are known to have passed; nil where it is too old or a mark is
  /// newer.
  ///
  /// - Parameter sharesGun: whether the other skates now, so that the later of two passings tells the news.
  private func livePassing(
    _ attempt: Attempt, other: Attempt, sharesGun: Bool, course: Course, clock: Int64,
    limits: LiveDelta.Limits
  ) -> LiveDelta? {
    let own = TrackPoint.points(of: attempt, course: course)
    let others = TrackPoint.points(of: other, course: course)
    var shown = SteadySign(doubt: limits.doubt)
    var newest: TrackPoint?
    var news: Int64 = 0
    for place in sharesGun ? TrackPoint.merged(own, others) : own {
      guard let mine = TrackPoint.time(in: own, at: place.position, widestHole: limits.widestHole),
        let theirs = TrackPoint.time(in: others, at: place.position, widestHole: limits.widestHole)
      else {
        if !sharesGun { newest = nil }
        continue
      }
      newest = place
      news = sharesGun ? max(mine, theirs) : mine
      place.isMark ? shown.set(mine - theirs) : shown.take(mine - theirs)
    }
    guard let newest, !newest.isMark, clock - news <= limits.patience, let value = shown.value else {
      return nil
    }
    return .passing(LiveGap(ticks: value), position: newest.position)
  }
}

/// A live difference whose sign does not flicker: it changes only when two in a row say so clearly.
struct SteadySign {
  let doubt: Int64
  private(set) var value: Int64?
  private var sign: Int64 = 0
  private var doubters = 0

  init(doubt: Int64) { self.doubt = doubt }

  /// Takes a measured difference, which is not doubted.
  mutating func set(_ difference: Int64) {
    value = difference
    sign = difference.signum()
    doubters = 0
  }

  /// Takes a live difference.
  mutating func take(_ difference: Int64) {
    guard sign != 0, difference.signum() == -sign else { return set(difference) }
    guard abs(difference) >= doubt else {
      // Too close to call: level, on the side it was.
      value = 0
      doubters = 0
      return
    }
    doubters += 1
    if doubters > 1 { set(difference) }
  }
}
