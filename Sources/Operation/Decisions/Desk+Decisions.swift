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
    var list = waiting
    list.settle(isSettled)
    waiting = list
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

  /// A screen shows fewer.
  private static let mostDecisions = 50

  private func isSettled(_ index: Int) -> Bool {
    if meet.isDead(index) { return true }
    let event = log.events[index]
    switch event.content {
    case .impulse, .proposal:
      // What came of it may have been corrected since: it was somebody's all the same.
      return waiting.outcomes[event.seq]?.contains { !meet.isVoided($0) } ?? false
    case .split: return meet.fate(of: index, in: log) != .suspect
    default: return true
    }
  }

  /// The race as it stands, for many impulses.
  private struct Ice {
    let race: Race
    let groups: [HeatPlace]
    let assigner: Assigner

    init(_ race: Race, groups: [HeatPlace]) {
      self.race = race
      self.groups = groups
      assigner = Assigner(race, heats: groups)
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
          guard race.decisions[entry.key]?.status == nil else { return nil }
          return Decision(id: id, who: entry.key, matter: .missing)
        }
        guard let other = attempt.disagreeing(with: counted) else { return nil }
        let matter = Decision.Matter.disagreement(
          counts: counted.time, counted.source, other: other.time, other.source)
        return Decision(id: id, who: entry.key, matter: matter)
      }
    }
  }

  /// What the race knows of an impulse now: why it is nobody's, and its race time.
  private func reading(of impulse: Impulse, at: Instant, on ice: Ice?) -> (Assigner.Doubt, RaceTime?) {
    guard let ice else { return (Assigner.Doubt(reason: .noRun, suggestion: nil), nil) }
    let (race, groups) = (ice.race, ice.groups)
    if Self.isGun(impulse) {
      let heat = groups.first { race.runs[$0] == nil && !race.isOfficial($0) }
      return (Assigner.Doubt(reason: .gun(heat), suggestion: nil), nil)
    }
    let source = Self.source(of: impulse)
    let verdict = ice.assigner.assign(lane: Self.lane(of: impulse), source: source) {
      time(of: impulse, at: at, in: $0, of: race)?.ticks
    }
    let first = groups.first { race.runs[$0] != nil }
    switch verdict {
    case .unclear(let doubt):
      let heat = doubt.suggestion?.heat ?? first
      return (doubt, heat.flatMap { time(of: impulse, at: at, in: $0, of: race) })
    case .crossing(let crossing):
      let doubt = Assigner.Doubt(reason: .nobodyLeft, suggestion: crossing)
      return (doubt, time(of: impulse, at: at, in: crossing.heat, of: race))
    }
  }

  /// The race time of an impulse in a group; nil where the group has no gun.
  func time(of impulse: Impulse, at: Instant, in heat: HeatPlace, of race: Race) -> RaceTime? {
    guard let run = race.runs[heat] else { return nil }
    if impulse.device == Self.handDevice {
      let moment = impulse.received ?? at
      return RaceTime(ticks: max(moment.ticks - run.zero, 0) / 100 * 100, decimals: 2)
    }
    let gun: Int? = if case .start(let start) = log.events[run.latest].content { start.impulse } else { nil }
    return devices.raceTime(of: impulse, gun: gun, zero: run.zero)
      ?? RaceTime(ticks: (impulse.received ?? at).ticks - run.zero, decimals: 2)
  }

  /// The race time of a logged impulse in a group; nil where the group has no gun, or had it later.
  func time(of seq: Int, in heat: HeatPlace, of race: Race) -> RaceTime? {
    guard let index = log.index(ofSeq: seq), case .impulse(let impulse) = log.events[index].content else {
      return nil
    }
    return time(of: impulse, at: log.events[index].at, in: heat, of: race).flatMap { $0.ticks > 0 ? $0 : nil }
  }

  /// The usual wiring of a rink: C1 inner, C2 outer beam of the first line, C3 and C4 of the second.
  static func lane(of impulse: Impulse) -> Lane? {
    if let lane = impulse.lane { return lane }
    return switch impulse.channel {
    case "C1", "1", "C3", "3": .inner
    case "C2", "2", "C4", "4": .outer
    default: nil
    }
  }

  /// C0 is the gun at every rink that follows the usual wiring.
  static func isGun(_ impulse: Impulse) -> Bool {
    impulse.lane == nil && ["C0", "0", "start", "gun"].contains(impulse.channel)
  }

  /// What measured it. A device whose time cannot be read is timed by its arrival, which is no better than a hand.
  static func source(of impulse: Impulse) -> Source {
    impulse.device == handDevice || DeviceClocks.ticks(impulse.deviceTime) == nil ? .manual : .optical
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
