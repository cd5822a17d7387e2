package import LongTrack

/// What is timed and what happens on the ice.
extension EventDraft {
  /// This heat is next on the ice.
  package static func call(_ heat: HeatPlace) -> EventDraft { EventDraft("call", heat) }

  /// The gun.
  ///
  /// - Parameters:
  ///   - clock: zero of the race time.
  ///   - impulse: seq of the impulse that measured it.
  ///   - boot: the machine's own clock at that moment, so that a restarted program finds the running clock again
  ///     even where the wall clock was set meanwhile.
  package static func start(
    _ heat: HeatPlace, clock: Instant, impulse: Int? = nil, boot: BootStamp? = nil
  ) -> EventDraft {
    var draft = EventDraft("start", heat)
    draft.body.add(.clock, clock.text)
    draft.body.add(.impulse, impulse)
    draft.body.add(.boot, boot?.text)
    return draft
  }

  /// Somebody started too early: ends the run.
  package static func falseStart(_ heat: HeatPlace, competitor: String?) -> EventDraft {
    var draft = EventDraft("falseStart", heat)
    draft.body.add(.competitor, competitor)
    return draft
  }

  /// Ends the run: what was timed in it counts nowhere.
  package static func clear(_ heat: HeatPlace) -> EventDraft { EventDraft("clear", heat) }

  /// What a device, or a hand, said before anyone knew whose it was.
  ///
  /// - Parameters:
  ///   - deviceTime: as the device writes it, on its own clock.
  ///   - received: when it came here, on the log's clock.
  package static func impulse(
    device: String, lane: Lane? = nil, deviceTime: String, received: Instant? = nil
  ) -> EventDraft {
    var draft = EventDraft("impulse")
    draft.body.add(.device, device)
    draft.body.add(.lane, lane?.rawValue)
    draft.body.add(.deviceTime, deviceTime)
    draft.body.add(.received, received?.text)
    return draft
  }

  /// A passing of an official mark.
  ///
  /// - Parameters:
  ///   - key: who; the attempt is left out where there is only one.
  ///   - time: since the gun.
  ///   - impulse: seq of the impulse that it comes from.
  ///   - accepts: seq of the suspect split that counts from now on.
  package static func split(
    _ race: String, _ key: (competitor: String, attempt: Int?), at mark: Mark, time: RaceTime, source: Source,
    impulse: Int? = nil, accepts: Int? = nil, isEstimated: Bool = false
  ) -> EventDraft {
    var draft = EventDraft("split")
    draft.body.add(.race, race)
    draft.body.add(.competitor, key.competitor)
    draft.body.add(.attempt, key.attempt)
    switch mark.unit {
    case .metres: draft.body.add(.mark, mark.value)
    case .halfLaps: draft.body.add(.lap, json: mark.name)
    }
    draft.body.add(.time, time.text)
    draft.body.add(.source, source.word)
    draft.body.add(.impulse, impulse)
    draft.body.add(.estimated, isEstimated ? true : nil)
    draft.body.add(.accepts, accepts)
    return draft
  }

  /// A lane change-up worth recording.
  ///
  /// - Parameters:
  ///   - number: which change-up of the race, from 1.
  ///   - competitor: who is to blame; nil where nobody is.
  package static func changeUp(
    _ heat: HeatPlace, number: Int, outcome: ChangeUpReport.Outcome,
    competitor: String? = nil
  ) -> EventDraft {
    var draft = EventDraft("changeUp", heat)
    draft.body.add(.number, number)
    draft.body.add(.outcome, outcome.rawValue)
    draft.body.add(.competitor, competitor)
    return draft
  }
}
