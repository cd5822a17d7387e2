package import LongTrack
package import RaceLog

/// Why an event changes nothing: it refers to something that does not count here.
package enum Rejection: Error, Hashable, Sendable {
  /// No such race.
  case unknownRace(String)
  /// Nobody with this id is entered in the race.
  case unknownCompetitor(String, race: String)
  /// The competitor is entered, but not for this attempt.
  case unknownAttempt(Int, competitor: String)
  /// A field names a seq that no earlier event has.
  case unknownSeq(Int, field: String)
  /// `accepts` names something else than a split of that competitor at that mark.
  case acceptsAnother(Int, competitor: String, mark: Mark)
  /// `meet` cannot be voided or replaced.
  case meetStands
  /// More lines say they belong to an action than it has.
  case actionComplete(String)
  /// Lines of one action disagree about how many there are.
  case actionSize(String, parts: Int, before: Int)

  /// The reason in words.
  package var sentence: String {
    switch self {
    case .unknownRace(let race): "no race \"\(race)\" in this log"
    case .unknownCompetitor(let id, let race): "nobody with the id \"\(id)\" is entered in race \"\(race)\""
    case .unknownAttempt(let attempt, let id): "\"\(id)\" is not entered for attempt \(attempt)"
    case .unknownSeq(let seq, let field): "`\(field)` names seq \(seq), which no earlier event has"
    case .acceptsAnother(let seq, let id, let mark):
      "`accepts` names seq \(seq), which is no split of \"\(id)\" at \(mark.name)"
    case .meetStands: "a `meet` cannot be voided or replaced"
    case .actionComplete(let id): "action \"\(id)\" has all its lines already"
    case .actionSize(let id, let parts, let before):
      "action \"\(id)\" has \(parts) parts here and \(before) in its first line"
    }
  }
}

/// What is worth knowing about an event that does count.
package enum FoldNotice: Hashable, Sendable {
  /// A split that counts nowhere until it is accepted.
  case suspect(Split, Suspicion)
  /// A split logged before gun + time, by so many 1/10 000 s: clocks differ.
  case early(Split, ticks: Int64)
  /// A heat that nobody is entered in.
  case emptyHeat(HeatPlace)
  /// A start while a run was open: what was timed in that run counts no longer.
  case restarted(HeatPlace)
  /// `accepts` names a split that is not suspect.
  case needlessAcceptance(Int)
  /// Something odd about a sprint of a mass start, or about which laps have one.
  case sprint(SprintOddity)
  /// An action with lines missing at the end of the log.
  case unfinishedAction(String, parts: Int, of: Int)

  /// The notice in words.
  package var sentence: String {
    switch self {
    case .suspect(let split, let reason):
      "suspect split of \(split.competitor) at \(split.mark.name), \(split.time.text): \(reason.sentence)"
    case .early(let split, let ticks):
      "split of \(split.competitor) at \(split.mark.name) was logged \(Gap(hundredths: ticks / 100).size) s before"
        + " gun + \(split.time.text): clocks differ"
    case .emptyHeat(let heat): "nobody is entered in pair \(heat.pair)"
    case .restarted(let heat): "pair \(heat.pair) starts again: its run before counts no longer"
    case .needlessAcceptance(let seq): "`accepts` names seq \(seq), which is no suspect split"
    case .sprint(let oddity): oddity.sentence
    case .unfinishedAction(let id, let parts, let all):
      "action \"\(id)\" has \(parts) of \(all) lines; it counts as absent"
    }
  }
}
