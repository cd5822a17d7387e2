package import RaceLog

extension Desk {
  /// Puts the meet and its programme at the start of a new journal.
  package mutating func enter(_ drafts: [EventDraft], at: Instant) throws(DeskError) {
    for draft in drafts { try add(draft, at: at) }
  }
}
