package import LongTrack
package import RaceLog

/// Who starts where, as text.
package struct StartListState: Hashable, Sendable {
  /// `Women 1000 m · A`.
  package let race: String
  /// `Pair`, or `Heat` where there is more than one to a lane, or no lane.
  package let heatWord: String
  /// The heats, in order.
  package let heats: [Heat]
  /// Which of ``heats`` is on the ice; nil before the first call.
  package let onIce: Int?

  /// A heat.
  package struct Heat: Hashable, Sendable {
    /// The heat's number.
    package let number: Int
    /// Who starts in it.
    package let starters: [Starter]
  }

  /// A starter.
  package struct Starter: Hashable, Sendable {
    /// What is on the arm; nil where nobody starts in a lane.
    package let armband: Armband?
    /// `inner`, `finish`; empty without a place.
    package let place: String
    /// What a team has besides its name: `finish straight · KIM, LEE`; `re-skate` of a second go; empty else.
    package let team: String
    /// `KIM, LEE`: those of a team in leg order; empty for single skaters.
    package let members: String
    /// `GOETZ Kimi`.
    package let name: String
    /// `USA`.
    package let nation: String
    /// The number on the leg; empty where not entered.
    package let bib: String
    /// `1:13.10`; empty where not entered.
    package let best: String
    /// `1:14.02`; empty where not entered.
    package let seasonBest: String
    /// `1:14.45`, `DNS`; empty before the finish.
    package let result: String
  }

  /// The start list of the race on the ice, or of the race given; empty before any race is announced.
  package init(_ meet: Meet, log: EventLog, race id: String?) {
    let ice = meet.onIce(in: log, race: id)
    guard let race = (id ?? ice?.race).map(meet.race) ?? meet.races.first else {
      race = ""
      heatWord = "Pair"
      heats = []
      onIce = nil
      return
    }
    let numbers = race.heatNumbers
    self.race = race.title
    heatWord = race.heatWord
    onIce = ice.flatMap { numbers.firstIndex(of: $0.pair) }
    heats = numbers.map { number in
      Heat(number: number, starters: race.entries(inPair: number).map { race.starter($0) })
    }
  }
}

extension Race {
  private func teamText(_ entry: Entry) -> String {
    guard info?.kind?.isTeamRace == true else { return entry.attempt > 1 ? "re-skate" : "" }
    return [entry.place?.words ?? "", memberText(entry)].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func memberText(_ entry: Entry) -> String {
    entry.competitor.members.map { PersonName($0).family }.joined(separator: ", ")
  }

  fileprivate func starter(_ entry: Entry) -> StartListState.Starter {
    let finish = (course?.marks.count ?? 1) - 1
    let split = attempts[entry.key]?.split(at: finish)
    let time = split.map { ($0.isEstimated ? "≈" : "") + $0.time.shown.text }
    return StartListState.Starter(
      armband: entry.lane.map { Armband(lane: $0, group: entry.group) }, place: entry.place?.word ?? "",
      team: teamText(entry), members: memberText(entry),
      name: name(of: entry).full, nation: entry.competitor.nation ?? "",
      bib: entry.competitor.bib ?? "", best: entry.best?.shown.text ?? "",
      seasonBest: entry.seasonBest?.shown.text ?? "",
      result: decisions[entry.key]?.statusText ?? time ?? "")
  }
}
