import LongTrack

extension MeetInfo {
  init(_ fields: FieldReader) throws(LogProblem) {
    let format = try fields.require(fields.whole(.format, in: 1...Int.max), .format)
    guard format == 1 else { throw .unsupportedFormat(format) }
    self.init(
      log: try fields.require(fields.id(.log), .log),
      name: try fields.require(fields.text(.name), .name),
      venue: try fields.text(.venue), place: try fields.text(.place), nation: try fields.text(.nation),
      date: try fields.text(.date),
      track: Int((try fields.millimetres(.track, upTo: 1000) ?? 400_000) / 1000),
      source: try fields.text(.source), note: try fields.text(.note))
    guard track >= 100 else { throw .outOfRange("track", allowed: "from 100 to 1000") }
  }
}

extension RaceInfo {
  init(_ fields: FieldReader, _ notices: inout [LogProblem]) throws(LogProblem) {
    let kindWord = try fields.require(fields.text(.kind), .kind)
    let kind = RaceKind(rawValue: kindWord)
    if kind == nil {
      notices.append(.unknownWord("kind", text: kindWord, taken: "a race to list, not to draw"))
    }
    let distance = try fields.whole(.distance, in: 1...100_000)
    let laps = try fields.whole(.laps, in: 1...1000)
    switch kind {
    case .individual where distance == nil: throw .missingField("distance", type: fields.type)
    case .massStart where laps == nil, .teamPursuit where laps == nil, .teamSprint where laps == nil,
      .mixedRelay where laps == nil:
      throw .missingField("laps", type: fields.type)
    default: break
    }
    self.init(
      race: try fields.race(), kindWord: kindWord, kind: kind, distance: distance, laps: laps,
      gender: try fields.word(.gender, Gender.self), division: try fields.word(.division, Division.self),
      title: try fields.text(.title), sprints: try fields.value(.sprints, [Int].self, "a list of laps"),
      marks: try fields.value(.marks, [Int].self, "a list of metres"),
      pairs: try fields.whole(.pairs, in: 1...9999), cup: try fields.text(.cup))
  }
}

extension Entry {
  init(_ fields: FieldReader) throws(LogProblem) {
    let heat = try fields.heat()
    let who = try fields.require(fields.object(.competitor), .competitor)
    self.init(
      race: heat.race, pair: heat.pair, group: heat.group, attempt: try fields.attempt() ?? 1,
      place: try fields.startPlace(),
      competitor: Competitor(
        id: try who.require(who.id(.id), .id), name: try who.require(who.text(.name), .name),
        nation: try who.text(.nation), bib: try who.label(.bib),
        members: try who.value(.members, [String].self, "a list of names") ?? []),
      best: try fields.time(.best), seasonBest: try fields.time(.seasonBest))
  }
}

extension Reference {
  init(_ fields: FieldReader) throws(LogProblem) {
    self.init(
      race: try fields.race(), kind: try fields.require(fields.word(.kind, Kind.self), .kind),
      name: try fields.text(.name), time: try fields.require(fields.time(.time), .time),
      splits: try fields.times(.splits), competitor: try fields.id(.competitor))
    let isPersonal = [.personalBest, .seasonBest, .last, .schedule].contains(kind)
    if isPersonal, kind != .schedule, competitor == nil {
      throw .missingField("competitor", type: "reference \(kind.rawValue)")
    }
  }
}
