import LongTrack

/// The meet and its programme.
extension EventDraft {
  /// The meet: first event of every log.
  package static func meet(
    log: String, name: String, venue: String? = nil, place: String? = nil, nation: String? = nil,
    date: String? = nil, track: Int? = nil, source: String? = nil
  ) -> EventDraft {
    var draft = EventDraft("meet")
    draft.body.add(.format, 1)
    draft.body.add(.log, log)
    draft.body.add(.name, name)
    draft.body.add(.venue, venue)
    draft.body.add(.place, place)
    draft.body.add(.nation, nation)
    draft.body.add(.date, date)
    draft.body.add(.track, track)
    draft.body.add(.source, source)
    return draft
  }

  /// A distance on the programme.
  package static func race(_ info: RaceInfo) -> EventDraft {
    var draft = EventDraft("race")
    draft.body.add(.race, info.race)
    draft.body.add(.kind, info.kindWord)
    draft.body.add(.distance, info.distance)
    draft.body.add(.laps, info.laps)
    draft.body.add(.gender, info.gender?.rawValue)
    draft.body.add(.division, info.division?.rawValue)
    draft.body.add(.title, info.title)
    draft.body.add(.sprints, info.sprints)
    draft.body.add(.marks, info.marks)
    draft.body.add(.pairs, info.pairs)
    draft.body.add(.cup, info.cup)
    return draft
  }

  /// Who starts where.
  package static func entry(_ entry: Entry) -> EventDraft {
    var draft = EventDraft("entry", entry.heat)
    draft.body.add(.attempt, entry.attempt == 1 ? nil : entry.attempt)
    draft.body.add(.lane, entry.place?.word)
    var competitor = JSONObject()
    competitor.add(.id, entry.competitor.id)
    competitor.add(.name, entry.competitor.name)
    competitor.add(.nation, entry.competitor.nation)
    competitor.add(.bib, entry.competitor.bib)
    competitor.add(.members, entry.competitor.members.isEmpty ? nil : entry.competitor.members)
    draft.body.add(.competitor, competitor)
    draft.body.add(.best, entry.best?.text)
    draft.body.add(.seasonBest, entry.seasonBest?.text)
    return draft
  }

  /// Something to compare with.
  package static func reference(_ reference: Reference) -> EventDraft {
    var draft = EventDraft("reference")
    draft.body.add(.race, reference.race)
    draft.body.add(.kind, reference.kind.rawValue)
    draft.body.add(.name, reference.name)
    draft.body.add(.time, reference.time.text)
    if !reference.splits.isEmpty {
      var splits = JSONObject()
      for (mark, time) in reference.splits.sorted(by: { ($0.value.ticks, $0.key) < ($1.value.ticks, $1.key) })
      {
        splits.add(mark, json: JSONObject.quoted(time.text))
      }
      draft.body.add(.splits, splits)
    }
    draft.body.add(.competitor, reference.competitor)
    return draft
  }
}
