extension EventLog {
  /// The ids of the races that the log announces, in order.
  package var races: [String] {
    var seen: Set<String> = []
    return events.compactMap { event in
      guard case .race(let info) = event.content, seen.insert(info.race).inserted else { return nil }
      return info.race
    }
  }
}
