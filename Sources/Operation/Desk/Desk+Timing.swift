package import LongTrack
package import RaceLog
import Scoreboard

/// Splits by hand.
extension Desk {
  /// The race time of a moment in a group, 1/10 000 s; nil where it has no gun.
  func raceTime(_ at: Instant, in heat: HeatPlace, of race: Race) -> Int64? {
    race.runs[heat].map { at.ticks - $0.zero }
  }

  mutating func cross(_ lane: Lane, at: Instant) throws(DeskError) -> String {
    let (race, ice) = try requireIce()
    let verdict = Assigner(race, heats: groups).assign(lane: lane, source: .manual) {
      raceTime(at, in: $0, of: race)
    }
    switch verdict {
    case .crossing(let crossing):
      let time = RaceTime(byHand: raceTime(at, in: crossing.heat, of: race) ?? 0)
      try record([draft(crossing, time: time, source: .manual, in: race)], at: at)
      return "\(name(crossing.key, in: race)) \(crossing.mark.name): \(time.shown.text) by hand"
    case .unclear(let doubt):
      guard groups.contains(where: { race.runs[$0] != nil }) else { throw .notStarted(pair: ice.pair) }
      try keep(lane, at: at)
      return "kept to be decided: " + text(of: doubt, in: race)
    }
  }

  /// Keeps the moment of a key without giving it to anybody: what a finger marked is never lost, whatever it meant.
  private mutating func keep(_ lane: Lane, at: Instant) throws(DeskError) {
    let stamp = anchor.stamp(of: at)
    try record(
      [.impulse(device: Self.handDevice, lane: lane, deviceTime: Self.seconds(stamp.ticks), received: at)],
      at: at)
  }

  /// Keeps the moment of a key that was pressed while the console was locked, where a race runs: no board changes by
  /// it, and whoever was on the line then is not asked to come again.
  ///
  /// - Returns: whether it was kept.
  package mutating func keepWhileLocked(_ lane: Lane, at: Instant) throws(DeskError) -> Bool {
    guard let race, groups.contains(where: { race.clock($0, now: at.ticks).phase == .running }) else {
      return false
    }
    try keep(lane, at: at)
    return true
  }

  /// Whose the keys of the two lanes would be at a moment, and at which mark: its place among those of the course.
  func due(at: Instant) -> [AttemptKey: Int] {
    guard let race else { return [:] }
    let assigner = Assigner(race, heats: groups)
    var due: [AttemptKey: Int] = [:]
    for lane in Lane.allCases {
      let verdict = assigner.assign(lane: lane, source: .manual) { raceTime(at, in: $0, of: race) }
      if case .crossing(let crossing) = verdict { due[crossing.key] = crossing.index }
    }
    return due
  }

  /// How impulses of keys are called in the log.
  static let handDevice = "keys"

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
      time = RaceTime(byHand: now)
    }
    try record(
      [.split(race.id, draftKey(entry, in: race), at: place.mark, time: time, source: .manual)], at: at,
      reason: reason)
    return "\(race.name(of: entry).family) \(place.mark.name): \(time.shown.text) by hand" + ifSuspect
  }

  /// What to say after a split that was logged last, where it cannot be right.
  var ifSuspect: String { ifSuspect(1) }

  /// What to say after so many splits, where not all can be right.
  func ifSuspect(_ count: Int) -> String {
    let suspects = log.events.indices.suffix(count).count { meet.fate(of: $0, in: log) == .suspect }
    guard suspects > 0 else { return "" }
    return (count == 1 ? ", does" : ", \(suspects) of them \(suspects == 1 ? "does" : "do")")
      + " not count yet: to be decided"
  }
}

extension RaceTime {
  /// A time, 1/10 000 s since the gun, as a hand gives it: no better than a hundredth, for its thousandths must not
  /// decide a tie; 0 for what lies before the gun.
  init(byHand ticks: Int64) { self.init(ticks: max(ticks, 0) / 100 * 100, decimals: 2) }
}
