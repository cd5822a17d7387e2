import FoundationEssentials
import Glibc
import ReplayFixtures
import Testing

/// A race that ran on while its program was dead: the clock shows the time since the gun.
@Suite struct ResumedClockTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A journal with a gun, at a moment of the log's clock and one of the machine's own.
  private func journal(clock: String, boot: String) throws -> String {
    try scratch.file(
      "meet.ndjson",
      Data(
        """
        {"seq":1,"at":"\(clock)","type":"meet","format":1,"log":"clock","name":"Clock"}
        {"seq":2,"at":"\(clock)","type":"race","race":"w3000","kind":"individual","distance":3000,"gender":"women"}
        {"seq":3,"at":"\(clock)","type":"entry","race":"w3000","pair":1,"lane":"inner","competitor":{"id":"a","name":"A AA"}}
        {"seq":4,"at":"\(clock)","type":"entry","race":"w3000","pair":1,"lane":"outer","competitor":{"id":"b","name":"B BB"}}
        {"seq":5,"at":"\(clock)","type":"call","race":"w3000","pair":1,"by":"operator"}
        {"seq":6,"at":"\(clock)","type":"start","race":"w3000","pair":1,"clock":"\(clock)","boot":"\(boot)","by":"operator"}

        """.utf8))
  }

  /// Starts the program and compares its clock with one that knows nothing of the program, within the time that it took
  /// to show it.
  private func expectClock(
    of journal: String, since gun: timespec, on clock: clockid_t,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> OperatorConsole {
    let before = Self.now(clock)
    let console = try OperatorConsole(journal, columns: 120)
    try console.wait(for: "running")
    let after = Self.now(clock)
    let words = console.screen.rows[1].split(separator: " ")
    let shown = try #require(words.first.flatMap(Self.tenths), "\(console.screen.rows[1])")
    let earliest = Self.tenths(before, since: gun)
    let latest = Self.tenths(after, since: gun)
    #expect((earliest...latest).contains(shown), "\(console.screen.rows[1])", sourceLocation: sourceLocation)
    return console
  }

  @Test func withinABootTheMachinesOwnClockCountsWhateverTheWallClockSays() throws {
    var gun = Self.now(CLOCK_BOOTTIME)
    gun.tv_sec -= min(gun.tv_sec, 100)
    let boot = try Self.boot()
    // The wall clock has been set since: the gun was long ago, by that clock.
    let path = try journal(
      clock: "2020-01-10T13:00:00.1234Z", boot: "\(boot):\(gun.tv_sec * 10_000 + gun.tv_nsec / 100_000)")
    let written = try Data(contentsOf: URL(filePath: path))
    let console = try expectClock(of: path, since: gun, on: CLOCK_BOOTTIME)
    console.enter("unlock", "split white 200")
    try console.wait(for: "saved 7")
    console.kill()
    let text = try scratch.text("meet.ndjson")
    #expect(text.hasPrefix(String(decoding: written, as: UTF8.self)))
    #expect(text.contains(#""seq":7,"at":"2020-01-10T13:0"#), "\(text)")
    // Once more: nothing that was done since moves the clock.
    try expectClock(of: path, since: gun, on: CLOCK_BOOTTIME).kill()
  }

  @Test func afterARebootTheWallClockServesAndThatIsSaid() throws {
    var gun = Self.now(CLOCK_REALTIME)
    gun.tv_sec -= 100
    gun.tv_nsec = 0
    let date = Date(timeIntervalSince1970: Double(gun.tv_sec)).formatted(.iso8601)
    let path = try journal(clock: date, boot: "another-boot:1000000")
    let console = try expectClock(of: path, since: gun, on: CLOCK_REALTIME)
    console.press("\u{1B}")
    try console.wait(
      for: "The machine was started anew while the race ran: its clock now follows the wall clock.")
    console.kill()
  }

  private static func now(_ clock: clockid_t) -> timespec {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return time
  }

  private static func boot() throws -> String {
    try String(contentsOf: URL(filePath: "/proc/sys/kernel/random/boot_id"), encoding: .utf8).filter {
      $0 != "\n"
    }
  }

  /// Cut off, as clocks show them.
  private static func tenths(_ time: timespec, since gun: timespec) -> Int {
    let difference = (time.tv_sec - gun.tv_sec) * 10_000 + (time.tv_nsec / 100_000 - gun.tv_nsec / 100_000)
    return difference / 1000
  }

  /// `1:40.3`, `59.9`.
  private static func tenths(_ text: Substring) -> Int? {
    let parts = text.split(separator: ".")
    guard parts.count == 2, let tenth = Int(parts[1]) else { return nil }
    return parts[0].split(separator: ":").reduce(0) { $0 * 60 + (Int($1) ?? 0) } * 10 + tenth
  }
}
