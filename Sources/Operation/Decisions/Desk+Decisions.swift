import LongTrack
import RaceLog
import Scoreboard

/// What waits for the operator's word.
extension Desk {
  /// What waits, the newest first: what happens now is decided first. Of what devices and feeds sent only the newest
  /// are in it; a device that goes wild sends thousands that nobody can look at, and the rest follows as these are
  /// decided.
  package mutating func decisions() -> [Decision] { waitingNow().newest }

  /// The newest that waits, and how many more there are.
  package mutating func waitingNow() -> (newest: [Decision], more: Int) {
    settleWaiting()
    let waiting = fold.waiting
    let newest = waiting.open.suffix(Self.mostDecisions)
    let race = race
    // One for all: what everybody has still to pass takes longer to say than whose an impulse is.
    let ice = race.map { race in Ice(race, groups: groups) }
    var decisions = newest.reversed().compactMap { decision($0, on: ice) }
    if let race { decisions += doubts(in: race) }
    return (
      decisions.filter { $0.matter != .missing || !hidden.contains($0.id) }, waiting.open.count - newest.count
    )
  }

  /// Leaves out of what waits what is settled by now.
  mutating func settleWaiting() {
    var waiting = fold.waiting
    waiting.settle(isSettled)
    fold.waiting = waiting
  }

  /// A screen shows fewer.
  private static let mostDecisions = 50

  private func isSettled(_ index: Int) -> Bool {
    if meet.isDead(index) { return true }
    let event = log.events[index]
    switch event.content {
    case .impulse, .proposal:
      // What came of it may have been corrected since: it was somebody's all the same.
      return fold.waiting.outcomes[event.seq]?.contains { !meet.isVoided($0) } ?? false
    case .split: return meet.fate(of: index, in: log) != .suspect
    default: return true
    }
  }

  private func decision(_ index: Int, on ice: Ice?) -> Decision? {
    let event = log.events[index]
    switch event.content {
    case .impulse(let impulse):
      let (doubt, time) = reading(of: impulse, at: event.at, on: ice)
      return Decision(
        id: .event(event.seq), who: doubt.suggestion?.key,
        matter: .impulse(lane: Self.lane(of: impulse), time: time, doubt))
    case .proposal(let proposal):
      return Decision(id: .event(event.seq), who: nil, matter: .proposal(proposal))
    case .split(let split):
      guard let race = meet.race(split.race) else { return nil }
      let number = split.attempt ?? race.attempt(of: split.competitor) ?? 1
      let key = AttemptKey(competitor: split.competitor, number: number)
      let records = race.attempts.filter { $0.key.competitor == split.competitor }.values
      let record = records.lazy.compactMap { $0.splits.first { $0.event == index } }.first
      guard let suspicion = record?.suspicion else { return nil }
      return Decision(id: .event(event.seq), who: key, matter: .suspect(split, suspicion))
    default: return nil
    }
  }

  /// Missing marks and sources that disagree, as long as the times are not confirmed.
  private func doubts(in race: Race) -> [Decision] {
    guard let course = race.course else { return [] }
    return race.entries.filter { race.runs[$0.heat] != nil && !race.isOfficial($0.heat) }.reversed().flatMap {
      entry -> [Decision] in
      guard let attempt = race.attempts[entry.key], let last = attempt.lastMark else { return [] }
      return (0...last).compactMap { index in
        let id = Decision.ID.mark(entry.key, course.marks[index])
        guard let counted = attempt.split(at: index) else {
          // Of a mass start few passages are timed for everybody.
          guard race.decisions[entry.key]?.status == nil, course.kind != .massStart else { return nil }
          return Decision(id: id, who: entry.key, matter: .missing)
        }
        guard let other = attempt.disagreeing(with: counted) else { return nil }
        let matter = Decision.Matter.disagreement(
          counts: counted.time, counted.source, other: other.time, other.source)
        return Decision(id: id, who: entry.key, matter: matter)
      }
    }
  }
}

extension Attempt {
  /// A living time of another source that differs too much: by 10 ms between devices; a hand is never that near, so
  /// for it by 0.30 s.
  fileprivate func disagreeing(with counted: TimedSplit) -> TimedSplit? {
    measurements(at: counted.mark).last { split in
      guard split.source != counted.source, split.suspicion == nil else { return false }
      let isByHand = split.source == .manual || counted.source == .manual
      return abs(split.time.ticks - counted.time.ticks) >= (isByHand ? 3000 : 100)
    }
  }
}
