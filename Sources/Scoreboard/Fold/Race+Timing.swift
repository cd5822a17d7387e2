import LongTrack
import RaceLog

/// Taking in splits and passings.
extension Race {
  /// Takes in a split, judging it against what counts now.
  ///
  /// - Returns: why it counts nowhere; nil for a good one.
  mutating func add(
    _ split: Split, event: Int, of log: EventLog, number: Int, isDead: Bool
  ) -> Suspicion? {
    let key = AttemptKey(competitor: split.competitor, number: number)
    let entry = entry(of: key)
    let run = entry.flatMap { runs[$0.heat] }
    let isCorrection = !log.events[event].replaces.isEmpty
    // What an operator puts in place or accepts is his decision; only a mark that is not there cannot count.
    let isDecided = isCorrection || split.accepts != nil
    let suspicion =
      course?.index(of: split.mark) == nil
      ? .noSuchMark(split.mark) : isDecided ? nil : judge(split, key: key, entry: entry, run: run)
    let record = Attempt.TimedSplit(
      event: event, run: run?.start, mark: split.mark, time: split.time, source: split.source,
      isCorrection: isCorrection, isEstimated: split.isEstimated, accepts: split.accepts,
      seq: log.events[event].seq, loggedAt: log.events[event].at.ticks, suspicion: suspicion, isDead: isDead)
    if let course { attempts[key, default: Attempt()].append(record, course: course, runs: countingRuns) }
    return suspicion
  }

  mutating func add(_ passing: Passing, event: Int, number: Int, isDead: Bool) {
    let key = AttemptKey(competitor: passing.competitor, number: number)
    // A loop behind the finish line says nothing about the race.
    if let distance = course?.distance, passing.position > Int64(distance) * 1000 { return }
    attempts[key, default: Attempt()].passings.append(
      Attempt.TimedPassing(
        event: event, run: entry(of: key).flatMap { runs[$0.heat]?.start }, position: passing.position,
        time: passing.time, source: passing.source, isDead: isDead))
  }

  /// Marks the records of some competitors as void, or as counting again, all at one go: a chain of
  /// corrections moves many of them.
  mutating func markDead(timesOf competitors: Set<String>, isDead: (Int) -> Bool) {
    for key in attempts.keys where competitors.contains(key.competitor) {
      guard var attempt = attempts[key] else { continue }
      for index in attempt.splits.indices {
        attempt.splits[index].isDead = isDead(attempt.splits[index].event)
      }
      for index in attempt.passings.indices {
        attempt.passings[index].isDead = isDead(attempt.passings[index].event)
      }
      if let course { attempt.recount(course: course, runs: countingRuns) }
      attempts[key] = attempt
    }
  }

  /// The order of the tests is the order of log format 5, save that a status says more than a missing run.
  private func judge(_ split: Split, key: AttemptKey, entry: Entry?, run: Run?) -> Suspicion? {
    guard let course, let index = course.index(of: split.mark) else { return .noSuchMark(split.mark) }
    if let status = decisions[key]?.status {
      return status.preventsStart ? .doesNotStart(status) : .finalStatus(status)
    }
    guard run != nil else { return .noRun }
    if let entry, isOfficial(entry.heat) { return .afterOfficial }
    return judgePace(split, at: index, course: course, attempt: attempts[key] ?? Attempt())
  }

  private func judgePace(_ split: Split, at index: Int, course: Course, attempt: Attempt) -> Suspicion? {
    let before = (0..<index).last { attempt.time(at: $0) != nil }
    let after = (index + 1..<max(course.marks.count, index + 1)).first { attempt.time(at: $0) != nil }
    let mark = course.marks[index]
    let timeBefore = before.flatMap(attempt.time(at:)) ?? RaceTime(ticks: 0)
    let markBefore = before.map { course.marks[$0] }
    guard split.time.ticks > timeBefore.ticks else {
      return .notAfter(markBefore ?? .metres(0), timeBefore.shown)
    }
    let shortest = course.kind.shortest(from: markBefore, to: mark, lapLength: course.lapLength)
    guard split.time.ticks - timeBefore.ticks >= shortest else { return .tooFast(from: markBefore) }
    guard let after, let timeAfter = attempt.time(at: after) else { return nil }
    guard split.time.ticks < timeAfter.ticks else { return .notBefore(course.marks[after], timeAfter.shown) }
    let next = course.kind.shortest(from: mark, to: course.marks[after], lapLength: course.lapLength)
    return timeAfter.ticks - split.time.ticks >= next ? nil : .tooFast(from: mark)
  }
}
