import LongTrack
import RaceLog
import Scoreboard

extension Desk {
  /// Gives the impulses that wait to some skaters, the oldest to the first one, each at the next mark that has no time.
  /// All of it is one action, which one undo takes back.
  mutating func order(_ people: [String], at: Instant) throws(DeskError) -> String {
    let race = try requireRace()
    var entries: [Entry] = []
    for who in people {
      let entry = try entry(who, in: race)
      guard !entries.contains(where: { $0.competitor.id == entry.competitor.id }) else {
        throw .twice(race.name(of: entry).family)
      }
      entries.append(entry)
    }
    let waiting = waitingImpulses(in: race)
    guard waiting.count >= entries.count else {
      throw .tooFewImpulses(waiting: waiting.count, named: entries.count)
    }
    var drafts: [EventDraft] = []
    for (entry, seq) in zip(entries, waiting) {
      guard let (impulse, _) = impulse(seq), let time = time(of: seq, in: entry.heat, of: race) else {
        throw .notStarted(pair: entry.pair)
      }
      guard let crossing = race.crossings(in: entry.heat).first(where: { $0.key == entry.key }) else {
        throw .nothingLeft(race.name(of: entry).family)
      }
      drafts.append(draft(crossing, time: time, source: Self.source(of: impulse), impulse: seq, in: race))
    }
    try record(drafts, as: "order", at: at)
    let names = entries.map { race.name(of: $0).family }.joined(separator: ", ")
    let left = waiting.count - entries.count
    return "timed: \(names)" + (left > 0 ? "; \(left) more \(left == 1 ? "waits" : "wait")" : "")
  }

  /// The seqs of the impulses of the run on the ice that are nobody's yet, the oldest first.
  private mutating func waitingImpulses(in race: Race) -> [Int] {
    settleWaiting()
    guard let gun = groups.compactMap({ race.runs[$0]?.start }).min() else { return [] }
    return fold.waiting.open.filter { index in
      guard index > gun, case .impulse(let impulse) = log.events[index].content else { return false }
      return !Self.isGun(impulse)
    }.map { log.events[$0].seq }
  }
}
