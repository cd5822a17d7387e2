import LongTrack
import RaceLog
package import Scoreboard

/// Heats, guns, and what ends a run.
extension Desk {
  mutating func call(_ pair: Int, race id: String?, anyway: Bool, at: Instant) throws(DeskError) -> String {
    var race = try requireRace()
    if let id {
      guard let named = meet.race(id) else { throw .noSuchRace(id, known: meet.races.map(\.id)) }
      race = named
    }
    let numbers = race.heatNumbers
    guard numbers.contains(pair) else {
      let known = numbers.first.flatMap { first in numbers.last.map { first...$0 } }
      throw .noSuchPair(pair, race: race.id, known: known)
    }
    if !anyway { try requireDone() }
    let group = race.entries(inPair: pair).map(\.group).min() ?? 1
    try record([.call(HeatPlace(race: race.id, pair: pair, group: group))], at: at)
    armed = nil
    let names = race.entries(inPair: pair).map { race.name(of: $0).family }.joined(separator: ", ")
    return "on the ice: \(race.heatTitle(pair)), \(names)"
  }

  mutating func callNext(forward: Bool, anyway: Bool, at: Instant) throws(DeskError) -> String {
    let race = try requireRace()
    guard let ice = onIce else {
      guard let first = race.heatNumbers.first else { throw .noOtherHeat(forward: forward) }
      return try call(first, race: race.id, anyway: anyway, at: at)
    }
    let places = meet.races.flatMap { race in race.heatNumbers.map { HeatPlace(race: race.id, pair: $0) } }
    let here = places.firstIndex { $0.race == ice.race && $0.pair == ice.pair }
    let next = here.map { $0 + (forward ? 1 : -1) }
    guard let next, places.indices.contains(next) else { throw .noOtherHeat(forward: forward) }
    return try call(places[next].pair, race: places[next].race, anyway: anyway, at: at)
  }

  /// The heat after the one on the ice; nil after the last.
  package var nextHeat: (race: Race, pair: Int)? {
    let places = meet.races.flatMap { race in race.heatNumbers.map { (race: race, pair: $0) } }
    guard let ice = onIce else { return places.first }
    guard let here = places.firstIndex(where: { $0.race.id == ice.race && $0.pair == ice.pair }),
      here + 1 < places.count
    else { return nil }
    return places[here + 1]
  }

  /// A heat that runs is not left by mistake.
  private func requireDone() throws(DeskError) {
    guard let ice = onIce, let race = meet.race(ice.race),
      groups.contains(where: { race.runs[$0] != nil && !race.isOfficial($0) })
    else { return }
    let who = unfinished(ice, in: race)
    if !who.isEmpty { throw .stillRunning(pair: ice.pair, who: who) }
  }

  mutating func arm(_ group: Int?) throws(DeskError) -> String {
    let (race, ice) = try requireIce()
    let waiting = groups.filter { race.runs[$0] == nil && (group == nil || $0.group == group) }
    guard let heat = waiting.first else { throw .alreadyStarted(pair: ice.pair) }
    armed = heat
    return "ARMED: Space is the gun of pair \(heat.pair)" + (groups.count > 1 ? ", group \(heat.group)" : "")
  }

  mutating func disarm() -> String {
    armed = nil
    return "not armed"
  }

  mutating func gun(at: Instant) throws(DeskError) -> String {
    let (race, ice) = try requireIce()
    guard let heat = armed else {
      if race.runs[ice] != nil { throw .alreadyStarted(pair: ice.pair) }
      throw .notArmed
    }
    try record([.start(heat, clock: at, boot: anchor.stamp(of: at))], at: at)
    armed = nil
    return "gun of pair \(heat.pair)"
  }

  mutating func clear(reason: String?, at: Instant) throws(DeskError) -> String {
    let (race, ice) = try requireIce()
    try requireOpen(race, ice)
    let running = groups.filter { race.runs[$0] != nil }
    guard !running.isEmpty else { throw .notStarted(pair: ice.pair) }
    // In a quartet the group that started last is the one that was shot back.
    let heat = running.max { (race.runs[$0]?.zero ?? 0) < (race.runs[$1]?.zero ?? 0) } ?? ice
    try record([.clear(heat)], at: at, reason: reason)
    return "cleared: pair \(heat.pair) starts again"
  }

  mutating func falseStart(_ who: String?, at: Instant) throws(DeskError) -> String {
    let (race, ice) = try requireIce()
    var guilty: Entry?
    if let who { guilty = try entry(who, in: race) }
    let heat = guilty?.heat ?? ice
    try requireOpen(race, heat)
    let start = EventDraft.falseStart(heat, competitor: guilty?.competitor.id)
    armed = nil
    // One false start for a pair; whoever makes the second is out (domain 1.5).
    guard !race.falseStarts(of: heat, in: meet, log: log).isEmpty else {
      try record([start], at: at)
      return "false start of pair \(heat.pair)" + (guilty.map { ": \(race.name(of: $0).family)" } ?? "")
    }
    guard let guilty else { throw .whoIsMissing }
    try record(
      [start, .status(race.id, draftKey(guilty, in: race), change: .set(.dq))], as: "falsestart", at: at,
      reason: "second false start")
    return "second false start: \(race.name(of: guilty).family) is out"
  }

  /// Times that are confirmed are not taken away by a slip of a finger.
  private func requireOpen(_ race: Race, _ heat: HeatPlace) throws(DeskError) {
    if race.isOfficial(heat) { throw .isOfficial(pair: heat.pair) }
  }

  mutating func reskate(_ who: String, pair: Int?, lane: Lane?, at: Instant) throws(DeskError) -> String {
    let race = try requireRace()
    let old = try entry(who, in: race)
    let number = pair ?? race.heatCount + 1
    let place = lane.map(Entry.StartPlace.lane) ?? old.place
    let words = place.map(\.words)
    // The times of the run that is there would be this skater's, too.
    let heat = HeatPlace(race: race.id, pair: number)
    if race.runs[heat] == nil, race.isOfficial(heat) { throw .raceIsOfficial }
    if race.runs[heat] != nil { throw .alreadyStarted(pair: number) }
    if race.entries(inPair: number).contains(where: {
      $0.place == place && $0.competitor.id != old.competitor.id
    }), let words {
      throw .placeTaken(pair: number, words)
    }
    let attempt =
      (race.entries.filter { $0.competitor.id == old.competitor.id }.map(\.attempt).max() ?? 1) + 1
    let entry = Entry(
      race: race.id, pair: number, attempt: attempt, place: place, competitor: old.competitor,
      best: old.best, seasonBest: old.seasonBest)
    try record([.entry(entry)], at: at)
    return "re-skate: \(race.name(of: old).family) in pair \(number)\(words.map { ", " + $0 } ?? "")"
  }

  mutating func official(wholeRace: Bool, anyway: Bool, at: Instant) throws(DeskError) -> String {
    let (race, ice) = try requireIce()
    let pairs = wholeRace ? race.heatNumbers : [ice.pair]
    for pair in pairs where !anyway {
      let who = unfinished(HeatPlace(race: race.id, pair: pair), in: race)
      if !who.isEmpty { throw .stillRunning(pair: pair, who: who) }
    }
    try record([.official(race.id, pair: wholeRace ? nil : ice.pair)], at: at)
    return wholeRace ? "official: \(race.title)" : "official: pair \(ice.pair)"
  }
}
