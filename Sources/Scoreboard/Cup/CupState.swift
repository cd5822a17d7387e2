import LongTrack
package import RaceLog

/// A cup as finished text: the ranking as it stands, and as if the race on the ice ended now.
package struct CupState: Hashable, Sendable {
  /// `Women 1000 m`: the cup; empty where the race on the ice is for none.
  package let cup: String
  /// `as if Women 1000 m · A ended now`, `after 4 races`.
  package let basis: String
  /// Whether a race is not over.
  package let isRunning: Bool
  /// Everybody, best first.
  package let lines: [Line]
  /// Why there is nothing to show; nil where there is.
  package let emptiness: String?

  /// Somebody in a cup.
  package struct Line: Hashable, Sendable {
    /// `12`.
    package let rank: String
    /// `▲3`, `▼1`, `=`, `new`; empty where all races are over.
    package let move: String
    /// `TAKAGI Miho`.
    package let name: String
    /// `JPN`; empty where not entered.
    package let nation: String
    /// All points.
    package let total: String
    /// `−24` to the first; empty for the first and whoever has as many.
    package let behind: String
    /// The points in each race, the last one last; empty where there are none.
    package let points: [String]
    /// Whether the skater is on the ice now.
    package let isOnIce: Bool
  }

  /// The cup of the race on the ice, or of the race given.
  package init(_ meet: Meet, log: EventLog, options: BoardOptions) {
    let ice = meet.onIce(in: log, race: options.race)
    let race = (options.race ?? ice?.race).map(meet.race) ?? meet.races.first
    let name = race?.cupName
    cup = name ?? ""
    guard let race, let name else {
      basis = ""
      isRunning = false
      lines = []
      emptiness = race == nil ? "No race is announced yet." : "This race is for no cup."
      return
    }
    let earlier = options.cup.earlier.filter { $0.log != meet.info?.log }
    let races = earlier + meet.cupRaces(ladders: options.cup.ladders, of: name)
    let table = CupTable(name, races: races, tieBreak: options.cup.tieBreak)
    isRunning = table.isRunning
    basis = table.basis
    // Where a whole field is on the ice, that tells nobody apart.
    let racing = ice.map { race.entries(inPair: $0.pair) } ?? []
    let onIce = racing.count > 4 ? [] : Set(racing.map(\.competitor.id))
    let first = table.rows.first?.total ?? 0
    lines = table.rows.map { Line($0, first: first, isRunning: table.isRunning, onIce: onIce) }
    emptiness = lines.isEmpty ? "Nobody has points yet." : nil
  }
}

extension CupTable {
  /// `as if Women 1000 m · A ended now`, `after 4 races`.
  package var basis: String {
    let open = races.filter { !$0.isOver }.map(\.title)
    if !open.isEmpty { return "as if \(open.joined(separator: ", ")) ended now" }
    return races.count == 1 ? "after 1 race" : "after \(races.count) races"
  }
}

extension CupTable.Row {
  /// `▲3`, `▼1`, `=`; `new` for whoever was not in the cup before the races that are not over.
  package var moveText: String {
    guard let move else { return "new" }
    return move > 0 ? "▲\(move)" : move < 0 ? "▼\(-move)" : "="
  }
}

extension CupState.Line {
  init(_ row: CupTable.Row, first: Double, isRunning: Bool, onIce: Set<String>) {
    rank = String(row.rank)
    move = isRunning ? row.moveText : ""
    name = row.name
    nation = row.nation
    total = row.total.pointsText
    behind = row.total < first ? "−" + (first - row.total).pointsText : ""
    points = row.points.map { $0?.pointsText ?? "" }
    isOnIce = onIce.contains(row.competitor)
  }
}
