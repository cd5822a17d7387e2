package import LongTrack
package import RaceLog
package import Scoreboard

/// A mark that somebody on the ice has still to pass: who, in which lane the line is crossed there, and when.
package struct Crossing: Hashable, Sendable {
  /// Who.
  package let key: AttemptKey
  /// The group on the ice.
  package let heat: HeatPlace
  /// The mark's place among those of the course.
  package let index: Int
  /// The mark.
  package let mark: Mark
  /// The lane in which the line is crossed there, whose key times it. Of two teams the one that starts on the home
  /// straight has the key of the inner lane, the other one that of the outer; nil where there is no telling.
  package let lane: Lane?
  /// The time of the last mark passed, 0 for the gun: 1/10 000 s since the gun.
  package let since: Int64
  /// Nobody gets there earlier: 1/10 000 s since the gun.
  package let earliest: Int64
  /// About when it is due: 1/10 000 s since the gun.
  package let expected: Int64
  /// Nobody should get there later: 1/10 000 s since the gun.
  package let latest: Int64

  /// Whether a time could be this crossing: neither much faster than expected nor much slower.
  func isPlausible(_ time: Int64) -> Bool { time >= earliest && time <= latest }
}

extension Race {
  /// Every mark that a group on the ice has still to pass, nearest first for each skater. Nobody who has a status
  /// or the finish is in it.
  func crossings(in heat: HeatPlace) -> [Crossing] {
    guard let course, runs[heat] != nil else { return [] }
    return entries.filter { $0.heat == heat && decisions[$0.key]?.status == nil }.flatMap { entry in
      crossings(of: entry, course: course)
    }
  }

  private func crossings(of entry: Entry, course: Course) -> [Crossing] {
    let attempt = attempts[entry.key]
    let last = attempt?.lastMark
    let since = last.flatMap { attempt?.time(at: $0) }?.ticks ?? 0
    let before = last.map { course.marks[$0] }
    return ((last ?? -1) + 1..<max(course.marks.count, (last ?? -1) + 1)).map { index in
      let mark = course.marks[index]
      let shortest = course.kind.shortest(from: before, to: mark, lapLength: course.lapLength)
      let usual = course.usual(from: before, to: mark)
      let pace = pace(of: entry, from: last, to: index, course: course)
      // Wide, because a fall costs half a minute and juniors take twice as long as the best. Those who were on the ice
      // before may make it wider, but never narrower: they may have fallen, or be of another class.
      let quickest = max(min(pace, usual) * 7 / 10, shortest, course.quickest(from: before, to: mark))
      return Crossing(
        key: entry.key, heat: entry.heat, index: index, mark: mark,
        lane: entry.key(at: index, course: course),
        since: since, earliest: since + quickest, expected: since + pace,
        latest: since + max(pace, usual) * 5 / 2)
    }
  }

  /// How long a skater should take from the last mark to a later one: as in the laps before, for the first lap as the
  /// opening tells, else as others of this race took. Two of a pair are told apart by this, so it has to be the pace
  /// of this skater.
  private func pace(of entry: Entry, from last: Int?, to index: Int, course: Course) -> Int64 {
    let mark = course.marks[index]
    guard let last, let attempt = attempts[entry.key], let now = attempt.time(at: last)?.ticks else {
      return others(than: entry, to: index) ?? course.usual(from: nil, to: mark)
    }
    let usual = course.usual(from: course.marks[last], to: mark)
    // The line that a mass start passes first says nothing of a pace: it is as far away as the grid is long.
    if course.marks[last].value == 0 { return usual }
    let before = (0..<last).last { attempt.time(at: $0) != nil }
    let since = before.flatMap { attempt.time(at: $0)?.ticks } ?? 0
    let usualSince = max(course.usual(from: before.map { course.marks[$0] }, to: course.marks[last]), 1)
    // A fall, or a time that is wrong, must not make the next lap endless.
    let taken = min(max(now - since, usualSince * 7 / 10), usualSince * 2)
    return usual * taken / usualSince
  }

  /// How long others of this race took to a mark: of two the faster one, for the other may have fallen.
  private func others(than entry: Entry, to index: Int) -> Int64? {
    let times = attempts.filter { $0.key != entry.key }.values.compactMap { $0.time(at: index)?.ticks }
      .sorted()
    return times.isEmpty ? nil : times[(times.count - 1) / 2]
  }
}

extension Entry {
  /// The lane whose key times a mark; nil where there is no telling.
  func key(at index: Int, course: Course) -> Lane? {
    switch place {
    case .lane(let start): course.kind == .individual ? course.lane(at: index, start: start) : nil
    case .finishStraight: course.kind.hasTwoStraights ? .inner : nil
    case .crossingStraight: course.kind.hasTwoStraights ? .outer : nil
    case nil: nil
    }
  }
}

extension Course {
  /// About how long a stretch takes, 1/10 000 s: 10 s for the first 100 m, 8 s for each further one, which lies
  /// between a sprinter's 6.5 s and a junior's 11 s. Half a lap counts as 200 m.
  fileprivate func usual(from: Mark?, to mark: Mark) -> Int64 {
    let metres = Int64(metres(of: mark) - (from.map(metres(of:)) ?? 0))
    return metres * 800 + (from == nil ? 20_000 : 0)
  }

  /// Faster than this nobody is: a lap of 22 s, where the best took 24, and 8.25 s for the first 100 m.
  fileprivate func quickest(from: Mark?, to mark: Mark) -> Int64 {
    let metres = Int64(metres(of: mark) - (from.map(metres(of:)) ?? 0))
    return max(from == nil ? metres * 625 + 20_000 : metres * 550, 0)
  }
}
