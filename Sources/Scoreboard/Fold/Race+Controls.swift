import LongTrack
import RaceLog

/// Folding of everything but splits and passings.
extension Race {
  /// Takes in an event, which counts from now on unless it was voided while it waited for its action.
  ///
  /// Events count in order of seq, so one that waited for its action goes back to its place.
  mutating func add(control index: Int, of log: EventLog, lapLength: Int, isDead: (Int) -> Bool) {
    noteRoot(of: index, in: log)
    if let last = controls.last, last > index {
      controls.insert(index, at: controls.firstIndex { $0 > index } ?? controls.endIndex)
      refold(log, lapLength: lapLength, isDead: isDead)
      return
    }
    controls.append(index)
    if !isDead(index) { fold(index, of: log, lapLength: lapLength) }
  }

  /// Folds all over again, leaving out what is void.
  mutating func refold(_ log: EventLog, lapLength: Int, isDead: (Int) -> Bool) {
    info = nil
    course = nil
    entries = []
    starters = [:]
    references = []
    runs = [:]
    ends = [:]
    clearings = [:]
    decisions = [:]
    sprints = [:]
    changeUps = []
    confirmations = []
    for index in controls where !isDead(index) { fold(index, of: log, lapLength: lapLength) }
    recountAll()
  }

  private mutating func fold(_ index: Int, of log: EventLog, lapLength: Int) {
    let event = log.events[index]
    switch event.content {
    case .race(let info):
      self.info = info
      course = info.course(lapLength: lapLength)
      for entry in entries {
        let name = boardName(entry.competitor.name)
        starters[entry.competitor.id]?.name = name
      }
      recountAll()
    case .entry(let entry):
      enter(entry)
    case .reference(let reference):
      let place = references.firstIndex { $0.isSameThing(as: reference) }
      if let place { references[place] = reference } else { references.append(reference) }
    case .start(let start):
      // A start that replaces another one goes on with its run.
      if runs[start.heat] != nil {
        if runRoots[index] == nil { forgetSprints(of: start.heat) }
        ends[start.heat] = index
      }
      runs[start.heat] = Run(
        start: runRoots[index] ?? index, latest: index, zero: (start.clock ?? event.at).ticks)
      clearings[start.heat] = nil
      recount(start.heat)
    case .clear(let heat): end(heat, as: .cleared, at: index)
    case .falseStart(let heat, let competitor): end(heat, as: .falseStart(competitor), at: index)
    case .status(let decision): decide(decision, reason: event.notes?.reason)
    case .sprint(let sprint): sprints[sprint.lap] = sprint
    case .changeUp(let report): changeUps.append(report)
    case .official(let confirmation): confirmations.append(confirmation)
    default: break
    }
  }

  private mutating func end(_ heat: HeatPlace, as clearing: Clearing, at index: Int) {
    runs[heat] = nil
    forgetSprints(of: heat)
    ends[heat] = index
    clearings[heat] = clearing
    recount(heat)
  }

  /// The sprints of a run that counts no longer.
  private mutating func forgetSprints(of heat: HeatPlace) {
    guard !sprints.isEmpty else { return }
    let ids = Set(entries.filter { $0.heat == heat }.map(\.competitor.id))
    sprints = sprints.filter { $0.value.order.allSatisfy { !ids.contains($0) } }
  }

  private mutating func enter(_ entry: Entry) {
    let id = entry.competitor.id
    let name = boardName(entry.competitor.name)
    starters[id, default: Starter(name: name)].name = name
    if let place = index(of: entry.key) {
      entries[place] = entry
    } else {
      starters[id]?.entries.append(entries.count)
      entries.append(entry)
    }
    recount(entry.key)
  }

  private mutating func decide(_ change: StatusDecision, reason: String?) {
    guard let number = change.attempt ?? attempt(of: change.competitor) else { return }
    var decision = decisions[AttemptKey(competitor: change.competitor, number: number)] ?? Decision()
    switch change.change {
    case .set(let status):
      decision.status = status
      decision.reason = reason
    case .remove:
      decision.status = nil
      decision.code = nil
      decision.reason = nil
    case nil: break
    }
    decision.code = change.code ?? decision.code
    decision.fell = change.fell ?? decision.fell
    decision.rank = change.rank ?? decision.rank
    decision.points = change.points ?? decision.points
    decisions[AttemptKey(competitor: change.competitor, number: number)] = decision
  }

  /// A start that replaces another one corrects the gun, so the times of that run stay.
  private mutating func noteRoot(of index: Int, in log: EventLog) {
    guard case .start(let start) = log.events[index].content else { return }
    for seq in log.events[index].replaces {
      guard let old = log.index(ofSeq: seq), case .start(let before) = log.events[old].content,
        before.heat == start.heat
      else { continue }
      runRoots[index] = runRoots[old] ?? old
    }
  }

  /// Decides anew which splits of an attempt count.
  mutating func recount(_ key: AttemptKey) {
    guard attempts[key] != nil else { return }
    let run = window(of: key)
    attempts[key]?.run = run
    if let course { attempts[key]?.recount(course: course) }
  }

  /// The run of an attempt that counts.
  func window(of key: AttemptKey) -> RunWindow {
    guard let heat = entry(of: key)?.heat else { return RunWindow() }
    return RunWindow(opened: runs[heat]?.start, ended: ends[heat] ?? -1)
  }

  private mutating func recount(_ heat: HeatPlace) {
    for entry in entries where entry.heat == heat { recount(entry.key) }
  }

  private mutating func recountAll() {
    for key in attempts.keys { recount(key) }
  }
}

extension RaceInfo {
  /// Marks and lanes; nil for a kind that this program does not know.
  func course(lapLength: Int) -> Course? {
    switch (kind, distance, laps) {
    case (.individual, .some(let distance), _):
      Course(individual: distance, lapLength: lapLength, marks: marks)
    case (.some(let kind), _, .some(let laps)): Course(kind, laps: laps, lapLength: lapLength)
    default: nil
    }
  }
}

extension Reference {
  /// A later reference of the same kind, for the same competitor or of the same name, takes its place.
  fileprivate func isSameThing(as other: Reference) -> Bool {
    kind == other.kind && competitor == other.competitor
      && (kind != .schedule && kind != .nationalRecord || name == other.name)
  }
}
