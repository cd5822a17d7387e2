package import LongTrack
import RaceLog

/// What deltas are measured against.
package enum ComparisonChoice: String, CaseIterable, Hashable, Sendable {
  /// The best-ranked other finisher.
  case leader
  /// The fastest other time at each mark.
  case best
  /// The other one of the pair; in a heat of more, the fastest other one at each mark.
  case pair
  /// The skater's own personal best.
  case personalBest = "pb"
  /// The skater's own season best.
  case seasonBest = "sb"
  /// The skater's own last race.
  case last
  /// A plan.
  case schedule
  /// World record.
  case worldRecord = "wr"
  /// Olympic record.
  case olympicRecord = "or"
  /// Track record.
  case trackRecord = "tr"
  /// National record.
  case nationalRecord = "nr"

  /// How a board names it in front of whose time it is.
  package var label: String {
    switch self {
    case .leader: "leader"
    case .best: "best"
    case .pair: "pair"
    case .personalBest: "PB"
    case .seasonBest: "SB"
    case .last: "last race"
    case .schedule: "schedule"
    case .worldRecord: "WR"
    case .olympicRecord: "OR"
    case .trackRecord: "TR"
    case .nationalRecord: "NR"
    }
  }

  /// Whether its name is a person's: records have holders, plans and last races have names of their own.
  fileprivate var isRecord: Bool {
    [.worldRecord, .olympicRecord, .trackRecord, .nationalRecord].contains(self)
  }

  fileprivate var referenceKind: Reference.Kind? {
    switch self {
    case .leader, .best, .pair: nil
    case .personalBest: .personalBest
    case .seasonBest: .seasonBest
    case .last: .last
    case .schedule: .schedule
    case .worldRecord: .worldRecord
    case .olympicRecord: .olympicRecord
    case .trackRecord: .trackRecord
    case .nationalRecord: .nationalRecord
    }
  }
}

/// A name and a time per mark: always of somebody else's run, a record or a plan.
package struct Comparison: Hashable, Sendable {
  /// What it is.
  package let choice: ComparisonChoice
  /// Whose, `GOETZ`; nil where it is nobody's in particular.
  package let owner: String?
  /// The time at each mark of the course; nil where there is none. Nothing is interpolated.
  package let times: [RaceTime?]
  /// The attempt that it is, where it has passings between the marks.
  package let run: AttemptKey?

  /// The place of whoever is compared with as the leader: 2 for somebody who leads himself.
  package let rank: Int

  /// What stands beside every delta: `leader GOETZ`, `2nd GOETZ` for whoever leads.
  package var label: String {
    let word =
      choice == .leader && rank > 1
      ? Self.ordinal(rank) : choice == .pair && run == nil ? "heat" : choice.label
    return owner.map { word + " " + $0 } ?? word
  }

  private static func ordinal(_ rank: Int) -> String {
    let ends = [1: "st", 2: "nd", 3: "rd"]
    return "\(rank)" + ((11...13).contains(rank % 100) ? "th" : ends[rank % 10] ?? "th")
  }

  /// The time at a mark, nil where there is none.
  package func time(at mark: Int) -> RaceTime? { times.indices.contains(mark) ? times[mark] : nil }
}

extension Race {
  /// The comparison of an attempt; nil where there is none (nobody has finished, no such record).
  ///
  /// - Parameter standings: the standings now, where they are known already.
  package func comparison(
    _ choice: ComparisonChoice, for key: AttemptKey, standings: [Standing]? = nil
  ) -> Comparison? {
    guard let course else { return nil }
    switch choice {
    case .leader:
      let leader = leader(besides: key.competitor, in: standings)
      return leader.map { comparison(.leader, of: $0.entry.key, rank: $0.rank ?? 1) }
    case .pair:
      guard let own = entry(of: key) else { return nil }
      let mates = entries.filter { $0.heat == own.heat && $0.competitor.id != key.competitor }
      guard mates.count > 1 else { return mates.first.map { comparison(.pair, of: $0.key) } }
      // Of three or four teams in a heat it is the fastest other one at each mark.
      return fastest(.pair, besides: key, among: Set(mates.map(\.key)), course: course)
    case .best: return fastest(.best, besides: key, among: nil, course: course)
    default: return referenceComparison(choice, for: key, course: course)
    }
  }

  /// The fastest other time at each mark, of everybody or of some.
  private func fastest(
    _ choice: ComparisonChoice, besides key: AttemptKey, among some: Set<AttemptKey>?, course: Course
  ) -> Comparison? {
    let best = course.marks.indices.map { mark in
      fastest(at: mark).values.filter {
        $0.key.competitor != key.competitor && some?.contains($0.key) ?? true
      }.min { ($0.time.ticks, $0.key.competitor) < ($1.time.ticks, $1.key.competitor) }
    }
    let times = best.map { $0?.time }
    guard times.contains(where: { $0 != nil }) else { return nil }
    // At each mark it is somebody else: named is who was best where both were timed last.
    let own = attempts[key]?.lastMark ?? 0
    let last = (0...own).last { best[$0] != nil } ?? own
    let owner = best[last].flatMap { starters[$0.key.competitor]?.name.family }
    return Comparison(
      choice: choice, owner: owner.map { $0 + " at " + course.marks[last].name }, times: times, run: nil,
      rank: 1)
  }

  /// The comparisons that have a value for an attempt, in the order of cycling.
  package func comparisons(for key: AttemptKey) -> [ComparisonChoice] {
    ComparisonChoice.allCases.filter { comparison($0, for: key) != nil }
  }

  private func comparison(_ choice: ComparisonChoice, of key: AttemptKey, rank: Int = 1) -> Comparison {
    let attempt = attempts[key] ?? Attempt()
    let marks = course?.marks.indices ?? 0..<0
    let name = starters[key.competitor]?.name.family
    return Comparison(choice: choice, owner: name, times: marks.map(attempt.time(at:)), run: key, rank: rank)
  }

  private func referenceComparison(
    _ choice: ComparisonChoice, for key: AttemptKey, course: Course
  ) -> Comparison? {
    let reference = references.last {
      $0.kind == choice.referenceKind && ($0.competitor == nil || $0.competitor == key.competitor)
    }
    if let reference {
      let times = course.marks.map { mark in
        mark == course.finish ? reference.time : reference.splits[mark.name]
      }
      return Comparison(
        choice: choice, owner: reference.name.map { choice.isRecord ? PersonName($0).family : $0 },
        times: times, run: nil, rank: 1)
    }
    // An entry tells the bests without splits: only the finish can be compared.
    let entry = entry(of: key)
    let best =
      choice == .personalBest ? entry?.best : choice == .seasonBest ? entry?.seasonBest : nil
    guard let best else { return nil }
    return Comparison(
      choice: choice, owner: nil, times: course.marks.map { $0 == course.finish ? best : nil }, run: nil,
      rank: 1)
  }
}
