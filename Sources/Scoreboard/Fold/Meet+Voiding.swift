import LongTrack
import RaceLog

/// Voiding, replacing, and the undoing of both.
extension Meet {
  /// Makes events void because of a later one, with all lines of an action that a line of is named.
  mutating func void(_ seq: Int, by killer: Int, of log: EventLog) throws(Rejection) {
    let target = try index(of: seq, before: killer, in: log, field: "target")
    var targets: Set<Int> = [target]
    if let action = log.events[target].notes?.action, actions[action.id] != nil {
      actions[action.id]?.voids.append(killer)
      // Only what stands before it: an event that made itself void would never come to rest.
      targets.formUnion((actions[action.id]?.events ?? []).filter { $0 < killer })
    }
    kill(targets, by: killer, of: log)
  }

  /// Puts events aside for a later one.
  mutating func replace(_ seqs: [Int], by killer: Int, of log: EventLog) throws(Rejection) {
    var targets: Set<Int> = []
    for seq in seqs { targets.insert(try index(of: seq, before: killer, in: log, field: "replaces")) }
    kill(targets, by: killer, of: log)
  }

  /// Takes a line of an action that was voided before it came.
  ///
  /// A late line that makes something void itself stays void for good: it could reach back to what voids it, and
  /// the two would never come to rest.
  mutating func void(lateLine line: Int, with killers: [Int], of log: EventLog) {
    var makesVoid = !log.events[line].replaces.isEmpty
    if case .void = log.events[line].content { makesVoid = true }
    for killer in killers {
      if makesVoid {
        self.killers[line, default: Killers()].voids += 1
        continue
      }
      victims[killer, default: []].append(line)
      if holds(killer, in: log) { self.killers[line, default: Killers()].voids += 1 }
    }
  }

  private func index(
    of seq: Int, before event: Int, in log: EventLog, field: String
  ) throws(Rejection) -> Int {
    guard let index = log.index(ofSeq: seq), index < event else { throw .unknownSeq(seq, field: field) }
    if case .meet = log.events[index].content { throw .meetStands }
    return index
  }

  /// Whether what an event makes void stays void. A void has to count for that. A replacement only has not
  /// to be voided: two corrections of one time leave one time.
  private func holds(_ event: Int, in log: EventLog) -> Bool {
    let killers = killers[event] ?? Killers()
    if case .void = log.events[event].content { return killers.isEmpty }
    return killers.voids == 0
  }

  private mutating func kill(_ targets: Set<Int>, by killer: Int, of log: EventLog) {
    victims[killer] = targets.sorted()
    // A line that was voided while its action waited for the others has nothing to say.
    guard holds(killer, in: log) else { return }
    var touched: [Int] = []
    var work = targets.map { (event: $0, change: 1, killer: killer) }
    while let (event, change, killer) = work.popLast() {
      let heldBefore = holds(event, in: log)
      let before = killers[event] ?? Killers()
      var now = before
      if case .void = log.events[killer].content { now.voids += change } else { now.replacements += change }
      killers[event] = now.isEmpty ? nil : now
      if before.isEmpty != now.isEmpty { touched.append(event) }
      let holdsNow = holds(event, in: log)
      guard heldBefore != holdsNow else { continue }
      for victim in victims[event] ?? [] { work.append((victim, holdsNow ? 1 : -1, event)) }
    }
    refold(touched, of: log)
  }

  private mutating func refold(_ touched: [Int], of log: EventLog) {
    var races: Set<Int> = []
    var timed: [Int: Set<String>] = [:]
    for event in touched {
      let content = log.events[event].content
      guard let race = content.raceID.flatMap({ raceIndex[$0] }) else { continue }
      switch content {
      case .split(let split): timed[race, default: []].insert(split.competitor)
      case .passing(let passing): timed[race, default: []].insert(passing.competitor)
      default: races.insert(race)
      }
    }
    for (race, competitors) in timed {
      allRaces[race].markDead(timesOf: competitors) { killers[$0] != nil }
    }
    for race in races {
      allRaces[race].refold(log, lapLength: lapLength) { killers[$0] != nil }
    }
  }
}
