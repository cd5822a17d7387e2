import BoardRuntime
import BoardTestSupport
import BoardView
import LongTrack
import RaceLog
import ReplayFixtures
import Scoreboard
import Testing

@Suite struct ResultPageTests {
  private static func page(_ log: LogBuilder) throws -> String {
    let meet = try log.meet()
    return ResultPage(meet, races: meet.races, asOf: Instant(ticks: 0, zone: 3600)).html
  }

  private static func page(_ name: String, after count: Int? = nil) throws -> String {
    var recording = Recording(try Replays.log(name))
    let meet = recording.meet(after: count ?? recording.log.events.count)
    return ResultPage(meet, races: meet.races, asOf: nil).html
  }

  /// A race with only finishes, one skater a pair, all by photo-finish.
  private static func finishes(_ times: [(String, String)]) throws -> LogBuilder {
    var log = LogBuilder()
    log.announce()
    for (index, (id, time)) in times.enumerated() {
      log.entry(id, pair: index + 1, .inner)
      log.start(pair: index + 1)
      try log.split(id, 1000, time, .photofinish)
    }
    return log
  }

  /// The cells of the rows that hold a word.
  private static func rows(_ page: String, with word: String) -> [[String]] {
    page.split(separator: "\n").filter { $0.hasPrefix("<tr><td") && $0.contains(word) }.map { line in
      line.split(separator: "<td").dropFirst().map { cell in
        var text = cell.drop { $0 != ">" }.dropFirst()
        text = text.split(separator: "</td>", omittingEmptySubsequences: false).first ?? ""
        return String(text)
      }
    }
  }

  @Test func theMeetStandsAboveTheRace() throws {
    var log = LogBuilder(fields: #""venue":"Thialf","place":"Heerenveen","nation":"NED","date":"2026-01-31""#)
    log.announce(with: #""title":"Women 1000 m","division":"A""#)
    let page = try Self.page(log)
    #expect(page.contains("<title>Women 1000 m · A · Meet</title>"))
    #expect(page.contains("<h1>Meet</h1>"))
    #expect(page.contains("<span>Thialf, Heerenveen, NED</span> <span>2026-01-31</span>"))
    #expect(page.contains("As of 1970-01-01 01:00:00 +01:00"))
    #expect(page.contains("<h2>Women 1000 m · A</h2><p class=\"state\">Start list</p>"))
  }

  @Test func whySomebodyIsOutStandsInTheNotes() throws {
    var log = try Self.finishes([("a", "1:15.000"), ("b", "1:16.000")])
    log.status("b", "DQ", with: #""code":"T25","reason":"missed <takeover>""#)
    #expect(Self.rows(try Self.page(log), with: ">b<").first?.last == "T25, missed &lt;takeover&gt;")
    let sheet = try ResultSheet.text(ResultTable(log.state()))
    #expect(sheet.split(separator: "\n").last?.hasSuffix("T25 missed <takeover>") == true)
    log.status("b", "none")
    #expect(try !ResultSheet.text(ResultTable(log.state())).contains("takeover"))
  }

  @Test func aRowSaysRankPairLaneNameTimeGapAndPoints() throws {
    let page = try Self.page(RecordingFinder.demoName)
    let rows = Self.rows(page, with: "GOETZ Kimi")
    #expect(
      rows.first == ["2", "8", "Inner", "293", "GOETZ Kimi", "USA", "1:14.45", "+0.01", "54"])
    #expect(
      rows.last == [
        "2", "GOETZ Kimi", "≈17.91 <small>(1)</small>",
        "≈45.21 <small>(2)</small><br><span class=\"lap\">27.30 <small></small></span>",
        "1:14.45 <small>(2)</small><br><span class=\"lap\">29.24 <small></small></span>",
      ])
    #expect(rows.count == 2)
    #expect(page.contains("<p class=\"state\">Official result</p>"))
    #expect(page.contains("<dt>≈</dt><dd>nobody measured this time</dd>"))
    #expect(!page.contains("As of"))
  }

  @Test func tiesShareARankAndOthersShowTheDecidingThousandth() throws {
    let log = try Self.finishes([("a", "1:07.001"), ("b", "1:07.004"), ("c", "1:07.004")])
    let page = try Self.page(log)
    #expect(["a", "b", "c"].map { Self.rows(page, with: ">\($0)</td>")[0][0] } == ["1", "2", "2"])
    #expect(Self.rows(page, with: ">c</td>")[0].contains("1:07.00(4)"))
    #expect(page.contains("<dt>1:16.35(4)</dt>"))
    let coarse = try Self.page(Self.finishes([("a", "1:07.00"), ("b", "1:07.001")]))
    #expect(
      coarse.contains(
        "<p class=\"notice\">w1000: 1:07.00 is shared: a time was given without thousandths</p>"))
  }

  @Test func statusesStandInThePlaceOfTheTimeAndAreExplained() throws {
    var log = try Self.finishes([("a", "1:07.50"), ("b", "1:07.40"), ("c", "1:09.00")])
    log.status("a", "DQ", with: #""code":"T08""#)
    log.status("c", with: #""fell":true"#)
    log.entry("d", pair: 4, .outer)
    log.status("d", "DNS")
    let page = try Self.page(log)
    #expect(Self.rows(page, with: ">a</td>")[0] == ["", "1", "Inner", "a", "DQ", "", "T08"])
    #expect(Self.rows(page, with: ">d</td>")[0] == ["", "4", "Outer", "d", "DNS", "", ""])
    #expect(Self.rows(page, with: ">c</td>")[0] == ["2", "3", "Inner", "c", "1:09.00", "+1.60", "fell"])
    #expect(page.contains("<dt>DQ</dt><dd>disqualified</dd>") && page.contains("<dd>did not start</dd>"))
    #expect(!page.contains("<dt>DNF</dt>"))
  }

  @Test func aMassStartIsToldByItsSprints() throws {
    let page = try Self.page("2025-salt-lake-city-men-mass-start.ndjson")
    let row = try #require(Self.rows(page, with: "BERGSMA Jorrit").first)
    #expect(row == ["1", "116", "BERGSMA Jorrit", "NED", "16", "7:39.20", "", "", "3", "60", "63", "60"])
    #expect(page.contains("<dt>S1 … S4</dt><dd>points of the sprints; S4 is the finish</dd>"))
    #expect(!page.contains(">Pair<") && !page.contains(">Behind<"))
  }

  @Test func teamsHaveAHeatAndAStart() throws {
    let page = try Self.page("2020-heerenveen-men-team-pursuit.ndjson")
    let row = try #require(Self.rows(page, with: "Italy").first)
    #expect(row == ["4", "3", "Finish", "11", "Italy", "ITA", "3:46.77", "+6.14"])
    #expect(page.contains(">Heat<") && page.contains(">Start<") && page.contains(">lap 0.5<"))
  }

  @Test func aReskateNamesTheFirstTime() throws {
    var log = try Self.finishes([("a", "1:07.50"), ("b", "1:07.40")])
    log.entry("a", pair: 3, .outer, attempt: 2)
    log.start(pair: 3)
    try log.split("a", 1000, "1:07.30", .optical, attempt: 2)
    #expect(
      Self.rows(try Self.page(log), with: ">a</td>")[0].last == "provisional, RS, first time 1:07.50")
    try log.split("a", 1000, "1:07.60", .photofinish, attempt: 2)
    let page = try Self.page(log)
    #expect(Self.rows(page, with: ">a</td>")[0].last == "RS 1:07.60 did not count")
    #expect(page.contains("<dt>RS</dt><dd>re-skate</dd>"))
  }

  @Test func aHoleInTheLapsIsSaid() throws {
    var log = LogBuilder()
    log.announce()
    log.pair(8, "goetz", "han")
    log.start(pair: 8)
    try log.split("goetz", 200, "17.91")
    try log.split("goetz", 1000, "1:14.457", .photofinish)
    let page = try Self.page(log)
    #expect(page.contains("<span class=\"lap\">56.54 <small>[2]</small></span>"))
    #expect(page.contains("<dt>[2]</dt>"))
  }

  static let hostile = [
    "<script>alert(1)</script>", "\\\" onmouseover=\\\"x", "' onload='x", "</style><b>", "A & B", "&lt;i&gt;",
    "\\u0000\\u001b[2J\\u0007\\u009b", "a\\u202egnp.exe", "line\\nbreak\\r\\u2028", "<\\u0301b>",
  ]

  @Test(arguments: hostile)
  func nothingFromALogBecomesMarkup(text: String) throws {
    let text = text
    var log = LogBuilder(
      fields: ["venue", "place", "nation", "date", "source", "note"].map { "\"\($0)\":\"\(text)\"" }.joined(
        separator: ","))
    log.announce(with: "\"title\":\"\(text)\"")
    log.inRace(
      "entry", "\"pair\":1,\"lane\":\"inner\"",
      "\"competitor\":{\"id\":\"x\",\"name\":\"\(text)\",\"nation\":\"\(text)\",\"bib\":\"\(text)\"}")
    log.start(pair: 1)
    try log.split("x", 200, "17.00")
    try log.split("x", 1000, "1:10.00", .photofinish)
    log.status("x", text, with: "\"code\":\"\(text)\"")
    let page = try Self.page(log)
    #expect(page.split(separator: "&amp;").count > 1 || !text.contains("&"))
    // What is left of a page without its own tags has no sign that could begin one.
    let known = [
      "html", "head", "body", "title", "style", "header", "h1", "h2", "h3", "p", "section", "div", "span",
      "table",
      "thead", "tbody", "tr", "th", "td", "small", "br", "abbr", "dl", "dt", "dd", "footer", "meta",
      "!DOCTYPE",
    ]
    for tag in page.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      let name = tag.drop { $0 == "/" }.prefix { $0 != ">" && $0 != " " }
      #expect(known.contains(String(name)), "<\(tag)")
      let attributes = tag.prefix { $0 != ">" }.drop { $0 != " " }
      #expect(
        !attributes.contains("'x") && !attributes.contains("onmouseover") && !attributes.contains("onload"))
    }
    #expect(page.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    #expect(!page.unicodeScalars.contains { ["\u{202E}", "\u{2028}"].contains($0) })
    #expect(page.split(separator: "</style>").count == 2 && page.split(separator: "<style>").count == 2)
  }

  @Test(arguments: Replays.names)
  func aPageNeedsNothingElse(name: String) throws {
    let page = try Self.page(name)
    let style = try #require(page.split(separator: "</style>").first)
    for word in ["<script", "<link", "<img", "<iframe", "src=", "href=", "@import", "url("] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(style.contains("@page") && style.contains("table-header-group"))
    #expect(style.contains("prefers-color-scheme: dark") && style.contains("@media print"))
    for tag in ["section", "table", "thead", "tbody", "tr", "td", "div", "dl", "header", "p", "small"] {
      let opened = page.split(separator: "<\(tag)>").count + page.split(separator: "<\(tag) ").count - 2
      #expect(opened == page.split(separator: "</\(tag)>").count - 1, "\(tag)")
    }
  }

  @Test func marksOfALongDistanceAreSharedOutAmongTables() throws {
    var log = LogBuilder()
    log.announce(10_000)
    log.entry("a", pair: 1, .inner)
    log.start(pair: 1)
    for lap in 1...25 { try log.split("a", lap * 400, RaceTime(ticks: Int64(lap) * 305_000).text) }
    let page = try Self.page(log)
    let heads = page.split(separator: "<table class=\"splits\">").dropFirst().map {
      $0.split(separator: " m</th>").count - 1
    }
    #expect(heads == [6, 6, 6, 7])
    #expect(page.contains(">10000 m</th>"))
  }

  @Test func aMomentTellsNothingOfTheFuture() throws {
    let page = try Self.page(RecordingFinder.demoName, after: 80)
    #expect(page.contains("1:14.45") && !page.contains("1:14.44"))
    #expect(page.contains("Provisional result") && page.contains("<td class=\"notes\">on the ice</td>"))
  }

  @Test func withoutRacesThereIsStillAPage() throws {
    let page = ResultPage(Meet(), races: [], asOf: nil).html
    #expect(page.contains("<title>Results</title>") && page.hasSuffix("</html>\n"))
  }
}
