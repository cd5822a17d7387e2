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
      course.map { $0.index(of: split.mark) == nil } == true
      ? .noSuchMark(split.mark) : isDecided ? nil : judge(split, key: key, entry: entry, run: run)
    let record = Attempt.TimedSplit(
      event: event, anchor: anchor(of: split, event: event, in: log), mark: split.mark, time: split.time, source: split.source,
      isCorrection: isCorrection, isEstimated: split.isEstimated, accepts: split.accepts,
      seq: log.events[event].seq, loggedAt: log.events[event].at.ticks, suspicion: suspicion, isDead: isDead)
    prepare(key)
    attempts[key]?.append(record, course: course)
    return suspicion
  }

  mutating func add(_ passing: Passing, event: Int, number: Int, isDead: Bool) {
    let key = AttemptKey(competitor: passing.competitor, number: number)
    // A loop behind the finish line says nothing about the race.
    if let distance = course?.distance, passing.position > Int64(distance) * 1000 { return }
    prepare(key)
    attempts[key]?.passings.append(
      Attempt.TimedPassing(
        event: event, position: passing.position, time: passing.time, source: passing.source, isDead: isDead))
  }

  /// A correction or acceptance belongs to the run of what it corrects or accepts, whenever it is written.
  private func anchor(of split: Split, event: Int, in log: EventLog) -> Int {
    let named = log.events[event].replaces + [split.accepts].compactMap(\.self)
    return named.compactMap(log.index(ofSeq:)).reduce(event) { anchor, index in
      guard case .split(let other) = log.events[index].content else { return anchor }
      let records = attempts.filter { $0.key.competitor == other.competitor }.values
      let record = records.lazy.compactMap { $0.splits.last { $0.event == index } }.first
      return min(anchor, record?.anchor ?? index)
    }
  }

  /// Makes room for what is timed in an attempt.
  private mutating func prepare(_ key: AttemptKey) {
    guard attempts[key] == nil else { return }
    var attempt = Attempt()
    attempt.run = window(of: key)
    attempts[key] = attempt
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
      if let course { attempt.recount(course: course) }
      attempts[key] = attempt
    }
  }

  /// The order of the tests is the order of log format 5, save that a status says more than a missing run.
  private func judge(_ split: Split, key: AttemptKey, entry: Entry?, run: Run?) -> Suspicion? {
    if let status = decisions[key]?.status {
      return status.preventsStart ? .doesNotStart(status) : .finalStatus(status)
    }
    guard run != nil else { return .noRun }
    if let entry, isOfficial(entry.heat) { return .afterOfficial }
    // Of a race of unknown kind nothing more can be said; its times are kept for when it is known.
    guard let course, let index = course.index(of: split.mark) else { return nil }
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
