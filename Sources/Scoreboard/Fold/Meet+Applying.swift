import LongTrack
import RaceLog

extension Meet {
  /// Keeps a line of an action until all its lines are there, then takes them in together or not at all.
  mutating func apply(
    _ index: Int, of log: EventLog, action: EventNotes.Action
  ) throws(Rejection) -> [FoldNotice] {
    var pending = actions[action.id] ?? PendingAction(parts: action.parts)
    guard pending.parts == action.parts else {
      throw .actionSize(action.id, parts: action.parts, before: pending.parts)
    }
    guard pending.events.count < pending.parts else { throw .actionComplete(action.id) }
    pending.events.append(index)
    actions[action.id] = pending
    void(lateLine: index, with: pending.voids, of: log)
    guard pending.events.count == pending.parts else { return [] }
    var trial = self
    var notices: [FoldNotice] = []
    for event in pending.events { notices += try trial.apply(event, of: log) }
    self = trial
    return notices
  }

  mutating func apply(_ index: Int, of log: EventLog) throws(Rejection) -> [FoldNotice] {
    let event = log.events[index]
    if case .void(let target) = event.content {
      try void(target, by: index, of: log)
      return []
    }
    let race = try race(of: event.content, log: log)
    if let race { try check(event.content, index: index, of: log, race: race) }
    if !event.replaces.isEmpty {
      try replace(event.replaces, by: index, of: log)
    }
    return take(event.content, index: index, of: log, race: race)
  }

  /// Makes sure that whatever an event names is known, before it changes anything.
  private func check(
    _ content: EventContent, index: Int, of log: EventLog, race: Int
  ) throws(Rejection) {
    switch content {
    case .split(let split):
      _ = try attempt(split.attempt, of: split.competitor, race: race)
      if let seq = split.accepts { try checkAcceptance(of: seq, by: split, index: index, in: log) }
    case .passing(let passing): _ = try attempt(passing.attempt, of: passing.competitor, race: race)
    case .status(let decision): _ = try attempt(decision.attempt, of: decision.competitor, race: race)
    case .falseStart(_, .some(let id)): try requireCompetitor(id, race: race)
    case .changeUp(let report):
      for id in [report.first, report.competitor].compactMap(\.self) {
        try requireCompetitor(id, race: race)
      }
    case .sprint(let sprint): for id in sprint.order { try requireCompetitor(id, race: race) }
    default: break
    }
  }

  private func checkAcceptance(
    of seq: Int, by split: Split, index: Int, in log: EventLog
  ) throws(Rejection) {
    guard let accepted = log.index(ofSeq: seq), accepted < index else {
      throw .unknownSeq(seq, field: "accepts")
    }
    guard case .split(let other) = log.events[accepted].content, other.race == split.race,
      other.competitor == split.competitor, other.mark == split.mark
    else { throw .acceptsAnother(seq, competitor: split.competitor, mark: split.mark) }
  }

  private mutating func take(
    _ content: EventContent, index: Int, of log: EventLog, race: Int?
  ) -> [FoldNotice] {
    switch content {
    case .meet(let info): self.info = info
    case .message: messageEvents.append(index)
    case .board: boardEvents.append(index)
    default: break
    }
    guard let race else { return [] }
    switch content {
    case .split(let split): return takeSplit(split, index: index, of: log, race: race)
    case .passing(let passing):
      let number = passing.attempt ?? allRaces[race].attempt(of: passing.competitor) ?? 1
      allRaces[race].add(passing, event: index, number: number, isDead: isDead(index))
      return []
    default: return takeControl(content, index: index, of: log, race: race)
    }
  }

  private mutating func takeControl(
    _ content: EventContent, index: Int, of log: EventLog, race: Int
  ) -> [FoldNotice] {
    var notices: [FoldNotice] = []
    let heat: HeatPlace? =
      switch content {
      case .call(let heat): heat
      case .start(let start): start.heat
      default: nil
      }
    if let heat {
      iceEvents.append(index)
      if !allRaces[race].entries.contains(where: { $0.heat == heat }) { notices.append(.emptyHeat(heat)) }
    }
    if case .start(let start) = content, allRaces[race].runs[start.heat] != nil,
      log.events[index].replaces.isEmpty
    {
      notices.append(.restarted(start.heat))
    }
    notices += allRaces[race].sprintOddities(content).map(FoldNotice.sprint)
    let killers = killers
    allRaces[race].add(control: index, of: log, lapLength: lapLength) { killers[$0] != nil }
    return notices
  }

  private mutating func takeSplit(
    _ split: Split, index: Int, of log: EventLog, race: Int
  ) -> [FoldNotice] {
    let number = split.attempt ?? allRaces[race].attempt(of: split.competitor) ?? 1
    var notices: [FoldNotice] = []
    if let seq = split.accepts, let accepted = log.index(ofSeq: seq), !isSuspect(accepted, in: log) {
      notices.append(.needlessAcceptance(seq))
    }
    let suspicion = allRaces[race].add(split, event: index, of: log, number: number, isDead: isDead(index))
    if let suspicion { notices.append(.suspect(split, suspicion)) }
    let key = AttemptKey(competitor: split.competitor, number: number)
    if let heat = allRaces[race].entry(of: key)?.heat, let run = allRaces[race].runs[heat] {
      let early = run.zero + split.time.ticks - log.events[index].at.ticks
      if early > 0 { notices.append(.early(split, ticks: early)) }
    }
    return notices
  }

  /// Whether an event is a split that was judged suspect.
  private func isSuspect(_ index: Int, in log: EventLog) -> Bool {
    guard case .split(let split) = log.events[index].content, let race = raceIndex[split.race] else {
      return false
    }
    return allRaces[race].attempts.contains { key, attempt in
      key.competitor == split.competitor
        && attempt.splits.contains { $0.event == index && $0.suspicion != nil }
    }
  }

  /// The place of the event's race among ``allRaces``, made where the event announces it.
  private mutating func race(of content: EventContent, log: EventLog) throws(Rejection) -> Int? {
    guard let id = content.raceID else { return nil }
    if let index = raceIndex[id] {
      if case .race = content { return index }
      guard allRaces[index].info != nil else { throw .unknownRace(id) }
      return index
    }
    guard case .race = content else { throw .unknownRace(id) }
    raceIndex[id] = allRaces.count
    allRaces.append(Race(id: id))
    return allRaces.count - 1
  }

  private func requireCompetitor(_ id: String, race: Int) throws(Rejection) {
    guard allRaces[race].starters[id] != nil else {
      throw .unknownCompetitor(id, race: allRaces[race].id)
    }
  }

  private func attempt(_ given: Int?, of id: String, race: Int) throws(Rejection) -> Int {
    guard let latest = allRaces[race].attempt(of: id) else {
      throw .unknownCompetitor(id, race: allRaces[race].id)
    }
    guard let given else { return latest }
    guard allRaces[race].index(of: AttemptKey(competitor: id, number: given)) != nil else {
      throw .unknownAttempt(given, competitor: id)
    }
    return given
  }
}
