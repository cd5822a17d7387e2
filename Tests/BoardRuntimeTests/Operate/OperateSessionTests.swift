import BoardRuntime
import CellGrid
import CursesScreen
import FoundationEssentials
import Journal
import LongTrack
import Operation
import RaceLog
import Scoreboard
import Testing

/// The console: locked by default, stamped when a key is read, and honest about the disk.
@Suite struct OperateSessionTests {
  @Test func lockedKeysChangeNothingAndSayWhatTheyWouldDo() throws {
    var desk = try OperateDesk()
    let bytes = desk.session.desk.log.bytes
    for key in " aioux><cfsW".map(Key.character) + [.enter, .control("r")] { desk.press(key) }
    #expect(desk.session.desk.log.bytes == bytes)
    desk.press(.character(">"))
    #expect(
      desk.screen().contains("locked, F12 twice unlocks. It would be: on the ice: Pair 1 of 2, LI, TAKAGI"))
    #expect(desk.screen().contains(" locked "))
  }

  @Test func unlockingTakesTwoStrokesAndIsSeen() throws {
    var desk = try OperateDesk()
    desk.press(.function(12))
    #expect(!desk.session.isUnlocked)
    desk.now += 20_001
    desk.press(.function(12))
    #expect(!desk.session.isUnlocked)
    desk.now += 10_000
    desk.press(.function(12))
    #expect(desk.session.isUnlocked)
    #expect(desk.screen().contains(" UNLOCKED "))
    desk.press(.function(12))
    #expect(!desk.session.isUnlocked)
  }

  @Test func aSplitIsStampedWhenItsKeyWasRead() throws {
    var desk = try OperateDesk()
    desk.start()
    desk.now += 183_156
    desk.press(.character("i"))
    desk.now += 100
    desk.press(.character("o"))
    #expect(desk.time("li", 0) == "18.31")
    #expect(desk.time("takagi", 0) == "18.32")
  }

  @Test func spaceIsNoGunUnlessArmedAndNeverEndsARace() throws {
    var desk = try OperateDesk()
    desk.press(.function(12), .function(12), .character(">"), .character(" "))
    #expect(desk.race?.runs.isEmpty == true)
    desk.press(.character("a"), .character(" "))
    #expect(desk.race?.runs.count == 1)
    let events = desk.session.desk.log.events.count
    desk.press(.character(" "), .character(" "))
    #expect(desk.session.desk.log.events.count == events)
  }

  @Test func keysThatCannotBeTakenBackAtOnceOnlyBeginALine() throws {
    var desk = try OperateDesk()
    desk.start()
    let events = desk.session.desk.log.events.count
    for key in "cfsrgdWmwztbe".map(Key.character) {
      desk.press(key)
      #expect(desk.screen().split(separator: "\n").contains { $0.hasPrefix(" :") })
      desk.press(.escape)
    }
    #expect(desk.session.desk.log.events.count == events)
  }

  @Test func thePublicSeesWhatIsOnDisk() throws {
    var desk = try OperateDesk()
    desk.start()
    desk.save()
    desk.now += 183_000
    desk.press(.character("i"))
    #expect(desk.session.publicMeet.race("w")?.attempts.isEmpty == true)
    #expect(desk.screen().contains("saving 1"))
    desk.save()
    #expect(desk.session.publicMeet.race("w")?.attempts.count == 1)
    #expect(desk.screen().contains("saved 9"))
  }

  @Test func aFullDiskIsShoutedAndTheRaceGoesOn() throws {
    var desk = try OperateDesk()
    desk.start()
    desk.now += 183_000
    desk.press(.character("i"))
    desk.save(
      trouble: JournalTrouble(kind: .full, file: "m.ndjson", reason: "No space left on device", attempts: 2))
    #expect(desk.screen().contains(" NOT SAVED 3: No space left on device"))
    desk.press(.character("o"))
    #expect(desk.time("takagi", 0) == "18.30")
    #expect(desk.screen().contains(" NOT SAVED 4: "))
    #expect(desk.session.publicMeet.race("w")?.runs.isEmpty == true)
    desk.save()
    #expect(desk.screen().contains("saved 10"))
  }

  @Test func sheetsAreWrittenOnceTheConfirmationIsOnDisk() throws {
    var desk = try OperateDesk()
    desk.start()
    desk.type(":official anyway")
    desk.press(.enter)
    #expect(desk.session.takeRequests().isEmpty)
    desk.save()
    #expect(desk.session.takeRequests() == [.sheets(race: "w")])
    #expect(desk.session.takeRequests().isEmpty)
  }

  @Test func undoAsOtherProgramsHaveItDoesNotStopTheBoard() throws {
    var desk = try OperateDesk()
    let locked = desk.session.mayStop(now: desk.now)
    #expect(locked)
    desk.start()
    let first = desk.session.mayStop(now: desk.now)
    #expect(!first)
    #expect(desk.screen().contains("Ctrl-Z again stops the console; u is undo."))
    desk.now += 20_000
    let late = desk.session.mayStop(now: desk.now)
    #expect(!late)
    let second = desk.session.mayStop(now: desk.now + 19_999)
    #expect(second)
  }

  @Test func leavingAsksOnceMore() throws {
    var desk = try OperateDesk()
    desk.start()
    #expect(desk.session.press(.character("q"), now: desk.now) == .draw)
    #expect(desk.screen().contains("The race is running. Quit? The same key again leaves"))
    desk.now += 30_001
    #expect(desk.session.press(.character("q"), now: desk.now) == .draw)
    #expect(desk.session.press(.character("q"), now: desk.now) == .quit)
  }

  @Test func decisionsAreChosenAcceptedAndDroppedByKey() throws {
    var desk = try OperateDesk()
    desk.start()
    desk.now += 50_000
    desk.press(.character("i"))
    desk.now += 133_000
    desk.press(.character("i"), .character("o"))
    desk.now += 5_000
    desk.press(.character("o"))
    #expect(desk.screen().contains("To decide: 2"))
    #expect(desk.screen().contains("Enter: TAKAGI 200"))
    desk.press(.down, .character("x"))
    #expect(desk.screen().contains("To decide: 1"))
    // Which one it is now has to be seen first.
    desk.press(.enter)
    #expect(desk.time("takagi", 0) == "18.30")
    desk.now += 4_000
    desk.press(.enter)
    #expect(desk.time("takagi", 0) == "18.80")
    #expect(desk.screen().contains("Nothing to decide"))
    desk.press(.character("u"), .control("r"))
    #expect(desk.time("takagi", 0) == "18.80")
  }

  @Test func correctingBeginsWithWhatTheDecisionIsAbout() throws {
    var desk = try OperateDesk()
    desk.start()
    desk.type(":split li 600 45.90")
    desk.press(.enter)
    #expect(desk.screen().contains("LI has no time at 200"))
    desk.press(.character("e"))
    #expect(desk.screen().contains(":split LI 200"))
    desk.type("18.31")
    desk.press(.enter)
    #expect(desk.time("li", 0) == "18.31")
  }

  @Test func anUnknownLineIsExplained() throws {
    var desk = try OperateDesk()
    desk.start()
    desk.type(":splt li 200")
    desk.press(.enter)
    #expect(desk.screen().contains(#"No command "splt"; did you mean `split`?"#))
  }

  @Test func theConsoleIsWholeAtEverySize() throws {
    var desk = try OperateDesk(feeds: ["timy"])
    desk.start()
    desk.now += 50_000
    desk.press(.character("i"))
    for columns in stride(from: 40, through: 200, by: 7) {
      for rows in stride(from: 12, through: 60, by: 5) {
        let text = desk.session.frame(GridSize(columns: columns, rows: rows), now: desk.now).text()
        for word in ["UNLOCKED", "sav", "LI", "TAKAGI", "To decide: 1", "5.", "i", "o"] {
          #expect(text.contains(word), "\(columns)×\(rows): \(word)")
        }
      }
    }
  }

  @Test func theGunOfARaceWithTimesTakesTwoStrokesToTakeBack() throws {
    var desk = try OperateDesk()
    desk.start()
    desk.session.receive(
      Data(#"{"type":"split","race":"w","competitor":"li","mark":200,"time":"18.30"}"#.utf8), from: "timy",
      position: nil, now: desk.now + 183_000)
    desk.now += 190_000
    // A key that is held down is one stroke.
    for _ in 0..<20 {
      desk.press(.character("u"))
      desk.now += 300
    }
    #expect(desk.race?.runs.count == 1)
    #expect(desk.screen().contains("That is the gun, and times hang on it."))
    desk.now += 4_000
    desk.press(.character("u"))
    #expect(desk.race?.runs.isEmpty == true)
  }

  @Test func whatChangesAConfirmedRaceMakesItsSheetsAnew() throws {
    var desk = try OperateDesk()
    desk.start()
    for line in [":split li finish 1:15.12", ":official anyway"] {
      desk.type(line)
      desk.press(.enter)
    }
    desk.save()
    #expect(desk.session.takeRequests() == [.sheets(race: "w")])
    for line in [":edit li finish 1:15.22 photo", ":status li DQ", ":undo", ":undo"] {
      desk.type(line)
      desk.press(.enter)
      desk.save()
      #expect(desk.session.takeRequests() == [.sheets(race: "w")], "\(line)")
    }
    desk.type(":say hello")
    desk.press(.enter)
    desk.save()
    #expect(desk.session.takeRequests().isEmpty)
  }

  @Test func aGunFromAFeedAnswersTheArming() throws {
    var desk = try OperateDesk(feeds: ["timy"])
    desk.press(.function(12), .function(12), .character(">"), .character("a"))
    desk.session.receive(
      Data(#"{"type":"impulse","device":"timy","channel":"C0","deviceTime":"10.0"}"#.utf8), from: "timy",
      position: nil, now: desk.now)
    #expect(desk.screen().contains("gun of pair 1, from timy"))
  }
}
