import LongTrack
package import RaceLog

/// The events up to now, each with what became of it, as text.
package struct LogState: Hashable, Sendable {
  /// The newest lines, the newest last.
  package let lines: [Line]
  /// How many events there are before them.
  package let hidden: Int

  /// An event.
  package struct Line: Hashable, Sendable {
    /// What became of an event.
    package enum Fate: String, Hashable, Sendable {
      /// It counts.
      case counts = ""
      /// A later event voided or replaced it.
      case void
      /// It counts nowhere until it is accepted.
      case suspect
      /// A suspect split that was accepted.
      case accepted
      /// Kept, without effect.
      case unknown
      /// It refers to something that does not count, and changes nothing.
      case rejected
      /// The other lines of its action have not come.
      case waiting
    }

    /// `42`.
    package let seq: String
    /// `12:31` since the log's start.
    package let time: String
    /// `split`.
    package let type: String
    /// What it says.
    package let text: String
    /// What became of it.
    package let fate: Fate
  }

  /// The newest events of a meet, at most so many.
  package init(_ meet: Meet, log: EventLog, count: Int) {
    let first = max(meet.eventCount - max(count, 0), 0)
    hidden = first
    lines = (first..<meet.eventCount).map { index in
      let event = log.events[index]
      return Line(
        seq: String(event.seq), time: ClockText.elapsed(log.offset(of: index)),
        type: event.content.typeName, text: event.summary, fate: meet.fate(of: index, in: log))
    }
  }
}

extension Meet {
  /// What became of an event.
  package func fate(of index: Int, in log: EventLog) -> LogState.Line.Fate {
    if rejected.contains(index) { return .rejected }
    if isDead(index) { return .void }
    if isWaiting(index, in: log) { return .waiting }
    switch log.events[index].content {
    case .unknown: return .unknown
    case .split(let split):
      let attempts = race(split.race)?.attempts.filter { $0.key.competitor == split.competitor }.values
      for attempt in attempts.map(Array.init) ?? [] {
        guard let record = attempt.splitIndex(ofEvent: index).map({ attempt.splits[$0] }) else { continue }
        guard record.suspicion != nil else { return .counts }
        return attempt.isAccepted(record) ? .accepted : .suspect
      }
      return .counts
    default: return .counts
    }
  }
}

extension RaceEvent {
  /// What the event says, in a few words.
  package var summary: String {
    let correction = replaces.isEmpty ? "" : " replaces \(replaces.map(String.init).joined(separator: ", "))"
    return content.summary + correction + (notes?.reason.map { " (\($0))" } ?? "")
  }
}

extension EventContent {
  /// What happened, in a few words.
  package var summary: String {
    switch self {
    case .meet(let info): info.title
    case .race(let info): info.title ?? info.race
    case .entry(let entry):
      "pair \(entry.pair) \(entry.place?.word ?? "") \(PersonName(entry.competitor.name).full)"
    case .reference(let reference): "\(reference.kind.rawValue) \(reference.time.text)"
    case .call(let heat), .clear(let heat), .falseStart(let heat, _): "pair \(heat.pair)"
    case .start(let start): "pair \(start.heat.pair)"
    case .impulse(let impulse): "\(impulse.device) \(impulse.deviceTime)"
    case .split(let split):
      "\(split.competitor) \(split.mark.name) \(split.isEstimated ? "≈" : "")\(split.time.text) \(split.source.word)"
    case .passing(let passing): "\(passing.competitor) \(passing.position / 1000) m \(passing.time.text)"
    case .changeUp(let report):
      "pair \(report.heat.pair) change-up \(report.number) \(report.outcome.rawValue) \(report.competitor ?? "")"
    case .status(let decision): decision.summary
    case .sprint(let sprint): "lap \(sprint.lap): \(sprint.order.joined(separator: ", "))"
    case .official(let confirmation): confirmation.pair.map { "pair \($0)" } ?? "race"
    case .void(let target): "seq \(target)"
    case .message(let message): message.text
    case .board(let choice): [choice.screen, choice.race].compactMap(\.self).joined(separator: " ")
    case .proposal(let proposal): "\(proposal.feed): \(proposal.line)"
    case .heartbeat, .unknown: ""
    }
  }
}

extension StatusDecision {
  fileprivate var summary: String {
    let status: String? =
      switch change {
      case .set(let status): status.code
      case .remove: "none"
      case nil: nil
      }
    return [competitor, status, code, fell == true ? "fell" : nil].compactMap(\.self).joined(separator: " ")
  }
}
