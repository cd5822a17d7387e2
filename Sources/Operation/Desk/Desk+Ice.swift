import LongTrack
package import RaceLog
package import Scoreboard

/// Who and what is meant.
extension Desk {
  /// The race on the ice, or the first one before any call.
  package var race: Race? { onIce.map(\.race).flatMap(meet.race) ?? meet.races.first }

  /// The group that was called or started last.
  package var onIce: HeatPlace? { meet.onIce(in: log) }

  /// The groups on the ice: one, or two in a quartet.
  package var groups: [HeatPlace] {
    guard let ice = onIce, let race = meet.race(ice.race) else { return [] }
    let entered = Set(race.entries(inPair: ice.pair).map(\.heat))
    return entered.isEmpty ? [ice] : entered.sorted { $0.group < $1.group }
  }

  /// A competitor's name as the desk writes it.
  package func name(_ key: AttemptKey, in race: Race) -> String {
    race.entry(of: key).map { race.name(of: $0).family } ?? key.competitor
  }

  func requireRace() throws(DeskError) -> Race {
    guard let race else { throw .noRace }
    return race
  }

  func requireIce() throws(DeskError) -> (race: Race, ice: HeatPlace) {
    let race = try requireRace()
    guard let ice = onIce else { throw .nobodyOnIce }
    return (race, ice)
  }

  /// The entry that a word means: an armband, an id, a number, or the beginning of a name. Whoever is on the ice
  /// comes before everybody else.
  func entry(_ word: String, in race: Race) throws(DeskError) -> Entry {
    let ice = onIce.map { race.entries(inPair: $0.pair) } ?? []
    let folded = word.lowercased()
    if let armband = Armband(rawValue: folded),
      let entry = ice.first(where: { entry in
        entry.lane.map { Armband(lane: $0, group: entry.group) } == armband
      })
    {
      return entry
    }
    let others = race.entries.filter { entry in !ice.contains { $0.key == entry.key } }
    for group in [ice, others] {
      let found = matches(folded, among: group, in: race)
      let people = Set(found.map(\.competitor.id))
      if people.count > 1 { throw .ambiguousWho(word, names: found.map { race.name(of: $0).full }) }
      // Of two attempts of one skater the newest is meant.
      if let entry = found.max(by: { $0.attempt < $1.attempt }) { return entry }
    }
    let known = (ice.isEmpty ? race.entries : ice).map { race.name(of: $0).family }
    throw .unknownWho(word, known: known.count > 6 ? known.prefix(6) + ["…"] : known)
  }

  private func matches(_ word: String, among entries: [Entry], in race: Race) -> [Entry] {
    let isTeamRace = race.info?.kind?.isTeamRace == true
    let exact = entries.filter {
      $0.competitor.id.lowercased() == word || $0.competitor.bib == word
        || isTeamRace && $0.competitor.nation?.lowercased() == word
    }
    if !exact.isEmpty { return exact }
    let family = entries.filter { race.name(of: $0).family.lowercased() == word }
    if !family.isEmpty { return family }
    let full = entries.filter { race.name(of: $0).full.lowercased().hasPrefix(word) }
    if !full.isEmpty { return full }
    return entries.filter { entry in
      entry.competitor.name.lowercased().split(separator: " ").contains { $0.hasPrefix(word) }
    }
  }

  /// The mark that a word means: `600`, `2.5` laps, `finish`.
  func mark(_ word: String, in race: Race) throws(DeskError) -> (index: Int, mark: Mark) {
    let marks = race.course?.marks ?? []
    if word.lowercased() == "finish", let last = marks.last { return (marks.count - 1, last) }
    guard let index = marks.firstIndex(where: { $0.name == word }) else {
      throw .unknownMark(word, known: marks.map(\.name))
    }
    return (index, marks[index])
  }

  /// A time as an operator types it: `45.35`, `45,35`, `1:14.44`.
  func time(_ word: String) throws(DeskError) -> RaceTime {
    let text = String(word.map { $0 == "," ? "." : $0 })
    // Without its mark 1820 would be half an hour, on every board at once.
    do { return try RaceTime(text) } catch { throw .badTime(word) }
  }

  /// The split that counts at a mark, with its seq.
  func counted(_ entry: Entry, _ place: (index: Int, mark: Mark), in race: Race) throws(DeskError)
    -> Attempt.TimedSplit
  {
    guard let split = race.attempts[entry.key]?.split(at: place.index) else {
      throw .noSplit(who: race.name(of: entry).family, mark: place.mark.name)
    }
    return split
  }

  /// The attempt as a draft names it: left out where there is only one. Which of several is meant changes with each
  /// gun and each false start.
  func draftKey(_ entry: Entry, in race: Race) -> (competitor: String, attempt: Int?) {
    let isOnly = race.entries.count { $0.competitor.id == entry.competitor.id } == 1
    return (entry.competitor.id, isOnly ? nil : entry.attempt)
  }

  /// Whoever of a group has neither a finish nor a status.
  func unfinished(_ heat: HeatPlace, in race: Race) -> [String] {
    let finish = (race.course?.marks.count ?? 1) - 1
    return race.entries.filter { entry in
      entry.heat.pair == heat.pair && race.decisions[entry.key]?.status == nil
        && race.attempts[entry.key]?.time(at: finish) == nil
    }.map { race.name(of: $0).family }
  }
}
