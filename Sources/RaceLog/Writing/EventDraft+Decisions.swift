import LongTrack

/// What officials and operators decide.
extension EventDraft {
  /// What officials decide about a competitor; only what is given is set.
  package static func status(
    _ race: String, _ key: (competitor: String, attempt: Int?), change: StatusDecision.Change? = nil,
    code: String? = nil, fell: Bool? = nil
  ) -> EventDraft {
    var draft = EventDraft("status")
    draft.body.add(.race, race)
    draft.body.add(.competitor, key.competitor)
    draft.body.add(.attempt, key.attempt)
    switch change {
    case .set(let status): draft.body.add(.status, status.code)
    case .remove: draft.body.add(.status, "none")
    case nil: break
    }
    draft.body.add(.code, code)
    draft.body.add(.fell, fell)
    return draft
  }

  /// The order of a sprint of a mass start.
  package static func sprint(_ race: String, lap: Int, order: [String]) -> EventDraft {
    var draft = EventDraft("sprint")
    draft.body.add(.race, race)
    draft.body.add(.lap, lap)
    draft.body.add(.order, order)
    return draft
  }

  /// Times are confirmed, of a heat, or without one of the whole race.
  package static func official(_ race: String, pair: Int? = nil) -> EventDraft {
    var draft = EventDraft("official")
    draft.body.add(.race, race)
    draft.body.add(.pair, pair)
    return draft
  }

  /// An earlier event no longer counts; a void that is voided is taken back.
  package static func void(_ target: Int) -> EventDraft {
    var draft = EventDraft("void")
    draft.body.add(.target, target)
    return draft
  }

  /// A line for the ticker.
  package static func message(_ text: String, isAlert: Bool = false, race: String? = nil) -> EventDraft {
    var draft = EventDraft("message")
    draft.body.add(.text, text)
    draft.body.add(.level, isAlert ? "alert" : nil)
    draft.body.add(.race, race)
    return draft
  }

  /// The operator's choice for public screens.
  package static func board(screen: String?, competitor: String? = nil) -> EventDraft {
    var draft = EventDraft("board")
    draft.body.add(.screen, screen)
    draft.body.add(.competitor, competitor)
    return draft
  }

  /// Something from a feed that waits for the operator's word. The log format does not know this type, so to a
  /// fold it is nothing; it is logged because nothing that arrived may be lost.
  ///
  /// - Parameters:
  ///   - line: what arrived, as it arrived.
  ///   - problem: why it cannot be taken as it is; nil where it only needs permission.
  package static func proposal(feed: String, line: String, problem: String?) -> EventDraft {
    var draft = EventDraft(Proposal.type)
    draft.body.add(.device, feed)
    draft.body.add(.raw, line)
    draft.body.add(.note, problem)
    return draft
  }
}
