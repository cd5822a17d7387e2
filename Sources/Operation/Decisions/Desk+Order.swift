import LongTrack
import RaceLog
import Scoreboard

extension Desk {
  /// Gives the impulses that wait to some skaters, the oldest to the first one, each at the open mark that is due then.
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
    let crossings = Dictionary(grouping: groups.flatMap(race.crossings), by: \.key)
    var marks: [Mark] = []
    var drafts: [EventDraft] = []
    for (entry, seq) in zip(entries, waiting) {
      guard let (impulse, _) = impulse(seq), let time = time(of: seq, in: entry.heat, of: race) else {
        throw .notStarted(pair: entry.pair)
      }
      // Who was missed once is a lap further on than the first mark without a time.
      let open = crossings[entry.key] ?? []
      guard let crossing = open.min(by: { abs($0.expected - time.ticks) < abs($1.expected - time.ticks) })
      else {
        throw .nothingLeft(race.name(of: entry).family)
      }
      guard time.ticks >= crossing.earliest else {
        // A press too many: with it everybody after would get the one before his own.
        throw .tooEarly(
          race.name(of: entry).family, crossing.mark, impulse: seq, time: time,
          earliest: RaceTime(ticks: crossing.earliest))
      }
      marks.append(crossing.mark)
      drafts.append(draft(crossing, time: time, source: Self.source(of: impulse), impulse: seq, in: race))
    }
    try requireOneLap(entries, waiting, in: race)
    try record(drafts, as: "order", at: at)
    let isOneLap = Set(marks).count == 1
    let names =
      zip(entries, marks).map { entry, mark in
        race.name(of: entry).family + (isOneLap ? "" : " \(mark.name)")
      }.joined(separator: ", ") + (isOneLap ? marks.first.map { " at \($0.name)" } ?? "" : "")
    let left = waiting.count - entries.count
    return "timed: \(names)" + ifSuspect(drafts.count)
      + (left > 0 ? "; \(left) more \(left == 1 ? "waits" : "wait")" : "")
  }

  /// Half a lap without anybody is where one passage of a field ends: a key that was missed must not give a skater the time
  /// of the next one.
  private func requireOneLap(_ entries: [Entry], _ seqs: [Int], in race: Race) throws(DeskError) {
    let moments = zip(entries, seqs).compactMap { entry, seq in
      time(of: seq, in: entry.heat, of: race).map { (who: race.name(of: entry).family, ticks: $0.ticks) }
    }
    for (before, after) in zip(moments, moments.dropFirst()) where after.ticks - before.ticks > 150_000 {
      throw .longWait(after.ticks - before.ticks, from: before.who, to: after.who)
    }
  }

  /// The seqs of the impulses of the run on the ice that are nobody's yet, the oldest first.
  private mutating func waitingImpulses(in race: Race) -> [Int] {
    settleWaiting()
    guard let gun = groups.compactMap({ race.runs[$0]?.start }).min() else { return [] }
    return fold.waiting.open.filter { index in
      guard index > gun, case .impulse(let impulse) = log.events[index].content else { return false }
      return !Self.isGun(impulse)
    }.map { log.events[$0].seq }.sorted { moment($0, in: race) < moment($1, in: race) }
  }

  /// When an impulse was, 1/10 000 s since the gun: a device may tell late.
  private func moment(_ seq: Int, in race: Race) -> Int64 {
    groups.lazy.compactMap { time(of: seq, in: $0, of: race)?.ticks }.first ?? 0
  }
}
