import LongTrack
import RaceLog
import Scoreboard

/// Splits that were wrong: another time, somebody else's, nobody's.
extension Desk {
  mutating func edit(
    _ who: String, _ word: String, _ text: String, reason: String?, at: Instant
  ) throws(DeskError) -> String {
    let race = try requireRace()
    let entry = try entry(who, in: race)
    let place = try mark(word, in: race)
    let old = try counted(entry, place, in: race)
    let time = try time(text)
    var draft = EventDraft.split(
      race.id, draftKey(entry, in: race), at: place.mark, time: time, source: .manual)
    draft.replaces = [old.seq]
    try record([draft], at: at, reason: reason)
    return "\(race.name(of: entry).family) \(place.mark.name): \(old.time.shown.text) → \(time.shown.text)"
  }

  mutating func move(
    _ who: String, _ word: String, to other: String, reason: String?, at: Instant
  ) throws(DeskError) -> String {
    let race = try requireRace()
    let from = try entry(who, in: race)
    let to = try entry(other, in: race)
    let place = try mark(word, in: race)
    let old = try counted(from, place, in: race)
    let draft = try moved(old, from: from, to: to, in: race)
    try record([draft], at: at, reason: reason)
    return "\(old.time.shown.text) at \(place.mark.name) is now of \(race.name(of: to).family)"
  }

  /// - Throws: where the other one has no gun.
  private func moved(
    _ split: Attempt.TimedSplit, from old: Entry, to entry: Entry, in race: Race
  ) throws(DeskError) -> EventDraft {
    var draft = EventDraft.split(
      race.id, draftKey(entry, in: race), at: split.mark,
      time: try time(of: split, from: old, to: entry, in: race), source: split.source,
      isEstimated: split.isEstimated)
    // Whatever else measured this crossing was not his either.
    draft.replaces = race.attempts[old.key]?.measurements(at: split.mark).map(\.seq) ?? []
    return draft
  }

  /// The two of a pair have one gun, the groups of a quartet one each.
  private func time(
    of split: Attempt.TimedSplit, from old: Entry, to entry: Entry, in race: Race
  ) throws(DeskError) -> RaceTime {
    guard old.heat != entry.heat else { return split.time }
    guard let zero = race.runs[old.heat]?.zero, let other = race.runs[entry.heat]?.zero else {
      throw .notStarted(pair: entry.pair)
    }
    if case .split(let event) = log.events[split.event].content, let impulse = event.impulse,
      let time = time(of: impulse, in: entry.heat, of: race)
    {
      return time
    }
    // The guns are as exact as they came, so the thousandths are not.
    return RaceTime(byHand: split.time.ticks + zero - other)
  }

  mutating func swap(_ word: String?, reason: String?, at: Instant) throws(DeskError) -> String {
    let (race, ice) = try requireIce()
    let pair = race.entries(inPair: ice.pair).filter { $0.group == ice.group }
    guard pair.count == 2 else { throw .noPair }
    var places = Array((race.course?.marks ?? []).enumerated()).map { (index: $0.offset, mark: $0.element) }
    if let word { places = [try mark(word, in: race)] }
    var drafts: [EventDraft] = []
    for place in places {
      for (from, to) in [(pair[0], pair[1]), (pair[1], pair[0])] {
        guard let split = race.attempts[from.key]?.split(at: place.index) else { continue }
        drafts.append(try moved(split, from: from, to: to, in: race))
      }
    }
    guard !drafts.isEmpty else {
      throw .noSplit(
        who: pair.map { race.name(of: $0).family }.joined(separator: ", "), mark: word ?? "any mark")
    }
    try record(drafts, as: "swap", at: at, reason: reason)
    let names = pair.map { race.name(of: $0).family }.joined(separator: " ↔ ")
    return "swapped: \(names)\(word.map { " at \($0)" } ?? "")"
  }

  mutating func voidSplit(
    _ who: String, _ word: String, reason: String?, at: Instant
  ) throws(DeskError) -> String {
    let race = try requireRace()
    let entry = try entry(who, in: race)
    let split = try counted(entry, try mark(word, in: race), in: race)
    try record([.void(split.seq)], at: at, reason: reason)
    return "void: \(race.name(of: entry).family) \(word) \(split.time.shown.text)"
  }
}
