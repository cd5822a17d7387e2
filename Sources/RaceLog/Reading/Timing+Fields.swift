import LongTrack

extension Split {
  init(_ fields: FieldReader, _ notices: inout [LogProblem]) throws(LogProblem) {
    self.init(
      race: try fields.race(), competitor: try fields.competitorID(), attempt: try fields.attempt(),
      mark: try fields.mark(), time: try fields.require(fields.time(.time), .time),
      source: try fields.source(&notices), impulse: try fields.whole(.impulse, in: FieldReader.seqs),
      isEstimated: try fields.flag(.estimated) ?? false,
      accepts: try fields.whole(.accepts, in: FieldReader.seqs))
  }
}

extension Passing {
  init(_ fields: FieldReader, _ notices: inout [LogProblem]) throws(LogProblem) {
    self.init(
      race: try fields.race(), competitor: try fields.competitorID(), attempt: try fields.attempt(),
      position: try fields.require(fields.millimetres(.position, upTo: 1_000_000), .position),
      time: try fields.require(fields.time(.time), .time),
      speed: try fields.millimetres(.speed, upTo: 1000), source: try fields.source(&notices))
  }
}

extension Impulse {
  init(_ fields: FieldReader) throws(LogProblem) {
    self.init(
      device: try fields.require(fields.text(.device), .device), channel: try fields.label(.channel),
      lane: try fields.lane(), deviceTime: try fields.require(fields.label(.deviceTime), .deviceTime),
      received: try fields.instant(.received), raw: try fields.text(.raw))
  }
}

extension ChangeUpReport {
  init(_ fields: FieldReader) throws(LogProblem) {
    self.init(
      heat: try fields.heat(), number: try fields.require(fields.whole(.number, in: 1...1000), .number),
      position: try fields.millimetres(.position, upTo: 1_000_000), time: try fields.time(.time),
      first: try fields.id(.first), outcome: try fields.word(.outcome, Outcome.self) ?? .clear,
      competitor: try fields.id(.competitor))
  }
}

extension StatusDecision {
  init(_ fields: FieldReader, _ notices: inout [LogProblem]) throws(LogProblem) {
    var change: Change?
    if let word = try fields.text(.status) {
      let status = Status(code: word)
      change = word == "none" ? .remove : .set(status)
      if case .other = status, word != "none" {
        notices.append(.unknownWord("status", text: word, taken: "unranked"))
      }
    }
    self.init(
      race: try fields.race(), competitor: try fields.competitorID(), attempt: try fields.attempt(),
      change: change, code: try fields.text(.code), fell: try fields.flag(.fell),
      rank: try fields.whole(.rank, in: 1...9999),
      points: try fields.points())
  }
}

extension Sprint {
  init(_ fields: FieldReader) throws(LogProblem) {
    self.init(
      race: try fields.race(), lap: try fields.require(fields.whole(.lap, in: 0...1000), .lap),
      order: try fields.require(fields.ids(.order), .order),
      points: try fields.pointList())
  }
}
