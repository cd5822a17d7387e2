extension EventContent {
  /// The type as the log writes it.
  package var typeName: String {
    switch self {
    case .meet: "meet"
    case .race: "race"
    case .entry: "entry"
    case .reference: "reference"
    case .call: "call"
    case .start: "start"
    case .falseStart: "falseStart"
    case .clear: "clear"
    case .impulse: "impulse"
    case .split: "split"
    case .passing: "passing"
    case .changeUp: "changeUp"
    case .status: "status"
    case .sprint: "sprint"
    case .official: "official"
    case .void: "void"
    case .message: "message"
    case .board: "board"
    case .proposal: Proposal.type
    case .heartbeat: "heartbeat"
    case .unknown(let type): type
    }
  }

  /// The race that an event belongs to; nil where it belongs to none.
  package var raceID: String? {
    switch self {
    case .race(let info): info.race
    case .entry(let entry): entry.race
    case .reference(let reference): reference.race
    case .call(let heat), .clear(let heat), .falseStart(let heat, _): heat.race
    case .start(let start): start.heat.race
    case .split(let split): split.race
    case .passing(let passing): passing.race
    case .changeUp(let report): report.heat.race
    case .status(let decision): decision.race
    case .sprint(let sprint): sprint.race
    case .official(let confirmation): confirmation.race
    case .message(let message): message.race
    case .board(let choice): choice.race
    case .meet, .impulse, .void, .proposal, .heartbeat, .unknown: nil
    }
  }
}
