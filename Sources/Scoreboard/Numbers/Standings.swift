package import LongTrack
package import RaceLog

/// Where a competitor stands in a race now.
package struct Standing: Hashable, Sendable {
  /// How far a result is.
  package enum State: String, Hashable, Sendable {
    /// On the ice.
    case running
    /// A time that may still move by a hundredth.
    case provisional
    /// Measured by photo-finish, or confirmed.
    case official
  }

  /// Who, and in which lane and heat the attempt that counts was skated.
  package let entry: Entry
  /// The place; nil for whoever is not ranked. Equal thousandths share it and the next is skipped.
  package internal(set) var rank: Int?
  /// The finishing time that ranks; nil without one.
  package let time: RaceTime?
  /// Whether nobody measured the finishing time.
  package let isEstimated: Bool
  /// The deciding thousandth, where the hundredths of ranked competitors tie.
  package internal(set) var tieDigit: Int?
  /// Whether a tie could not be decided, because a time was given with fewer than three decimals.
  package internal(set) var isUndecided = false
  /// Gap to the winner in shown times; nil for the winner and whoever has no rank.
  package internal(set) var behind: Gap?
  /// How far the result is; nil for whoever has not started.
  package let state: State?
  /// What officials decided; nil where they said nothing.
  package let decision: Race.Decision?
  /// Sprint points of a mass start in all; nil elsewhere, and for whoever has no result.
  package internal(set) var sprintPoints: Double?
  /// Laps done in a mass start; nil elsewhere, and before the line.
  package internal(set) var laps: Int?
  /// Whether this is a second attempt.
  package var isReskate: Bool { entry.attempt > 1 }

  /// The final time as a result sheet prints it, `1:16.35(4)`.
  package var timeText: String? {
    time.map { $0.shown.text + (tieDigit.map { "(\($0))" } ?? "") }
  }
}

extension Race {
  /// Everybody entered, best first: ranked by thousandths, then those who have a status, then the others.
  package var standings: [Standing] {
    info?.kind == .massStart ? massStartStandings() : timedStandings
  }

  /// The standings as they would be if the race ended now: of a mass start everybody has a rank then.
  package var standingsIfItEndedNow: [Standing] {
    info?.kind == .massStart ? massStartStandings(ifItEndedNow: true) : timedStandings
  }

  private var timedStandings: [Standing] {
    var rows: [Standing] = []
    rows.reserveCapacity(starters.count)
    for (index, entry) in entries.enumerated() {
      guard let own = starters[entry.competitor.id]?.entries, own.first == index else { continue }
      rows.append(standing(of: own.count == 1 ? entry : bestEntry(of: entry.competitor.id) ?? entry))
    }
    var ranked = rows.filter { $0.time != nil && isRanked($0) }
    ranked.sort { left, right in
      (left.time?.thousandths ?? 0, left.entry.pair) < (right.time?.thousandths ?? 0, right.entry.pair)
    }
    Self.rank(&ranked)
    if ranked.contains(where: { $0.decision?.rank != nil }) {
      // Officials' ranks decide; of equal ones the times go on deciding the order.
      ranked = ranked.enumerated().sorted {
        ($0.element.rank ?? 0, $0.offset) < ($1.element.rank ?? 0, $1.offset)
      }.map(\.element)
    }
    var rest = rows.filter { $0.time == nil || !isRanked($0) }
    for index in rest.indices { rest[index].rank = rest[index].decision?.rank }
    rest.sort { Self.orderOfRest($0) < Self.orderOfRest($1) }
    return ranked + rest
  }

  /// Whether the fastest is first, so that there is a time to beat. A mass start goes by sprint points.
  package var isRankedByTime: Bool { info?.kind != .massStart }

  /// The ranked finisher whom a competitor has to beat; nil while nobody else has finished.
  ///
  /// - Parameter standings: the standings now, where they are known already.
  package func leader(besides competitor: String, in standings: [Standing]? = nil) -> Standing? {
    (standings ?? self.standings).first {
      $0.time != nil && $0.rank != nil && $0.entry.competitor.id != competitor
    }
  }

  private func isRanked(_ row: Standing) -> Bool { row.decision?.status.map(\.isRanked) ?? true }

  /// The attempt with the best valid time, else the latest that has started: of a re-skate the better
  /// one counts (domain 1.6).
  private func bestEntry(of competitor: String) -> Entry? {
    let own = entries.filter { $0.competitor.id == competitor }
    guard own.count > 1, let finish = course.map({ $0.marks.count - 1 }) else { return own.first }
    let valid = own.filter {
      attempts[$0.key]?.time(at: finish) != nil && decisions[$0.key]?.status.map(\.isRanked) ?? true
    }
    let best = valid.min {
      (attempts[$0.key]?.time(at: finish)?.thousandths ?? 0)
        < (attempts[$1.key]?.time(at: finish)?.thousandths ?? 0)
    }
    return best ?? own.last { runs[$0.heat] != nil } ?? own.first
  }

  private func standing(of entry: Entry) -> Standing {
    let finish = course.map { $0.marks.count - 1 } ?? 0
    let split = attempts[entry.key]?.split(at: finish)
    let decision = decisions[entry.key]
    let hasResult = split != nil || decision?.status != nil
    let isFinal = isOfficial(entry.heat) || split?.source == .photofinish
    let state: Standing.State? =
      hasResult ? (isFinal ? .official : .provisional) : runs[entry.heat] != nil ? .running : nil
    return Standing(
      entry: entry, time: split?.time, isEstimated: split?.isEstimated ?? false, state: state,
      decision: decision)
  }

  /// Gives out ranks, tie digits and gaps to rows that are in order of thousandths.
  private static func rank(_ rows: inout [Standing]) {
    guard let winner = rows.first?.time?.shown else { return }
    var first = 0
    var rank = 1
    while first < rows.count {
      let shown = rows[first].time?.shown
      let end = rows[first...].firstIndex { $0.time?.shown != shown } ?? rows.count
      let isUndecided = end - first > 1 && rows[first..<end].contains { $0.time?.hasThousandths == false }
      for index in first..<end {
        let isEqual = index > first && rows[index].time?.thousandths == rows[index - 1].time?.thousandths
        // What officials give to one of two equals is not given to the other.
        rank = isUndecided ? first + 1 : isEqual ? rank : index + 1
        rows[index].rank = rows[index].decision?.rank ?? rank
        rows[index].isUndecided = isUndecided
        if end - first > 1, !isUndecided {
          rows[index].tieDigit = rows[index].time.map { Int($0.thousandths % 10) }
        }
        rows[index].behind = shown.flatMap { $0 == winner ? nil : $0 - winner }
      }
      first = end
    }
  }

  /// Those whom officials ranked, those who skated and failed, those who did not start, then the others.
  private static func orderOfRest(_ row: Standing) -> (Int, Int, Int) {
    let group: Int =
      switch row.decision?.status {
      case .dnf, .lot: 1
      case .dq: 2
      case .dns, .wdr: 3
      case .some: 4
      case nil: row.state == .running ? 0 : 5
      }
    return (row.decision?.rank ?? Int.max, group, row.entry.pair)
  }
}
