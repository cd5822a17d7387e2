import FoundationEssentials
import ReplayFixtures

/// A race of ten pairs as command lines, with what each of them puts into the journal and the times that count after
/// it. It is worked out here, by nothing but a dictionary, to be compared with the program.
struct RaceScript {
  /// A line of the operator's, with what has to be typed before it and leaves no event.
  struct Step {
    let lines: [String]
    /// What its events hold: one, or the parts of one action.
    let events: [[String]]
    /// Times that count once it is done.
    let times: Times
    /// The pair on the ice.
    let pair: Int
  }

  /// Skater, then mark, then time.
  typealias Times = [String: [Int: String]]

  private(set) var steps: [Step] = []
  private var times: Times = [:]
  private var before: [Times] = []
  private var taken: [Times] = []
  private var pair = 0
  private var chance: SplitMix64

  static let pairs = 10

  /// Another race for each seed.
  init(seed: UInt64) {
    chance = SplitMix64(seed: seed)
    for pair in 1...Self.pairs {
      self.pair = pair
      race()
    }
  }

  /// `s07i` starts in pair 7, inner lane.
  static func skater(_ pair: Int, _ lane: Character) -> String { "s\(pair < 10 ? "0" : "")\(pair)\(lane)" }

  /// The start list.
  static var startList: String {
    "distance,pair,lane,id,name,nation\n"
      + (1...pairs).flatMap { pair in
        [("inner", Character("i")), ("outer", Character("o"))].map { lane, letter in
          "1000,\(pair),\(lane),\(skater(pair, letter)),Skater \(skater(pair, letter).uppercased()),NED\n"
        }
      }.joined()
  }

  private mutating func race() {
    let (inner, outer) = (Self.skater(pair, "i"), Self.skater(pair, "o"))
    note(["call \(pair)"], [[#""type":"call""#, #""pair":\#(pair)"#]])
    gun()
    split(inner, 200)
    if pair % 4 == 0 {
      note(["clear step\(steps.count)"], [[#""type":"clear""#, #""reason":"step\#(steps.count)""#]]) {
        $0[inner] = nil
      }
      gun()
      split(inner, 200)
    }
    split(outer, 200)
    undo()
    redo()
    split(outer, 600)
    split(inner, 600)
    edit(inner, 600)
    swap(inner, outer, 600)
    if pair % 2 == 0 { undo() }
    if pair % 3 == 0 {
      note(["status white DQ step\(steps.count)"], [[#""type":"status""#, #""status":"DQ""#, inner]])
      undo()
    }
    split(inner, 1000)
    note(["void white 1000 step\(steps.count)"], [[#""type":"void""#, #""reason":"step\#(steps.count)""#]]) {
      $0[inner]?[1000] = nil
    }
    undo()
    undo()
    redo()
    note(["say step\(steps.count)"], [[#""type":"message""#, #""text":"step\#(steps.count)""#]])
    split(outer, 1000)
    edit(outer, 1000)
    note(["official"], [[#""type":"official""#, #""pair":\#(pair)"#]])
  }

  private mutating func note(
    _ lines: [String], _ events: [[String]], change: (inout Times) -> Void = { _ in }
  ) {
    before.append(times)
    taken = []
    change(&times)
    add(lines, events)
  }

  private mutating func add(_ lines: [String], _ events: [[String]]) {
    steps.append(Step(lines: lines, events: events, times: times, pair: pair))
  }

  private mutating func gun() {
    note(["arm", "gun"], [[#""type":"start""#, #""pair":\#(pair)"#, #""boot":""#]])
  }

  private mutating func split(_ who: String, _ mark: Int) {
    let time = time(mark)
    note(["split \(who) \(mark) \(time)"], [facts(who, mark, time)]) { $0[who, default: [:]][mark] = time }
  }

  private mutating func edit(_ who: String, _ mark: Int) {
    let time = time(mark)
    let reason = "step\(steps.count)"
    note(
      ["edit \(who) \(mark) \(time) \(reason)"],
      [facts(who, mark, time) + [#""replaces":["#, #""reason":"\#(reason)""#]]
    ) { $0[who, default: [:]][mark] = time }
  }

  private mutating func swap(_ one: String, _ other: String, _ mark: Int) {
    let (first, second) = (times[one]?[mark] ?? "", times[other]?[mark] ?? "")
    note(["swap \(mark)"], [facts(other, mark, first), facts(one, mark, second)]) {
      $0[one]?[mark] = second
      $0[other]?[mark] = first
    }
  }

  private mutating func undo() {
    taken.append(times)
    times = before.removeLast()
    add(["undo"], [[#""type":"void""#, #""reason":"undo""#]])
  }

  private mutating func redo() {
    before.append(times)
    times = taken.removeLast()
    add(["redo"], [[#""type":"void""#, #""reason":"redo""#]])
  }

  private func facts(_ who: String, _ mark: Int, _ time: String) -> [String] {
    [#""type":"split""#, #""competitor":"\#(who)""#, #""mark":\#(mark),"#, #""time":"\#(time)""#]
  }

  /// Laps of 26 to 30 s, to the hundredth, so that no two skaters are likely to share a time.
  private mutating func time(_ mark: Int) -> String {
    let first = [200: 1700, 600: 4500, 1000: 7300][mark] ?? 0
    let hundredths = first + Int.random(in: 0..<200, using: &chance)
    let (minutes, rest) = (hundredths / 6000, hundredths % 6000)
    let digits = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    let seconds = "\(minutes > 0 ? digits(rest / 100) : "\(rest / 100)").\(digits(rest % 100))"
    return minutes > 0 ? "\(minutes):\(seconds)" : seconds
  }
}
