import FoundationEssentials
import Glibc
package import RaceLog

/// The clocks of this machine, read at one moment.
package struct MachineClock {
  /// The machine's own clock.
  package let stamp: BootStamp
  /// The wall clock, with the zone of this place.
  package let wall: Instant

  /// Reads both clocks.
  package init() {
    let wall = Self.read(CLOCK_REALTIME)
    stamp = BootStamp(boot: Self.boot, ticks: Self.now)
    var seconds = wall.tv_sec
    var local = unsafe tm()
    _ = unsafe localtime_r(&seconds, &local)
    self.wall = Instant(ticks: Self.ticks(wall), zone: Int32(clamping: unsafe local.tm_gmtoff))
  }

  /// The machine's own clock, which goes on while the machine sleeps: 1/10 000 s since it was started.
  package static var now: Int64 { ticks(read(CLOCK_BOOTTIME)) }

  private static func read(_ clock: clockid_t) -> timespec {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return time
  }

  private static func ticks(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) * 10_000 + Int64(time.tv_nsec) / 100_000
  }

  /// The name that the system gives to the time since it was started; without one, nothing is the same boot.
  private static var boot: String {
    do {
      let bytes = try LogFile.read("/proc/sys/kernel/random/boot_id")
      return String(decoding: bytes.prefix { $0 > 32 }, as: UTF8.self)
    } catch { return "unknown-\(getpid())" }
  }
}
