import LongTrack
import RaceLog

extension Race {
  /// The standings as text: whoever has a time, a rank or a status.
  func standingLines(_ standings: [Standing], onIce: Set<String>) -> [StandingLine] {
    standings.filter { $0.time != nil || $0.rank != nil || $0.decision?.status != nil }.map { row in
      let attempt = attempts[row.entry.key]
      let status = row.decision?.statusText
      let marks = (course?.marks.count ?? 1) - 1
      let time = row.rank == nil ? nil : row.timeText
      return StandingLine(
        rank: row.rank.map(String.init) ?? "", name: name(of: row.entry).full,
        nation: row.entry.competitor.nation ?? "",
        time: (row.isEstimated && time != nil ? "≈" : "") + (time ?? status ?? ""),
        behind: row.behind?.text ?? "",
        splits: (0..<max(marks, 0)).map { mark in
          guard let split = attempt?.split(at: mark) else { return nil }
          return (split.isEstimated ? "≈" : "") + split.time.shown.text
        },
        isProvisional: row.state == .provisional, isOnIce: onIce.contains(row.entry.competitor.id),
        note: row.noteText(in: self))
    }
  }
}

extension Standing {
  /// `fell`, `re-skate, first time 1:07.58`.
  func noteText(in race: Race) -> String {
    ([decision?.fell == true ? "fell" : nil].compactMap(\.self) + race.attemptNotes(of: entry))
      .joined(separator: ", ")
  }
}
