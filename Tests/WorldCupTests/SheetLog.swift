import RaceLog
import ReplayFixtures

/// A sheet as a race log: entries, guns, finishes, what officials decided, and nothing that the sheet does not say.
struct SheetLog {
  let sheet: Sheet

  /// The events, without seq and at.
  var events: [String] {
    let meet = #"{"type":"meet","format":1,"log":"\#(sheet.meet)","name":"World Cup"}"#
    return [meet, race] + entries + guns + sheet.rows.compactMap(finish) + sprints
      + sheet.rows.flatMap(decisions)
      + [inRace("official")]
  }

  private var first: Sheet.Row { sheet.rows[0] }
  private var isMassStart: Bool { first["kind"] == "massStart" }

  private func inRace(_ type: String, _ fields: String...) -> String {
    let all = [#""type":"\#(type)""#, #""race":"\#(sheet.race)""#] + fields.filter { !$0.isEmpty }
    return "{" + all.joined(separator: ",") + "}"
  }

  private var race: String {
    let sprints = first["sprints"].split(separator: " ").joined(separator: ",")
    return inRace(
      "race",
      #""kind":"\#(first["kind"])","gender":"\#(first["gender"])","division":"\#(first["division"])""#,
      first["laps"].isEmpty ? #""distance":\#(first["distance"])"# : #""laps":\#(first["laps"])"#,
      sprints.isEmpty ? "" : #""sprints":[\#(sprints)]"#)
  }

  private var entries: [String] {
    sheet.rows.map { row in
      inRace(
        "entry", #""pair":\#(row["pair"]),"group":\#(row["group"])"#,
        row["lane"].isEmpty ? "" : #""lane":"\#(row["lane"])""#,
        #""competitor":{"id":"\#(row["id"])","name":"\#(row["name"])","nation":"\#(row["nation"])","bib":"\#(row["bib"])"}"#
      )
    }
  }

  private var guns: [String] {
    Set(sheet.rows.map { #""pair":\#($0["pair"]),"group":\#($0["group"])"# }).sorted().map {
      // Long before anything in the log, so that no time lies after the moment that it was logged at.
      inRace("start", $0, #""clock":"2024-01-01T00:00:00Z""#)
    }
  }

  /// The last line that was passed: of whoever stopped on the way, that of the last full lap.
  private func finish(_ row: Sheet.Row) -> String? {
    guard !row["time"].isEmpty else { return nil }
    let place =
      first["laps"].isEmpty
      ? #""mark":\#(row["distance"])"# : #""lap":\#(isMassStart ? row["done"] : first["laps"])"#
    return inRace(
      "split", #""competitor":"\#(row["id"])","source":"photofinish""#, place, #""time":"\#(row.time)""#)
  }

  /// The sprints on the way. Whoever finished and has points that do not count (the sheet prints them, and a total of
  /// 0) was given none in the end.
  private var sprints: [String] {
    let laps = first["sprints"].split(separator: " ")
    return laps.indices.map { index in
      let column = "s\(index + 1)"
      let order = sheet.rows.filter { !$0[column].isEmpty }.sorted {
        Int($0[column]) ?? 0 > Int($1[column]) ?? 0
      }
      let points = order.map { row in
        row["done"] == first["laps"] && row["sprintPoints"] == "0" ? "0" : row[column]
      }
      let ids = order.map { "\"\($0["id"])\"" }
      // The usual points are left to the ladder.
      return inRace(
        "sprint", #""lap":\#(laps[index]),"order":[\#(ids.joined(separator: ","))]"#,
        points == ["3", "2", "1"] ? "" : #""points":[\#(points.joined(separator: ","))]"#)
    }
  }

  private func decisions(_ row: Sheet.Row) -> [String] {
    var fields: [String] = []
    if !row["status"].isEmpty { fields.append(#""status":"\#(row["status"])""#) }
    if !row["code"].isEmpty { fields.append(#""code":"\#(row["code"])""#) }
    if row["fell"] == "yes" { fields.append(#""fell":true"#) }
    if row["entered"] == "yes" { fields.append(#""points":\#(row["points"])"#) }
    // A rank without a time is the officials' own.
    if row["time"].isEmpty, !row["rank"].isEmpty { fields.append(#""rank":\#(row["rank"])"#) }
    guard !fields.isEmpty else { return [] }
    return [inRace("status", #""competitor":"\#(row["id"])""#, fields.joined(separator: ","))]
  }
}
