import LongTrack
import RaceLog
import Scoreboard

/// What an impulse says: which lane, at what race time, and whose it could be.
extension Desk {
  /// The race as it stands, for many impulses.
  struct Ice {
    let race: Race
    let groups: [HeatPlace]
    let assigner: Assigner

    init(_ race: Race, groups: [HeatPlace]) {
      self.race = race
      self.groups = groups
      assigner = Assigner(race, heats: groups)
    }
  }

  /// What the race knows of an impulse now: why it is nobody's, and its race time.
  func reading(of impulse: Impulse, at: Instant, on ice: Ice?) -> (Assigner.Doubt, RaceTime?) {
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
      return RaceTime(byHand: moment.ticks - run.zero)
    }
    let gun: Int? = if case .start(let start) = log.events[run.latest].content { start.impulse } else { nil }
    return fold.devices.raceTime(of: impulse, gun: gun, zero: run.zero)
      ?? RaceTime(ticks: (impulse.received ?? at).ticks - run.zero, decimals: 2)
  }

  /// The impulse with this seq, and when it was logged; nil where the event is none.
  func impulse(_ seq: Int) -> (impulse: Impulse, at: Instant)? {
    guard let index = log.index(ofSeq: seq), case .impulse(let impulse) = log.events[index].content else {
      return nil
    }
    return (impulse, log.events[index].at)
  }

  /// The race time of a logged impulse in a group; nil where the group has no gun, or had it later.
  func time(of seq: Int, in heat: HeatPlace, of race: Race) -> RaceTime? {
    guard let (impulse, at) = impulse(seq) else { return nil }
    return time(of: impulse, at: at, in: heat, of: race).flatMap { $0.ticks > 0 ? $0 : nil }
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
