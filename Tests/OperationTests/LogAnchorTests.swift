import FoundationEssentials
import LongTrack
import Operation
import RaceLog
import Scoreboard
import Testing

/// After a crash the running clock is right: by the machine's own clock within a boot, by the wall clock after one.
@Suite struct LogAnchorTests {
  /// A journal with a race that runs.
  private func running() throws -> (log: EventLog, gun: Int64, zero: Int64) {
    var script = try DeskScript()
    try script.start()
    try script.at(18.3, "inner")
    return (script.desk.log, script.gun, script.gun + script.desk.anchor.offset)
  }

  @Test func withinABootTheWallClockMayBeSet() throws {
    let (log, gun, zero) = try running()
    // Somebody set the wall clock back by an hour, and the program was dead for 27.05 s of the race.
    let wall = Instant(ticks: DeskScript.wall.ticks - 36_000_000, zone: 3600)
    var desk = Desk(log, now: BootStamp(boot: "b1", ticks: gun + 453_500), wall: wall)
    #expect(desk.anchor.basis == .gun)
    let now = desk.anchor.instant(gun + 453_500)
    #expect(now.ticks == zero + 453_500)
    #expect(try desk.perform(.cross(.inner), at: now) == "TAKAGI 600: 45.35 by hand")
    #expect(desk.log.issues.isEmpty)
  }

  @Test func acrossARebootTheWallClockServesAndItIsSaid() throws {
    let (log, _, zero) = try running()
    let wall = Instant(ticks: zero + 453_500, zone: 3600)
    var desk = Desk(log, now: BootStamp(boot: "b2", ticks: 123), wall: wall)
    #expect(desk.anchor.basis == .wallClockAfterReboot)
    #expect(try desk.perform(.cross(.inner), at: desk.anchor.instant(123)) == "TAKAGI 600: 45.35 by hand")
  }

  @Test func withNothingRunningTheWallClockIsFine() throws {
    var script = try DeskScript()
    try script.start()
    try script.run("status li DNF")
    try script.run("status takagi DNF")
    let desk = Desk(script.desk.log, now: BootStamp(boot: "b2", ticks: 123), wall: DeskScript.wall)
    #expect(desk.anchor.basis == .wallClock)
    #expect(desk.anchor.instant(123) == DeskScript.wall)
  }

  @Test func stampsAndMomentsAreEachOthersInverse() throws {
    let desk = try DeskScript().desk
    let moment = desk.anchor.instant(5_123_456)
    #expect(desk.anchor.stamp(of: moment) == BootStamp(boot: "b1", ticks: 5_123_456))
  }
}
