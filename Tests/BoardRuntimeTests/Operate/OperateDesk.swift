import BoardRuntime
import CellGrid
import CursesScreen
import FoundationEssentials
import Journal
import LongTrack
import Operation
import RaceLog
import Scoreboard

/// A console over two pairs, with a clock and a disk that the test decides on.
struct OperateDesk {
  var session: OperateSession
  var now: Int64 = 7_000_000
  /// How many bytes the disk has taken.
  var durable = 0

  init(feeds: [String] = []) throws {
    var desk = Desk(
      EventLog(file: "m.ndjson", bytes: Data()), now: BootStamp(boot: "b", ticks: 7_000_000),
      wall: Instant(ticks: 17_698_896_000_000, zone: 3600))
    var drafts: [EventDraft] = [
      .meet(log: "m", name: "Meet"),
      .race(RaceInfo(race: "w", kindWord: "individual", kind: .individual, distance: 1000, gender: .women)),
    ]
    for (index, id) in ["li", "takagi", "goetz", "leerdam"].enumerated() {
      drafts.append(
        .entry(
          Entry(
            race: "w", pair: index / 2 + 1, place: .lane(index % 2 == 0 ? .inner : .outer),
            competitor: Competitor(id: id, name: id.uppercased()))))
    }
    try desk.enter(drafts, at: desk.anchor.instant(7_000_000))
    session = OperateSession(
      desk, saved: JournalState(path: "m.ndjson", durableBytes: 0), feeds: feeds, themes: [.monochrome])
    save()
  }

  /// The disk takes everything.
  mutating func save(trouble: JournalTrouble? = nil) {
    if trouble == nil { durable = session.desk.log.bytes.count }
    session.note(JournalState(path: "m.ndjson", durableBytes: durable, trouble: trouble), now: now)
  }

  mutating func press(_ keys: Key...) { for key in keys { _ = session.press(key, now: now) } }

  mutating func type(_ text: String) {
    for character in text { _ = session.press(.character(character), now: now) }
  }

  /// Unlocks, calls the first pair and fires.
  mutating func start() {
    press(.function(12), .function(12), .character(">"), .character("a"), .character(" "))
  }

  mutating func screen() -> String { session.frame(GridSize(columns: 80, rows: 24), now: now).text() }

  var race: Race? { session.desk.race }

  func time(_ id: String, _ index: Int) -> String? {
    race?.attempts[AttemptKey(competitor: id, number: 1)]?.time(at: index)?.text
  }
}
