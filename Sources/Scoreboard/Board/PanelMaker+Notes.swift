import LongTrack
import RaceLog

extension PanelMaker {
  /// Falls, corrections, second attempts and change-ups worth telling.
  func notes(_ entry: Entry, _ attempt: Attempt) -> [String] {
    // Why somebody is out comes before everything that he did.
    var notes = [race.decisions[entry.key]?.reason].compactMap(\.self)
    notes += teamNotes(entry, attempt)
    notes += race.attemptNotes(of: entry)
    notes += bests(entry, attempt)
    if race.decisions[entry.key]?.fell == true { notes.append("fell") }
    if case .falseStart(entry.competitor.id) = race.clearings[entry.heat] { notes.append("false start") }
    notes += course.marks.indices.compactMap { race.correction(attempt, at: $0) }
    for report in race.changeUps where report.heat == entry.heat && report.competitor == entry.competitor.id {
      switch report.outcome {
      case .yielded: notes.append("yielded at change-up \(report.number)")
      case .obstruction: notes.append("obstruction at change-up \(report.number)")
      case .clear: break
      }
    }
    return notes
  }
}

extension PanelMaker {
  /// `personal best, was 1:18.63`, where the finish was measured and is faster than the entry says.
  private func bests(_ entry: Entry, _ attempt: Attempt) -> [String] {
    guard let finish = attempt.split(at: course.marks.count - 1), !finish.isEstimated else { return [] }
    for (best, name) in [(entry.best, "personal best"), (entry.seasonBest, "season best")] {
      if let best, finish.time.shown < best.shown { return ["\(name), was \(best.shown.text)"] }
    }
    return []
  }
}
