package import RaceLog

extension Meet {
  /// The group that was called or started last; nil before the first call.
  package func onIce(in log: EventLog, race: String? = nil) -> HeatPlace? {
    for index in iceEvents.reversed() where !isDead(index) {
      switch log.events[index].content {
      case .call(let heat) where race == nil || heat.race == race: return heat
      case .start(let start) where race == nil || start.heat.race == race: return start.heat
      default: continue
      }
    }
    return nil
  }

  /// Zero of the running clock of the heat on the ice, 1/10 000 s since 1970; nil where none runs.
  package func runningZero(in log: EventLog, race id: String?) -> Int64? {
    guard let heat = onIce(in: log, race: id), let race = race(heat.race) else { return nil }
    let zeros = race.entries(inPair: heat.pair).map(\.heat).filter {
      race.clock($0, now: 0).phase == .running
    }
    return zeros.compactMap { race.runs[$0]?.zero }.first
  }

  /// The comparisons that have a value for somebody on the ice, in the order of cycling.
  package func comparisons(in log: EventLog, race id: String?) -> [ComparisonChoice] {
    guard let heat = onIce(in: log, race: id), let race = race(heat.race) else { return [] }
    let known = Set(race.entries(inPair: heat.pair).flatMap { race.comparisons(for: $0.key) })
    return ComparisonChoice.allCases.filter(known.contains)
  }
}
