package import RaceLog
package import Scoreboard

/// Ties the machine's own clock to the log's clock, once a session: a wall clock that is set during a race then moves
/// no time.
package struct LogAnchor: Hashable, Sendable {
  /// Where the anchor comes from.
  package enum Basis: Hashable, Sendable {
    /// A gun of this boot: the running clock is exact.
    case gun
    /// The wall clock, with no race running before.
    case wallClock
    /// The wall clock, although a race runs that was started before the machine was: its clock is as good as the wall
    /// clock.
    case wallClockAfterReboot
  }

  /// Names the time from one start of the machine to the next.
  package let boot: String
  /// The log's clock minus the machine's own, 1/10 000 s.
  package let offset: Int64
  /// Seconds east of Greenwich of the log's stamps.
  package let zone: Int32
  /// Where it comes from.
  package let basis: Basis

  /// The anchor of a session.
  ///
  /// - Parameters:
  ///   - meet: what the journal holds so far.
  ///   - now: the machine's own clock.
  ///   - wall: the wall clock at the same moment.
  package init(resuming meet: Meet, log: EventLog, now: BootStamp, wall: Instant) {
    boot = now.boot
    zone = wall.zone
    let last = log.events.last { event in
      if case .start(let start) = event.content { start.boot != nil } else { false }
    }
    if let last, case .start(let start) = last.content, let stamp = start.boot, stamp.boot == now.boot,
      let clock = start.clock
    {
      offset = clock.ticks - stamp.ticks
      basis = .gun
    } else {
      offset = wall.ticks - now.ticks
      basis = meet.runningZero(in: log, race: nil) == nil ? .wallClock : .wallClockAfterReboot
    }
  }

  /// The moment on the log's clock, from the machine's own clock in 1/10 000 s.
  package func instant(_ ticks: Int64) -> Instant { Instant(ticks: ticks + offset, zone: zone) }

  /// The machine's own clock at a moment of the log.
  package func stamp(of instant: Instant) -> BootStamp {
    BootStamp(boot: boot, ticks: instant.ticks - offset)
  }
}
