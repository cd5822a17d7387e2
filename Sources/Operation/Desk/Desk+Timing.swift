import LongTrack
import RaceLog
import Scoreboard

/// Splits by hand, and their correction.
extension Desk {
  /// The race time of a moment in a group, 1/10 000 s; nil where it has no gun.
  func raceTime(_ at: Instant, in heat: HeatPlace, of race: Race) -> Int64? {
    race.runs[heat].map { at.ticks - $0.zero }
  }

  /// A hand is not better than a hundredth: its thousandths must not decide a tie.
  private func byHand(_ ticks: Int64) -> RaceTime { RaceTime(ticks: max(ticks, 0) / 100 * 100, decimals: 2) }

  mutating func cross(_ lane: Lane, at: Instant) throws(DeskError) -> String {
    let (race, ice) = try requireIce()
    let times = Dictionary(uniqueKeysWithValues: groups.map { ($0, raceTime(at, in: $0, of: race)) })
    let verdict = Assigner(race, heats: groups).assign(lane: lane, source: .manual) { times[$0] ?? nil }
    switch verdict {
    case .crossing(let crossing):
      let time = byHand((times[crossing.heat] ?? nil) ?? 0)
      try record([draft(crossing, time: time, source: .manual, in: race)], at: at)
      return "\(name(crossing.key, in: race)) \(crossing.mark.name): \(time.shown.text) by hand"
    case .unclear(let doubt):
      guard groups.contains(where: { race.runs[$0] != nil }) else { throw .notStarted(pair: ice.pair) }
      // A moment that a finger marked is never lost, whatever it meant.
      let stamp = anchor.stamp(of: at)
      try record(
        [
          .impulse(
            device: Self.handDevice, lane: lane, deviceTime: Self.seconds(stamp.ticks), received: at)
        ], at: at)
      return "kept to be decided: " + text(of: doubt, in: race)
    }
  }

  /// Whose the keys of the two lanes would be at a moment, and at which mark: its place among those of the course.
  func due(at: Instant) -> [AttemptKey: Int] {
    guard let race else { return [:] }
    let times = Dictionary(uniqueKeysWithValues: groups.map { ($0, raceTime(at, in: $0, of: race)) })
    var due: [AttemptKey: Int] = [:]
    for lane in Lane.allCases {
      let verdict = Assigner(race, heats: groups).assign(lane: lane, source: .manual) { times[$0] ?? nil }
      if case .crossing(let crossing) = verdict { due[crossing.key] = crossing.index }
    }
    return due
  }

  /// How impulses of keys are called in the log.
  package static let handDevice = "keys"

  /// `12345.6789`.
  private static func seconds(_ ticks: Int64) -> String {
    let fraction = String(ticks % 10_000)
    return "\(ticks / 10_000)." + String(repeating: "0", count: 4 - fraction.count) + fraction
  }

  /// A split that is this crossing.
  func draft(
    _ crossing: Crossing, time: RaceTime, source: Source, impulse: Int? = nil, in race: Race
  ) -> EventDraft {
    let key = race.entry(of: crossing.key).map { draftKey($0, in: race) } ?? (crossing.key.competitor, nil)
    return .split(race.id, key, at: crossing.mark, time: time, source: source, impulse: impulse)
  }

  mutating func split(
    _ who: String, _ word: String, _ text: String?, reason: String?, at: Instant
  ) throws(DeskError) -> String {
    let race = try requireRace()
    let entry = try entry(who, in: race)
    let place = try mark(word, in: race)
    var time: RaceTime
    if let text {
      time = try self.time(text)
    } else {
      guard let now = raceTime(at, in: entry.heat, of: race) else { throw .notStarted(pair: entry.pair) }
      time = byHand(now)
    }
    try record(
      [.split(race.id, draftKey(entry, in: race), at: place.mark, time: time, source: .manual)], at: at,
      reason: reason)
    return "\(race.name(of: entry).family) \(place.mark.name): \(time.shown.text) by hand" + ifSuspect
  }

  /// What to say after a split that was logged last, where it cannot be right.
  var ifSuspect: String {
    meet.fate(of: log.events.count - 1, in: log) == .suspect ? ", does not count yet: to be decided" : ""
  }

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
    return byHand(split.time.ticks + zero - other)
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
