import LongTrack
import RaceLog
import Scoreboard

extension Desk {
  /// Why something of a feed waits for the operator.
  struct Refusal {
    /// What is wrong with it; nil where it only needs permission.
    let text: String?
  }

  /// What a feed may say without being asked: what it measured. Everything else is the operator's to decide, unless the
  /// feed is trusted.
  func refusal(of content: EventContent, from feed: String) -> Refusal? {
    switch content {
    case .impulse, .heartbeat: return nil
    case .split, .passing, .changeUp, .start:
      if let problem = unknownThing(in: content) { return Refusal(text: problem) }
      if case .start(let start) = content, let problem = secondGun(start) { return Refusal(text: problem) }
      return nil
    default: return trusted.contains(feed) ? unknownThing(in: content).map(Refusal.init) : Refusal(text: nil)
    }
  }

  private func unknownThing(in content: EventContent) -> String? {
    guard let id = content.raceID else { return nil }
    if case .race = content { return nil }
    guard let race = meet.race(id) else { return Rejection.unknownRace(id).sentence }
    let competitor: String? =
      switch content {
      case .split(let split): split.competitor
      case .passing(let passing): passing.competitor
      case .status(let decision): decision.competitor
      default: nil
      }
    guard let competitor, race.attempt(of: competitor) == nil else { return nil }
    return Rejection.unknownCompetitor(competitor, race: id).sentence
  }

  /// A second gun ends a run and all its times, and one of another pair takes the ice from who is on it, so neither is
  /// a feed's to give. One that comes right after a gun by hand is the same gun.
  private func secondGun(_ start: Start) -> String? {
    if let ice = onIce, let race = meet.race(ice.race), race.runs[ice] != nil, !race.isOfficial(ice),
      ice.race != start.heat.race || ice.pair != start.heat.pair, !unfinished(ice, in: race).isEmpty
    {
      return "pair \(ice.pair) is on the ice"
    }
    guard meet.race(start.heat.race)?.runs[start.heat] != nil else { return nil }
    if let clock = start.clock, handGun(of: start.heat, near: clock) != nil { return nil }
    return "pair \(start.heat.pair) has started already"
  }
}
