import LongTrack
import RaceLog

/// Voiding, replacing, and the undoing of both.
extension Meet {
  /// Makes events void because of a later one.
  ///
  /// - Parameter wholeActions: true for a void, with which the other lines of an action go and which gives
  ///   back what its target had replaced; false for a replacement.
  mutating func kill(
    _ seqs: [Int], by killer: Int, of log: EventLog, field: String, wholeActions: Bool
  ) throws(Rejection) {
    var targets: Set<Int> = []
    for seq in seqs {
      guard let target = log.index(ofSeq: seq), target < killer else { throw .unknownSeq(seq, field: field) }
      if case .meet = log.events[target].content { throw .meetStands }
      targets.insert(target)
      if !wholeActions { targets.formUnion(replaced(by: target, in: log)) }
      if wholeActions, let action = log.events[target].notes?.action {
        // Only what stands before it: an event that made itself void would never come to rest.
        targets.formUnion((actions[action.id]?.events ?? []).filter { $0 < killer })
      }
    }
    victims[killer] = targets.sorted()
    // A line that was voided while its action waited for the others has nothing to say.
    guard !isDead(killer) else { return }
    var touched: [Int] = []
    // An event that stops counting gives back what it made void, and so on down: seqs only get lower.
    var work = targets.map { (event: $0, change: 1) }
    while let (event, change) = work.popLast() {
      let before = killers[event] ?? 0
      let now = before + change
      killers[event] = now == 0 ? nil : now
      guard (before == 0) != (now == 0) else { continue }
      touched.append(event)
      for victim in victims[event] ?? [] { work.append((victim, now == 0 ? 1 : -1)) }
    }
    refold(touched, of: log)
  }

  /// What an event that is now replaced had put aside: it stays aside, so that two corrections of one time
  /// leave one time.
  private func replaced(by target: Int, in log: EventLog) -> [Int] {
    if case .void = log.events[target].content { return [] }
    return victims[target] ?? []
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
