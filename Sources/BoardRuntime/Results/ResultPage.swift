package import LongTrack
package import RaceLog
package import Scoreboard

/// Results as one page of HTML that needs nothing else: no scripts, no other files. It prints on A4 and says by
/// words and signs, never by colour.
package struct ResultPage {
  private let meet: MeetInfo?
  private let asOf: Instant?
  private let races: [RaceSection]

  /// The page of some races of a meet.
  ///
  /// - Parameter asOf: the moment that the state is of; nil leaves it out.
  package init(_ meet: Meet, races: [Race], asOf: Instant?, ladders: PointsLadders = PointsLadders()) {
    self.meet = meet.info
    self.asOf = asOf
    self.races = races.map { RaceSection($0, ladders: ladders) }
  }

  /// The page.
  package var html: String {
    let title = [races.count == 1 ? races[0].table.title : nil, meet?.name].compactMap(\.self)
    let head = [
      "<meta charset=\"utf-8\">",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      // Should anything slip through the escaping all the same, a browser runs and fetches nothing.
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
      HTML.element("title", HTML.text(title.isEmpty ? "Results" : title.joined(separator: " · "))),
      "<style>\n\(Self.style)</style>",
    ]
    let body = [meetHead] + races.map(\.html) + [legend, origin].filter { !$0.isEmpty }
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n" + head.joined(separator: "\n")
      + "\n</head>\n<body>\n" + body.joined(separator: "\n") + "\n</body>\n</html>\n"
  }

  private var meetHead: String {
    let place = [meet?.venue, meet?.place, meet?.nation].compactMap(\.self).filter { !$0.isEmpty }
    let lines = [
      HTML.element("h1", HTML.text(meet?.name ?? "Results")),
      [place.joined(separator: ", "), meet?.date ?? ""].filter { !$0.isEmpty }.map { line in
        HTML.element("span", HTML.text(line))
      }.joined(separator: " "),
    ]
    let facts = lines[1].isEmpty ? "" : HTML.element("p", class: "facts", lines[1])
    let moment = asOf.map { HTML.element("p", class: "moment", "As of \(Self.text($0))") } ?? ""
    return HTML.element("header", lines[0] + "\n" + facts + moment)
  }

  /// `2023-11-18 17:27:04 +08:00`: the clock of the log, in its zone.
  private static func text(_ moment: Instant) -> String {
    let parts = moment.text.split(separator: "T")
    guard parts.count == 2, let time = parts[1].split(separator: ".").first else { return moment.text }
    let zone = parts[1].drop { !["+", "-", "Z"].contains($0) }
    return "\(parts[0]) \(time) \(zone == "Z" ? "UTC" : String(zone))"
  }

  /// What the signs on this page mean; only those that are on it.
  private var legend: String {
    let rows = races.flatMap(\.table.rows)
    let statuses = Set(rows.flatMap { [$0.status] + $0.others.map(\.status) }.compactMap(\.self))
    var notes: [(String, String)] = []
    if rows.contains(where: { !$0.estimated.isEmpty }) { notes.append(("≈", "nobody measured this time")) }
    if rows.contains(where: { $0.time?.hasSuffix(")") == true }) {
      notes.append(("1:16.35(4)", "the thousandth in brackets decides between equal hundredths"))
    }
    if races.contains(where: \.splits.hasSplits) {
      notes.append(("(3)", "third at this mark; the lap stands below the time"))
    }
    let cells = races.flatMap(\.splits.rows).flatMap(\.cells).compactMap(\.self)
    if cells.contains(where: { $0.lapMarks > 1 && $0.lap != nil }) {
      notes.append(("[2]", "over two marks: nobody was timed at the one between"))
    }
    if let count = races.map(\.table.sprints.count).max(), count > 0 {
      notes.append(("S1 … S\(count)", "points of the sprints; S\(count) is the finish"))
    }
    if rows.contains(where: { !$0.others.isEmpty || $0.attempt > 1 }) { notes.append(("RS", "re-skate")) }
    for (code, meaning) in Self.statuses where statuses.contains(code) { notes.append((code, meaning)) }
    guard !notes.isEmpty else { return "" }
    return HTML.element(
      "dl", class: "legend",
      notes.map {
        HTML.element("div", HTML.element("dt", HTML.text($0.0)) + HTML.element("dd", HTML.text($0.1)))
      }.joined(separator: "\n"))
  }

  private static let statuses = [
    ("DNS", "did not start"), ("DNF", "did not finish"), ("DQ", "disqualified"), ("WDR", "withdrew"),
    ("LOT", "lost, overtaken"), ("WOT", "won by overtaking"), ("WO", "walk-over"),
  ]

  /// Where the times come from, as the log says it.
  private var origin: String {
    let texts = [meet?.source, meet?.note].compactMap(\.self).filter { !$0.isEmpty }
    return texts.isEmpty
      ? ""
      : HTML.element("footer", texts.map { HTML.element("p", HTML.text($0)) }.joined(separator: "\n"))
  }
}
