package import LongTrack
import RaceLog

/// The times at all marks of a race, as text: what a sheet prints below the results.
package struct SplitTable: Hashable, Sendable {
  /// The marks of the race, in order.
  package let marks: [Mark]
  /// One row for each go that has a time at any mark, in the order of the results; of a competitor with two, the
  /// one that counts first.
  package let rows: [Row]

  /// A go at the race.
  package struct Row: Hashable, Sendable {
    /// The rank in the results; nil for whoever has none, and for a go that does not count.
    package let rank: Int?
    /// As sheets write it: `GOETZ Kimi`, a team's name as entered.
    package let name: String
    /// 1, or 2 for a re-skate.
    package let attempt: Int
    /// Whether the results are about this go.
    package let counts: Bool
    /// A cell for each mark; nil where nobody timed it.
    package let cells: [Cell?]
  }

  /// A time at a mark.
  package struct Cell: Hashable, Sendable {
    /// `1:14.44`.
    package let time: String
    /// Whether nobody measured it.
    package let isEstimated: Bool
    /// 1 for the fastest here so far; nil for a go that counts nowhere.
    package let place: Int?
    /// `27.41`; nil at an opening, whose lap is its time.
    package let lap: String?
    /// Over how many marks the lap goes: more than one where a time between is missing.
    package let lapMarks: Int
  }

  /// The times of a race as it stands.
  package init(_ race: Race) {
    let marks = race.course?.marks ?? []
    self.marks = marks
    rows = race.standings.flatMap { standing in
      let counting = standing.entry
      let others = race.entries.filter {
        $0.competitor.id == counting.competitor.id && $0.attempt != counting.attempt
      }
      return ([counting] + others).map { entry in
        Row(
          rank: entry == counting ? standing.rank : nil, name: race.name(of: entry).full,
          attempt: entry.attempt,
          counts: entry == counting, cells: marks.indices.map { race.cell(of: entry.key, at: $0) })
      }
    }.filter { $0.cells.contains { $0 != nil } }
  }

  /// Whether it says more than the results: a time before the finish.
  package var hasSplits: Bool { rows.contains { $0.cells.dropLast().contains { $0 != nil } } }
}

extension Race {
  fileprivate func cell(of key: AttemptKey, at mark: Int) -> SplitTable.Cell? {
    guard let split = attempts[key]?.split(at: mark) else { return nil }
    let lap = mark > 0 ? lap(of: key, at: mark) : nil
    return SplitTable.Cell(
      time: split.time.shown.text, isEstimated: split.isEstimated, place: place(of: key, at: mark)?.rank,
      lap: lap?.time.size, lapMarks: lap?.marks ?? 1)
  }
}
