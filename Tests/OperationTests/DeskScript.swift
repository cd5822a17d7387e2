import FoundationEssentials
import LongTrack
import Operation
import RaceLog
import Scoreboard

/// A desk with a clock of its own, worked by command lines.
struct DeskScript {
  var desk: Desk
  /// The machine's own clock, 1/10 000 s.
  var now: Int64 = 5_000_000
  /// The machine's clock at the last gun.
  var gun: Int64 = 0

  static let wall = Instant(ticks: 17_698_896_000_000, zone: 3600)

  /// Pairs of a distance: inner, outer, inner, outer …
  init(_ distance: Int = 1000, pairs: [[String]] = [["li", "takagi"], ["goetz", "leerdam"], ["bowe"]]) throws
  {
    desk = try Self.fresh()
    try programme(distance, pairs: pairs)
  }

  static func fresh(_ log: EventLog = EventLog(file: "test.ndjson", bytes: Data())) throws -> Desk {
    Desk(log, now: BootStamp(boot: "b1", ticks: 5_000_000), wall: wall)
  }

  private mutating func programme(_ distance: Int, pairs: [[String]]) throws {
    try desk.enter([.meet(log: "test", name: "Meet")], at: instant)
    try desk.enter(
      [
        .race(
          RaceInfo(race: "w", kindWord: "individual", kind: .individual, distance: distance, gender: .women))
      ],
      at: instant)
    for (index, pair) in pairs.enumerated() {
      let entries = zip(pair, [Lane.inner, .outer]).map { id, lane in
        EventDraft.entry(
          Entry(
            race: "w", pair: index + 1, place: .lane(lane),
            competitor: Competitor(id: id, name: id.uppercased() + " Given", bib: String(index * 2 + 1))))
      }
      try desk.enter(entries, at: instant)
    }
  }

  var instant: Instant { desk.anchor.instant(now) }

  /// Does a line; what was done.
  @discardableResult
  mutating func run(_ line: String) throws -> String {
    try desk.perform(DeskCommand(line), at: instant)
  }

  /// Does a line so many seconds after the last gun.
  @discardableResult
  mutating func at(_ seconds: Double, _ line: String) throws -> String {
    now = gun + Int64((seconds * 10_000).rounded())
    return try run(line)
  }

  /// Calls the next pair and fires.
  mutating func start() throws {
    try run("next anyway")
    try run("arm")
    now += 100_000
    try run("gun")
    gun = now
  }

  /// A line of a feed so many seconds after the last gun.
  mutating func feed(_ seconds: Double, _ line: String, from name: String = "timy", position: Int? = nil)
    throws
  {
    now = gun + Int64((seconds * 10_000).rounded())
    try desk.receive(Data(line.utf8), from: name, position: position, at: instant)
  }

  /// The counted times of a skater by mark, `600 45.35`.
  func times(_ id: String, attempt: Int = 1) -> [String] {
    guard let race = desk.race, let course = race.course,
      let attempt = race.attempts[AttemptKey(competitor: id, number: attempt)]
    else { return [] }
    return course.marks.enumerated().compactMap { index, mark in
      attempt.time(at: index).map { "\(mark.name) \($0.shown.text)" }
    }
  }

  /// What waits, in words.
  mutating func waiting() -> [String] { desk.decisions().map(desk.text(of:)) }

  /// The log, read and folded by somebody else: nothing may be wrong with it.
  func issues() throws -> [String] {
    let log = try EventLog(reading: desk.log.bytes, file: "test.ndjson")
    return Checkpoints(log).allIssues.map(\.sentence)
  }
}
