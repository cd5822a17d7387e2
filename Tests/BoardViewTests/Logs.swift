/// Races as they do not come every day.
enum Logs {
  /// Events without seq and at.
  static let strange: [(name: String, events: [String])] =
    formats + [
      (
        "CJK and very long names",
        pair(
          "高木 美帆", "Wilhelmina-Alexandra van der Westhuizen-Oosterbaan genaamd Vosmaer", 1000,
          [200, 600, 1000])
      ),
      ("a quartet", quartet), ("alone", alone), ("10 000 m", tenThousand),
      ("an unknown kind", [meet, #"{"type":"race","race":"r","kind":"jumping","laps":3}"#]),
      ("an empty race", [meet, race(500)]), ("nothing announced", [meet]),
      ("called before entered", [meet, race(500), #"{"type":"call","race":"r","pair":1}"#]),
    ]

  static let meet =
    #"{"type":"meet","format":1,"log":"t","name":"Meet of the longest name that anybody ever gave to one"}"#

  static func race(_ distance: Int) -> String {
    #"{"type":"race","race":"r","kind":"individual","distance":\#(distance),"gender":"women"}"#
  }

  static func entry(_ id: String, _ name: String, pair: Int, _ lane: String, group: Int = 1) -> String {
    #"{"type":"entry","race":"r","pair":\#(pair),"group":\#(group),"lane":"\#(lane)","#
      + #""competitor":{"id":"\#(id)","name":"\#(name)","nation":"NED"}}"#
  }

  static func start(_ pair: Int, group: Int = 1) -> String {
    #"{"type":"start","race":"r","pair":\#(pair),"group":\#(group)}"#
  }

  /// A time in seconds.
  static func split(_ id: String, _ mark: Int, _ time: Double) -> String {
    let hundredths = Int((time * 100).rounded())
    let seconds = hundredths / 100
    let tail = "\(seconds % 60).\(hundredths / 10 % 10)\(hundredths % 10)"
    let text = seconds < 60 ? tail : "\(seconds / 60):" + (seconds % 60 < 10 ? "0" : "") + tail
    return
      #"{"type":"split","race":"r","competitor":"\#(id)","mark":\#(mark),"time":"\#(text)","source":"optical"}"#
  }

  /// Two after another two, so that there is a leader.
  static func pair(_ first: String, _ second: String, _ distance: Int, _ marks: [Int]) -> [String] {
    let entries = [
      entry("x", "Kimi Goetz", pair: 1, "inner"), entry("y", "Mei Han", pair: 1, "outer"),
      entry("a", first, pair: 2, "inner"), entry("b", second, pair: 2, "outer"),
    ]
    let times = marks.map { (mark: $0, time: Double($0) / 13.5 + 3) }
    let before =
      [start(1)] + times.flatMap { [split("x", $0.mark, $0.time), split("y", $0.mark, $0.time + 1.2)] }
    let now =
      [start(2)]
      + times.flatMap { [split("a", $0.mark, $0.time + 0.14), split("b", $0.mark, $0.time - 0.3)] }
    return [meet, race(distance)] + entries + before + now
  }

  static let tenThousand = pair(
    "Martina Sáblíková", "Irene Schouten", 10_000, Array(stride(from: 400, through: 10_000, by: 400)))

  static let alone = [
    meet, race(500), entry("a", "Erin Jackson", pair: 1, "outer"), #"{"type":"call","race":"r","pair":1}"#,
    start(1),
    split("a", 100, 10.33), split("a", 500, 37.91),
  ]

  static let quartet: [String] = {
    let ids = ["a", "b", "c", "d"]
    let entries = ids.enumerated().map { index, id in
      entry(id, "Racer \(id)", pair: 1, index.isMultiple(of: 2) ? "inner" : "outer", group: index / 2 + 1)
    }
    let splits = [200, 600, 1000, 1400].flatMap { mark in
      ids.enumerated().map { index, id -> String in
        let time: Double = Double(mark) / 13 + 3 + Double(index) * 0.27
        return split(id, mark, time)
      }
    }
    return [meet, race(5000)] + entries + [start(1), start(1, group: 2)] + splits
  }()
}

/// Formats as they do not come every day.
extension Logs {
  /// Events without seq and at.
  static let formats: [(name: String, events: [String])] = [
    ("a field of 28 with long names, a fall and a lapped skater", field(28, laps: 16)),
    ("a mass start of one", field(1, laps: 3)),
    ("a mass start nobody was timed in", Array(field(3, laps: 5).prefix(6))),
    ("a pursuit", teams("teamPursuit", laps: 8, ["finish", "crossing"], halves: 16)),
    ("a pursuit alone", teams("teamPursuit", laps: 6, ["finish"], halves: 9)),
    ("a team sprint", teams("teamSprint", laps: 3, ["finish", "crossing"], halves: 5)),
    ("a relay of four", teams("mixedRelay", laps: 6, ["", "", "", ""], halves: 10)),
    ("a re-skate", reskate),
  ]

  private static func inRace(_ type: String, _ fields: String) -> String {
    #"{"type":"\#(type)","race":"r",\#(fields)}"#
  }

  private static func clock(_ hundredths: Int) -> String {
    let seconds = hundredths / 100
    let tail = "\(seconds % 60).\(hundredths / 10 % 10)\(hundredths % 10)"
    return seconds < 60 ? tail : "\(seconds / 60):" + (seconds % 60 < 10 ? "0" : "") + tail
  }

  private static func lap(_ id: String, _ halves: Int, _ hundredths: Int) -> String {
    let lap = halves % 2 == 0 ? "\(halves / 2)" : "\(halves / 2).5"
    return inRace(
      "split", #""competitor":"\#(id)","lap":\#(lap),"time":"\#(clock(hundredths))","source":"optical""#)
  }

  private static func field(_ count: Int, laps: Int) -> [String] {
    let ids = (0..<count).map { "s\($0)" }
    let entries = ids.enumerated().map { index, id in
      let name = index % 3 == 0 ? "Wilhelmina van der Westhuizen-Oosterbaan \(index)" : "高木 \(index)"
      return inRace(
        "entry",
        #""pair":1,"competitor":{"id":"\#(id)","name":"\#(name)","nation":"NED","bib":"\#(100 + index)"}"#)
    }
    let passages = (0...laps).flatMap { lap in
      ids.enumerated().compactMap { index, id -> String? in
        // One is alone in front, one falls out after half of it, one is lapped.
        if index == 5, lap > laps / 2 { return nil }
        if index == 7, lap > laps - 2 { return nil }
        let own = index == 0 ? lap * -90 : index == 7 ? lap * 310 : index * 22
        return Logs.lap(id, lap * 2, 500 + lap * 2900 + own)
      }
    }
    let decisions =
      count > 7
      ? [
        inRace("status", #""competitor":"s5","status":"DNF","fell":true"#),
        inRace("sprint", #""lap":4,"order":["s1","s2","s3"]"#),
      ]
      : []
    return [meet, inRace("race", #""kind":"massStart","laps":\#(laps),"gender":"women","division":"A""#)]
      + entries
      + [start(1)] + passages + decisions
  }

  private static func teams(_ kind: String, laps: Int, _ straights: [String], halves: Int) -> [String] {
    let ids = straights.indices.map { "t\($0)" }
    let entries = straights.enumerated().map { index, straight in
      let lane = straight.isEmpty ? "" : #""lane":"\#(straight)","#
      return inRace(
        "entry",
        #""pair":1,\#(lane)"competitor":{"id":"t\#(index)","name":"Federation of the Islands \#(index)","nation":"FI\#(index)","members":["Ann Aa","Bea Bee-Bea van der Long","Cat Sea"]}"#
      )
    }
    let step = kind == "mixedRelay" ? 2 : 1
    let marks = stride(from: step, through: halves, by: step).flatMap { half in
      ids.enumerated().map { index, id in Logs.lap(id, half, 450 + half * 1350 + index * half * 7) }
    }
    return [meet, inRace("race", #""kind":"\#(kind)","laps":\#(laps)"#)] + entries + [start(1)] + marks
  }

  private static let reskate = [
    meet, race(1000), entry("a", "Joep Wennemars", pair: 11, "outer"),
    entry("b", "Lian Ziwen", pair: 11, "inner"),
    start(11), split("a", 200, 16.5), split("b", 200, 16.6), split("a", 1000, 67.58),
    #"{"type":"status","race":"r","competitor":"b","status":"DQ","code":"T09"}"#,
    #"{"type":"entry","race":"r","pair":16,"lane":"outer","attempt":2,"competitor":{"id":"a","name":"Joep Wennemars","nation":"NED"}}"#,
    #"{"type":"call","race":"r","pair":16}"#, start(16),
    #"{"type":"split","race":"r","competitor":"a","mark":200,"time":"16.70","source":"optical"}"#,
  ]
}
