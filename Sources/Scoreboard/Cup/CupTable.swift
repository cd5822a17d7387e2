/// The ranking of a cup: the sum of all its races, none dropped (domain 3.3).
package struct CupTable: Hashable, Sendable {
  /// The cup's name.
  package let cup: String
  /// The races, in order.
  package let races: [CupRace]
  /// Everybody with a place or points in one of them, best first.
  package let rows: [Row]
  /// Whether a race is not over, so that ``rows`` are as if it ended now.
  package let isRunning: Bool
  /// What has to be said about who is who.
  package let notices: [String]

  /// Somebody in a cup.
  package struct Row: Hashable, Sendable {
    /// 1 for the first; equal ones share it and the next is skipped.
    package internal(set) var rank: Int
    /// The competitor's id.
    package let competitor: String
    /// `TAKAGI Miho`.
    package let name: String
    /// Three letters; empty where not entered.
    package let nation: String
    /// All points.
    package let total: Double
    /// The points in each race; nil where there are none.
    package let points: [Double?]
    /// The place in each race; nil where there is none.
    package let ranks: [Int?]
    /// The rank before the races that are not over; nil for whoever was not in the cup then, and where all are over.
    package internal(set) var rankBefore: Int?

    /// How many places were won by the races that are not over: lost when negative. Nil where that says nothing.
    package var move: Int? { rankBefore.map { $0 - rank } }
  }

  /// The ranking of a cup.
  ///
  /// - Parameter races: its races in order; those of other cups are left out.
  package init(_ cup: String, races all: [CupRace], tieBreak: CupTieBreak = .shared) {
    self.cup = cup
    let own = all.filter { $0.cup == cup }
    // The same race of the same log, given twice, is one race: as it was told last.
    let places = Dictionary(own.indices.map { ([own[$0].log, own[$0].race], $0) }) { $1 }
    races = places.values.sorted().map { own[$0] }
    isRunning = races.contains { !$0.isOver }
    var rows = Self.rows(races, tieBreak: tieBreak)
    if isRunning {
      let before = Self.rows(races.filter(\.isOver), tieBreak: tieBreak)
      let ranks = Dictionary(before.map { ($0.competitor, $0.rank) }) { first, _ in first }
      for index in rows.indices { rows[index].rankBefore = ranks[rows[index].competitor] }
    }
    self.rows = rows
    let twice = own.count - races.count
    let doubles =
      twice == 0
      ? []
      : [
        twice == 1
          ? "1 race was given twice and counts once" : "\(twice) races were given twice and count once"
      ]
    notices = doubles + Self.notices(races)
  }

  private static func rows(_ races: [CupRace], tieBreak: CupTieBreak) -> [Row] {
    var order: [String] = []
    var scores: [String: [CupRace.Score?]] = [:]
    for (index, race) in races.enumerated() {
      for score in race.scores {
        if scores[score.competitor] == nil {
          order.append(score.competitor)
          scores[score.competitor] = Array(repeating: nil, count: races.count)
        }
        scores[score.competitor]?[index] = score
      }
    }
    var rows = order.compactMap { id -> Row? in
      guard let own = scores[id], let last = own.last(where: { $0 != nil }) ?? nil else { return nil }
      return Row(
        rank: 0, competitor: id, name: last.name, nation: last.nation,
        total: own.reduce(0) { $0 + ($1?.points ?? 0) }, points: own.map { $0?.points },
        ranks: own.map { $0?.rank })
    }
    let rounds = rounds(races)
    rows.sort { isBefore($0, $1, tieBreak, rounds) ?? ($0.name < $1.name) }
    for index in rows.indices {
      let isEqual = index > 0 && isBefore(rows[index - 1], rows[index], tieBreak, rounds) == nil
      rows[index].rank = isEqual ? rows[index - 1].rank : index + 1
    }
    return rows
  }

  /// Races that are skated as one: of a log the first one of each division, then the second ones, and so on.
  private static func rounds(_ races: [CupRace]) -> [[Int]] {
    var rounds: [[Int]] = []
    for (index, race) in races.enumerated() {
      let open = rounds.firstIndex { round in
        races[round[0]].log == race.log && race.division != nil
          && !round.contains { races[$0].division == race.division || races[$0].division == nil }
      }
      if let open { rounds[open].append(index) } else { rounds.append([index]) }
    }
    return rounds
  }

  /// Whether one row stands before another; nil where they are equal.
  private static func isBefore(
    _ left: Row, _ right: Row, _ tieBreak: CupTieBreak, _ rounds: [[Int]]
  ) -> Bool? {
    if left.total != right.total { return left.total > right.total }
    switch tieBreak {
    case .shared: return nil
    case .last:
      for round in rounds.reversed() {
        let own = round.compactMap { left.points[$0] }
        let other = round.compactMap { right.points[$0] }
        if own.reduce(0, +) != other.reduce(0, +) { return own.reduce(0, +) > other.reduce(0, +) }
        if own.isEmpty != other.isEmpty { return other.isEmpty }
      }
      return nil
    case .wins:
      let own = left.points.compactMap(\.self).sorted(by: >)
      let other = right.points.compactMap(\.self).sorted(by: >)
      if let pair = zip(own, other).first(where: { $0 != $1 }) { return pair.0 > pair.1 }
      if own.count != other.count { return own.count > other.count }
      return nil
    }
  }

  /// An id is who somebody is. One that has several names, and a name that has several ids, may be a mistake in a log.
  private static func notices(_ races: [CupRace]) -> [String] {
    var names: [String: Set<String>] = [:]
    var ids: [String: Set<String>] = [:]
    for score in races.flatMap(\.scores) {
      names[score.competitor, default: []].insert(score.name)
      ids[score.name + (score.nation.isEmpty ? "" : " " + score.nation), default: []].insert(score.competitor)
    }
    return names.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map {
      "the id \"\($0.key)\" is counted as one, and is called \($0.value.sorted().joined(separator: ", "))"
    }
      + ids.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map {
        "\($0.key) is counted apart, as \($0.value.sorted().joined(separator: " and "))"
      }
  }
}
