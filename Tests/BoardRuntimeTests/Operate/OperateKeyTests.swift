import BoardRuntime
import BoardView
import CellGrid
import CursesScreen
import FoundationEssentials
import Journal
import Operation
import RaceLog
import Testing

/// Keys at the console.
@Suite struct OperateKeyTests {
  static let gun: Int64 = 7_020_000
  var session: OperateSession

  init() throws {
    let wall = try #require(Instant("2026-01-31T15:00:00+01:00"))
    var desk = Desk(
      EventLog(file: "m.ndjson", bytes: Data()), now: BootStamp(boot: "b", ticks: 7_000_000), wall: wall)
    let sheet = "distance;pair;lane;name\n1000;1;i;Qishi Li\n;1;o;Miho Takagi\n;2;i;Mei Han"
    let list = try StartList.read(Data(sheet.utf8), file: "start.csv")
    try desk.enter([.meet(log: "m", name: "Meet")] + list.drafts, at: wall)
    session = OperateSession(
      desk, saved: JournalState(path: "m.ndjson", durableBytes: 0), themes: [.monochrome])
    for line in ["unlock", "next", "arm"] { _ = session.enter(line, now: 7_000_000) }
    _ = session.press(.character(" "), now: Self.gun)
  }

  /// Presses keys so many seconds after the gun, and looks after each.
  mutating func press(_ keys: Key..., at seconds: Double) {
    for key in keys {
      _ = session.press(key, now: Self.gun + Int64(seconds * 10_000))
      _ = screen(at: seconds)
    }
  }

  mutating func screen(at seconds: Double, columns: Int = 80, rows: Int = 24) -> String {
    let now = Self.gun + Int64(seconds * 10_000)
    return session.frame(GridSize(columns: columns, rows: rows), now: now).text()
  }

  func waiting() -> Int {
    var desk = session.desk
    return desk.decisions().count
  }

  @Test mutating func aDoubleTapDecidesOneThingOnly() {
    press(.character("i"), at: 1)
    press(.character("o"), at: 2)
    press(.character("x"), .character("x"), at: 3)
    #expect(waiting() == 1)
    #expect(screen(at: 3).contains("That one is new: look, then the same key again."))
    press(.character("x"), at: 3.5)
    #expect(waiting() == 0)
  }

  @Test mutating func whatCameWhileAKeyWasPressedIsNotDecidedByIt() {
    press(.character("i"), at: 1)
    let beam = #"{"type":"impulse","device":"timy","lane":"outer","deviceTime":"9.0"}"#
    session.receive(Data(beam.utf8), from: "timy", position: nil, now: Self.gun + 90_000)
    press(.character("x"), at: 9.001)
    #expect(waiting() == 2)
    press(.character("x"), at: 10)
    #expect(waiting() == 1)
  }

  @Test mutating func pAssignsTheChosenImpulseAndNotTheNewest() throws {
    press(.character("i"), at: 1)
    press(.character("o"), at: 2)
    press(.down, .character("p"), at: 3)
    let first = try #require(session.desk.log.events.first { $0.content.typeName == "impulse" })
    #expect(screen(at: 3).contains(":assign #\(first.seq)"))
    press(.character("t"), .tab, at: 3)
    #expect(screen(at: 3).contains(":assign #\(first.seq) TAKAGI"))
  }

  @Test mutating func aLockedConsoleSaysHowToUnlockIt() {
    press(.function(12), at: 1)
    for (columns, rows) in [(40, 12), (80, 24)] {
      #expect(screen(at: 1, columns: columns, rows: rows).contains("F12 F12 unlock"))
    }
    press(.character("u"), at: 2)
    #expect(screen(at: 2, columns: 40, rows: 12).contains("locked, F12 twice unlocks."))
    // A crossing that a finger marked is kept all the same.
    press(.character("i"), at: 3)
    #expect(screen(at: 3, columns: 80, rows: 24).contains("locked: kept to be decided."))
    #expect(waiting() == 1)
  }

  @Test mutating func theFooterTellsWhatIsNeededNow() {
    #expect(screen(at: 1).contains(" i inner  o outer  u undo  : command  f false start"))
    press(.character("i"), at: 1)
    #expect(screen(at: 1).contains("Enter accept  x drop  p assign"))
    for line in ["drop", "clear"] { _ = session.enter(line, now: Self.gun + 20_000) }
    #expect(screen(at: 3).contains(" a arm  > next  u undo"))
    _ = session.enter("arm", now: Self.gun + 20_000)
    #expect(screen(at: 3).contains(" Space gun  u undo"))
  }

  @Test mutating func whatWasChosenByHandIsDecidedAtOnce() {
    press(.character("i"), at: 1)
    press(.character("o"), at: 2)
    press(.down, .character("x"), at: 2.1)
    #expect(waiting() == 1)
    #expect(screen(at: 2.1).contains("outer 2.00"))
  }

  @Test mutating func whatUndoWouldTakeBackIsSaid() {
    press(.character("i"), at: 18.3)
    #expect(screen(at: 60).contains("u takes back: split li 200 18.30"))
  }

  @Test func everyKeyIsInHelpOnce() {
    let map = KeyMap<OperateCommand>.operate
    let keys = map.bindings.flatMap(\.keys)
    #expect(keys.count == Set(keys).count)
    #expect(Set(map.help.map(\.does)).count == map.help.count)
    for phase in [ConsoleState.Phase.idle, .called, .armed(group: 1), .running, .done, .official] {
      for hint in map.hints(phase, isUnlocked: true, decides: true) {
        #expect(map.help.contains { $0.keys.contains(hint.key) })
      }
    }
  }
}
