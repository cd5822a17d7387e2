package import LongTrack

/// One go of one competitor at a race: a re-skate is a second one.
package struct AttemptKey: Hashable, Sendable {
  /// The competitor's id.
  package let competitor: String
  /// 1, or 2 for a re-skate.
  package let number: Int

  /// One go of one competitor.
  package init(competitor: String, number: Int) {
    self.competitor = competitor
    self.number = number
  }
}

/// Everything timed in one attempt, what counts and what does not.
package struct Attempt: Sendable {
  /// A split as it arrived.
  package struct TimedSplit: Sendable {
    /// Index of the event in the log.
    package let event: Int
    /// Index of the event that says which run it belongs to: its own, or that of what it corrects or accepts.
    let anchor: Int
    /// Where.
    package let mark: Mark
    /// Since the gun.
    package let time: RaceTime
    /// What measured it.
    package let source: Source
    /// Whether an operator put it in the place of others: it then counts whatever its source, until a
    /// newer time from the best source comes.
    package let isCorrection: Bool
    /// Whether nobody measured it.
    package let isEstimated: Bool
    /// Seq of the suspect split that it accepts.
    package let accepts: Int?
    /// Its own seq.
    package let seq: Int
    /// When it was logged, 1/10 000 s since 1970.
    package let loggedAt: Int64
    /// Why it counts nowhere unless accepted; nil for a good one.
    package let suspicion: Suspicion?
    /// Voided or replaced.
    package internal(set) var isDead: Bool

    /// How it competes with others for the same mark: the smaller counts.
    var rank: Source { isCorrection ? .photofinish : source }

    /// Whether this split says that a suspect one counts.
    func accepts(_ split: TimedSplit) -> Bool {
      accepts == split.seq && !isDead && mark == split.mark && time.ticks == split.time.ticks
    }

    /// Whether it counts in a run.
    func counts(in run: RunWindow, isAccepted: Bool) -> Bool {
      let isDecided = isCorrection || accepts != nil || isAccepted
      guard !isDead, run.holds(anchor, isDecided: isDecided) else { return false }
      if case .noSuchMark = suspicion { return false }
      return suspicion == nil || isDecided
    }
  }

  /// A passing between the marks as it arrived.
  package struct TimedPassing: Sendable {
    /// Index of the event in the log.
    package let event: Int
    /// Millimetres from the start.
    package let position: Int64
    /// Since the gun.
    package let time: RaceTime
    /// What measured it.
    package let source: Source
    /// Voided or replaced.
    package internal(set) var isDead: Bool
  }

  /// The run that counts.
  var run = RunWindow()
  /// All splits, in order of arrival.
  package internal(set) var splits: [TimedSplit] = []
  /// All passings, in order of arrival.
  package internal(set) var passings: [TimedPassing] = []
  /// The split that counts at each mark of the course, by the mark's index.
  package internal(set) var counted: [TimedSplit?] = []

  /// The split that counts at a mark; nil where nobody timed it.
  package func split(at index: Int) -> TimedSplit? {
    counted.indices.contains(index) ? counted[index] : nil
  }

  /// The time that counts at a mark; nil where nobody timed it.
  package func time(at index: Int) -> RaceTime? { split(at: index)?.time }

  /// The last mark with a time, or nil before the first.
  package var lastMark: Int? { counted.lastIndex { $0 != nil } }

  /// A suspect split counts once a later split says it accepts it and repeats its mark and time.
  package func isAccepted(_ split: TimedSplit) -> Bool {
    splits.contains { $0.accepts(split) }
  }

  /// The living splits at a mark that belong to the run that counts, in the order of the log; those of a run that was
  /// cleared are not among them.
  package func measurements(at mark: Mark) -> [TimedSplit] {
    splits.filter { split in
      split.mark == mark && !split.isDead
        && run.holds(split.anchor, isDecided: split.isCorrection || split.accepts != nil || isAccepted(split))
    }
  }

  /// Decides anew which split counts at each mark: the best source, of equal ones the newest.
  mutating func recount(course: Course) {
    counted = Array(repeating: nil, count: course.marks.count)
    let acceptances = Dictionary(
      splits.filter { !$0.isDead }.compactMap { split in split.accepts.map { ($0, split) } },
      uniquingKeysWith: { $1 })
    for split in splits {
      take(split, isAccepted: acceptances[split.seq]?.accepts(split) == true, course: course)
    }
  }

  /// Takes a new split in, in the place of a worse one at its mark.
  mutating func append(_ split: TimedSplit, course: Course?) {
    splits.append(split)
    guard let course else { return }
    // What it accepts may stand at any mark, and what comes first makes room for all marks.
    if split.accepts != nil || counted.count != course.marks.count {
      recount(course: course)
    } else {
      take(split, isAccepted: false, course: course)
    }
  }

  private mutating func take(_ split: TimedSplit, isAccepted: Bool, course: Course) {
    guard split.counts(in: run, isAccepted: isAccepted), let index = course.index(of: split.mark) else {
      return
    }
    if let best = counted[index], best.rank < split.rank { return }
    counted[index] = split
  }

  /// Index of the record of an event among ``splits``.
  func splitIndex(ofEvent event: Int) -> Int? { splits.firstIndex { $0.event == event } }
}
