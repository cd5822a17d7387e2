import FoundationEssentials
import LongTrack
import RaceLog
import Scoreboard

extension Assigner.Doubt {
  fileprivate var isGun: Bool { if case .gun = reason { true } else { false } }
}

/// The operator's word on what waits.
extension Desk {
  private mutating func decision(_ id: Decision.ID?) throws(DeskError) -> Decision {
    let all = decisions()
    guard let decision = id.map({ id in all.first { $0.id == id } }) ?? all.first else { throw .noDecision }
    return decision
  }

  mutating func accept(_ id: Decision.ID?, at: Instant) throws(DeskError) -> String {
    let decision = try decision(id)
    let race = try requireRace()
    switch (decision.id, decision.matter) {
    case (.event(let seq), .impulse(_, _, let doubt)) where doubt.isGun:
      return try fire(seq, at: at)
    case (.event(let seq), .impulse(_, .some(let time), let doubt)):
      guard let crossing = doubt.suggestion else { throw .nothingSuggested }
      return try take(seq, as: crossing, time: time, in: race, at: at)
    case (.event(let seq), .suspect(let split, _)):
      let draft = EventDraft.split(
        split.race, (split.competitor, split.attempt), at: split.mark, time: split.time, source: split.source,
        impulse: split.impulse, accepts: seq, isEstimated: split.isEstimated)
      try record([draft], at: at)
      return "counts: \(split.competitor) \(split.mark.name) \(split.time.shown.text)"
    case (.event(let seq), .proposal(let proposal)): return try take(proposal, seq: seq, at: at)
    case (.mark(let key, let mark), .disagreement(let counts, let source, _, _)):
      guard let entry = race.entry(of: key), let attempt = race.attempts[key] else { throw .nothingSuggested }
      var draft = EventDraft.split(race.id, draftKey(entry, in: race), at: mark, time: counts, source: source)
      draft.replaces = attempt.measurements(at: mark).map(\.seq)
      try record([draft], at: at)
      return "stays: \(race.name(of: entry).family) \(mark.name) \(counts.shown.text)"
    default: throw .nothingSuggested
    }
  }

  mutating func assign(
    _ id: Decision.ID?, _ who: String, _ word: String?, at: Instant
  ) throws(DeskError) -> String {
    let decision = try decision(id)
    let race = try requireRace()
    guard case (.event(let seq), .impulse(_, _, let doubt)) = (decision.id, decision.matter) else {
      throw .nothingSuggested
    }
    let entry = try entry(who, in: race)
    // The gun of the group of this skater, who need not be on the ice any more.
    guard let time = time(of: seq, in: entry.heat, of: race) else { throw .notStarted(pair: entry.pair) }
    var crossing = race.crossings(in: entry.heat).first { $0.key == entry.key } ?? doubt.suggestion
    if let word {
      let place = try mark(word, in: race)
      crossing = Crossing(
        key: entry.key, heat: entry.heat, index: place.index, mark: place.mark, lane: nil, since: 0,
        earliest: 0, expected: time.ticks, latest: time.ticks)
    }
    guard let crossing, crossing.key == entry.key else { throw .nothingSuggested }
    return try take(seq, as: crossing, time: time, in: race, at: at)
  }

  private mutating func take(
    _ seq: Int, as crossing: Crossing, time: RaceTime, in race: Race, at: Instant
  ) throws(DeskError) -> String {
    guard let (impulse, _) = impulse(seq) else { throw .noSuchEvent(seq) }
    var draft = draft(crossing, time: time, source: Self.source(of: impulse), impulse: seq, in: race)
    // Somebody timed there already: the operator's word is that this one is right.
    if let old = race.attempts[crossing.key]?.split(at: crossing.index) { draft.replaces = [old.seq] }
    try record([draft], at: at)
    return "\(name(crossing.key, in: race)) \(crossing.mark.name): \(time.shown.text)" + ifSuspect
  }

  /// A gun for which nothing was armed was the one of whoever waits on the ice.
  private mutating func fire(_ seq: Int, at: Instant) throws(DeskError) -> String {
    let (race, ice) = try requireIce()
    guard let (impulse, arrival) = impulse(seq) else { throw .noSuchEvent(seq) }
    guard let heat = groups.first(where: { race.runs[$0] == nil }) else {
      throw .alreadyStarted(pair: ice.pair)
    }
    let clock = impulse.received ?? arrival
    try record([.start(heat, clock: clock, impulse: seq, boot: anchor.stamp(of: clock))], at: at)
    return "gun of pair \(heat.pair)"
  }

  private mutating func take(_ proposal: Proposal, seq: Int, at: Instant) throws(DeskError) -> String {
    let line: ForeignLine
    do { line = try ForeignLine(Data(proposal.line.utf8), with: decoder) } catch { throw .notLogged(error) }
    if case .sprint(let sprint) = line.event.content, let race = meet.race(sprint.race) {
      try requireSprint(sprint.lap, of: race)
    }
    // It happens because the operator says so, and he can take it back.
    var extra = [ForeignLine.Addition.by(History.operatorName)]
    // A gun was given when it came, not when somebody had the time to let it in.
    if case .start(let start) = line.event.content, start.clock == nil, let index = log.index(ofSeq: seq) {
      extra.append(.clock(log.events[index].at))
    }
    guard
      let bytes = line.line(
        seq: log.nextSeq, at: at, origin: WaitingList.origin(ofProposal: seq), adding: extra,
        renumbered: { here($0, of: proposal.feed) })
    else { throw .nothingSuggested }
    try add(line: bytes)
    return "taken from \(proposal.feed): \(line.event.content.typeName) \(line.event.summary)"
  }

  mutating func drop(_ id: Decision.ID?, reason: String?, at: Instant) throws(DeskError) -> String {
    let decision = try decision(id)
    switch (decision.id, decision.matter) {
    case (.event(let seq), _):
      try record([.void(seq)], at: at, reason: reason ?? "dropped")
      return "dropped: #\(seq)"
    case (.mark(let key, let mark), .disagreement(_, _, let other, let source)):
      guard let race, let attempt = race.attempts[key],
        let split = attempt.splits.last(where: {
          $0.mark == mark && !$0.isDead && $0.source == source && $0.time == other
        })
      else { throw .noDecision }
      try record([.void(split.seq)], at: at, reason: reason ?? "dropped")
      return "dropped: \(name(key, in: race)) \(mark.name) \(other.shown.text) \(source.word)"
    case (.mark(let key, let mark), _):
      // Nothing of the log changes: the mark stays without a time, and the list is done with it.
      hidden.insert(decision.id)
      return "left open: \(race.map { name(key, in: $0) } ?? key.competitor) has no time at \(mark.name)"
    }
  }
}
