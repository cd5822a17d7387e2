import CellGrid
import Scoreboard

/// A column of the table of a mass start.
struct MassStartColumn: Equatable {
  /// What a column tells.
  enum Content: Equatable {
    case nation, bib, time, gap, lap, laps, total
    /// Points at a sprint, by its place among them.
    case sprint(Int)
    /// The place at a passage, by its place among those passed.
    case passage(Int)
  }

  let content: Content
  let caption: String
  /// With the blanks before it.
  let width: Int
  /// 0 for what never gives way; the largest gives way first.
  let importance: Int

  var isSprint: Bool { if case .sprint = content { true } else { false } }

  static func width(of columns: [MassStartColumn]) -> Int { columns.reduce(0) { $0 + $1.width } }

  /// Times, gaps and points.
  static func order(of race: MassStartState) -> [MassStartColumn] {
    let sprints = race.sprintNames.indices.map { index in
      let widest = race.lines.map { TextWidth.of($0.sprints[index]) }.max() ?? 0
      return MassStartColumn(
        content: .sprint(index), caption: race.sprintNames[index], width: max(widest, 2) + 1, importance: 3)
    }
    let time = MassStartColumn(content: .time, caption: "time", width: 11, importance: race.isResult ? 0 : 4)
    // Who did fewer laps has a shorter time and is behind all the same.
    let most = race.lines.compactMap(\.laps).max()
    let isShort =
      race.isResult && race.lines.contains { $0.laps != nil && $0.laps != most && !$0.place.isEmpty }
    let laps = isShort ? [MassStartColumn(content: .laps, caption: "laps", width: 5, importance: 1)] : []
    let gap = MassStartColumn(content: .gap, caption: "gap", width: 10, importance: race.isResult ? 5 : 0)
    return [
      MassStartColumn(content: .nation, caption: "", width: 4, importance: 2),
      MassStartColumn(content: .bib, caption: "nr", width: 5, importance: 7),
    ] + laps + [
      time, gap, MassStartColumn(content: .lap, caption: "lap", width: 7, importance: 6),
    ] + sprints + [MassStartColumn(content: .total, caption: "pts", width: 5, importance: 0)]
      // What nobody would miss: it has a screen of its own.
      + places(of: race, importance: 10)
  }

  /// The place at each passage, and the points.
  static func passages(of race: MassStartState) -> [MassStartColumn] {
    [
      MassStartColumn(content: .nation, caption: "", width: 4, importance: 1),
      MassStartColumn(content: .total, caption: "pts", width: 5, importance: 0),
    ] + places(of: race, importance: 1)
  }

  /// The place at each passage, the first one giving way first.
  private static func places(of race: MassStartState, importance: Int) -> [MassStartColumn] {
    // No terminal has room for more.
    race.passed.indices.suffix(80).map { index in
      MassStartColumn(
        content: .passage(index), caption: String(race.passed[index]), width: index == 0 ? 5 : 3,
        importance: importance + race.passed.count - index)
    }
  }

  /// Draws what a line has here, so that it ends at a column.
  func draw(_ line: MassStartLine, into grid: inout CellGrid, endingAt end: Int, row: Int) {
    switch content {
    case .nation: grid.put(line.nation, endingAt: end, row: row, role: .nation, cutTo: 3)
    case .bib: grid.put(line.bib, endingAt: end, row: row, role: .dim, cutTo: 4)
    case .time:
      // The bracketed thousandth hangs over the column, so that the hundredths stand under each other.
      let bare = line.time.prefix { $0 != "(" }
      grid.put(String(bare), endingAt: end, row: row, role: .time)
      let tail = line.time.dropFirst(bare.count) + (line.isProvisional ? "p" : "")
      grid.put(String(tail), column: end, row: row, role: .provisional)
    case .gap: grid.put(line.gap, endingAt: end, row: row, role: .time)
    case .lap: grid.put(line.lastLap, endingAt: end, row: row, role: .lap)
    case .laps: grid.put(line.laps.map(String.init) ?? "", endingAt: end, row: row, role: .rank)
    case .total: grid.put(line.total, endingAt: end, row: row, role: .best)
    case .sprint(let index):
      let points = line.sprints.indices.contains(index) ? line.sprints[index] : ""
      grid.put(points, endingAt: end, row: row, role: .lap)
    case .passage(let index):
      let place = line.places.indices.contains(index) ? line.places[index] ?? "" : ""
      grid.put(place, endingAt: end, row: row, role: place == "1" ? .best : .lap)
    }
  }
}
