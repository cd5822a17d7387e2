import LongTrack
import Scoreboard

/// A race on a page: the results, then splits and laps.
struct RaceSection {
  let table: ResultTable
  let splits: SplitTable

  /// Marks side by side on a sheet of A4.
  private static let marksInATable = 7

  init(_ race: Race, ladders: PointsLadders) {
    table = ResultTable(race, ladders: ladders)
    splits = SplitTable(race)
  }

  var html: String {
    let state =
      switch table.progress {
      case .notStarted: "Start list"
      case .provisional: "Provisional result"
      case .official: "Official result"
      }
    let head = HTML.element(
      "div", class: "head",
      HTML.element("h2", HTML.text(table.title)) + HTML.element("p", class: "state", state))
    let notices = table.notices.map { HTML.element("p", class: "notice", HTML.text($0)) }
    let parts = [head, results] + notices + (splits.hasSplits ? splitTables : [])
    return HTML.element("section", "\n" + parts.joined(separator: "\n") + "\n")
  }

  // MARK: Results

  private struct Column: Sendable {
    let caption: String
    /// What the caption is short for.
    var long: String?
    var style = "text"
    let text: @Sendable (ResultTable.Row) -> String
  }

  /// The columns, those that nobody fills left out. In a mass start all are one heat.
  private var columns: [Column] {
    let sprints = table.sprints.indices.map { index in
      Column(caption: table.sprints[index], long: "Sprint \(index + 1)", style: "number") {
        $0.sprints.indices.contains(index) ? $0.sprints[index]?.pointsText ?? "" : ""
      }
    }
    let total = Column(caption: "Total", style: "number") { $0.sprintPoints?.pointsText ?? "" }
    guard !sprints.isEmpty else {
      let isPair = table.heatWord == "Pair"
      return [
        Self.rank, Column(caption: table.heatWord, style: "number") { String($0.pair) },
        Column(caption: isPair ? "Lane" : "Start") { $0.lane.capitalisedFirst },
      ] + Self.facts + Self.ends
    }
    return [Self.rank] + Self.facts + sprints + [total] + Self.ends
  }

  private static let rank = Column(caption: "Rank", style: "number rank") { $0.rank.map(String.init) ?? "" }

  private static let facts = [
    Column(caption: "Bib", style: "number") { $0.bib },
    Column(caption: "Name", style: "name") { $0.sheetName },
    Column(caption: "Nat.", long: "Nation") { $0.nation },
    Column(caption: "Laps", style: "number") { $0.laps.map(String.init) ?? "" },
    Column(caption: "Time", style: "number time", text: result),
    Column(caption: "Behind", style: "number") { $0.rank == nil ? "" : $0.behind ?? "" },
  ]

  private static let ends = [
    Column(caption: "Points", style: "number") { $0.pointsText },
    Column(caption: "Notes", style: "notes", text: notes),
  ]

  /// The time, or the status of whoever is not ranked: what was measured of the disqualified is no result.
  @Sendable private static func result(_ row: ResultTable.Row) -> String {
    guard let time = row.time, row.rank != nil || row.status == nil else { return row.status ?? "" }
    let isEstimated = row.times.keys.max().map(row.estimated.contains) == true
    return (isEstimated ? "≈" : "") + time
  }

  @Sendable private static func notes(_ row: ResultTable.Row) -> String {
    let state: String? =
      switch row.state {
      case .running: "on the ice"
      case .provisional where row.rank != nil: "provisional"
      default: nil
      }
    let others = row.others.map { other in
      let result = [other.time, other.status].compactMap(\.self).joined(separator: " ")
      let name = other.number == 1 ? "first time" : "RS"
      return "\(name) \(result.isEmpty ? "–" : result)\(other.number == 1 ? "" : " did not count")"
    }
    return ([state, row.rank == nil ? nil : row.status].compactMap(\.self) + row.sheetRemarks + others)
      .joined(separator: ", ")
  }

  private var results: String {
    let columns = columns
    let cells = table.rows.map { row in columns.map { $0.text(row) } }
    let used = columns.indices.filter { column in cells.contains { !$0[column].isEmpty } }
    let heads = used.map { columns[$0] }.map { column in
      "<th scope=\"col\" class=\"\(column.style)\">"
        + (column.long.map { "<abbr title=\"\($0)\">\(column.caption)</abbr>" } ?? column.caption) + "</th>"
    }
    let rows = cells.map { row in
      HTML.element(
        "tr",
        used.map { HTML.element("td", class: columns[$0].style, HTML.text(row[$0])) }.joined())
    }
    return Self.table("results", head: heads.joined(), rows: rows)
  }

  // MARK: Splits

  /// As many tables as the marks need, all about as wide.
  private var splitTables: [String] {
    let count = (splits.marks.count + Self.marksInATable - 1) / Self.marksInATable
    let parts = (0..<count).map { part in
      splits.marks.count * part / count..<splits.marks.count * (part + 1) / count
    }
    return [HTML.element("h3", "Splits and laps")] + parts.map(splitTable)
  }

  private func splitTable(_ range: Range<Int>) -> String {
    let heads =
      [("Rank", "number rank"), ("Name", "name")]
      + splits.marks[range].map { ($0.unit == .metres ? "\($0.name) m" : "lap \($0.name)", "number") }
    let head = heads.map { "<th scope=\"col\" class=\"\($0.1)\">\($0.0)</th>" }.joined()
    let rows = splits.rows.map { row in
      let name = row.name + (row.counts ? "" : row.attempt == 1 ? " (first time)" : " (RS)")
      let cells =
        [
          HTML.element("td", class: "number rank", row.rank.map(String.init) ?? ""),
          HTML.element("td", class: "name", HTML.text(name)),
        ] + row.cells[range].map { HTML.element("td", class: "number", $0.map(Self.split) ?? "") }
      return HTML.element("tr", cells.joined())
    }
    return Self.table("splits", head: head, rows: rows)
  }

  private static func split(_ cell: SplitTable.Cell) -> String {
    let place = HTML.element("small", cell.place.map { "(\($0))" } ?? "")
    let time = HTML.text((cell.isEstimated ? "≈" : "") + cell.time) + " " + place
    guard let lap = cell.lap else { return time }
    let hole = HTML.element("small", cell.lapMarks > 1 ? "[\(cell.lapMarks)]" : "")
    return time + "<br>" + HTML.element("span", class: "lap", HTML.text(lap) + " " + hole)
  }

  private static func table(_ style: String, head: String, rows: [String]) -> String {
    let body = HTML.element("tbody", "\n" + rows.joined(separator: "\n") + "\n")
    return HTML.element(
      "div", class: "sheet",
      HTML.element(
        "table", class: style, "\n" + HTML.element("thead", HTML.element("tr", head)) + "\n" + body))
  }
}
