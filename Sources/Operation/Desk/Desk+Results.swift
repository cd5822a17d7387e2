package import RaceLog
import Scoreboard

extension Desk {
  /// The race whose results an event can change although they were confirmed: a confirmation, a decision, a correction,
  /// or something taken back. Nil for all else, which comes before the confirmation.
  package func raceWithOtherResults(by event: RaceEvent) -> String? {
    if case .void(let target) = event.content {
      return log.index(ofSeq: target).flatMap { raceChanged(by: log.events[$0].content, of: 2) }
    }
    switch event.content {
    case .official, .status, .sprint: return event.content.raceID
    case .split(let split): return split.accepts != nil || !event.replaces.isEmpty ? split.race : nil
    default: return nil
    }
  }

  /// The race of what was taken back; of a void, that of what it had taken back.
  private func raceChanged(by content: EventContent, of depth: Int) -> String? {
    guard case .void(let target) = content else { return content.raceID }
    guard depth > 0, let index = log.index(ofSeq: target) else { return nil }
    return raceChanged(by: log.events[index].content, of: depth - 1)
  }
}
