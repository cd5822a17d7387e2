/// Races as they do not come every day.
enum Logs {
  /// Events without seq and at.
  static let strange: [(name: String, events: [String])] = [
    (
      "CJK and very long names",
      pair(
        "高木 美帆", "Wilhelmina-Alexandra van der Westhuizen-Oosterbaan genaamd Vosmaer", 1000, [200, 600, 1000])
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
