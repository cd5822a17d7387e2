import LongTrack
package import RaceLog

/// What time it is on the clock of a log that somebody else writes: the wall clock here, less what the two
/// clocks are apart.
///
/// That is the least that anything was late, arrival less `at`, over the lines and signs of life that came while they were
/// awaited, of the last minute. History says nothing about it. All times are 1/10 000 s.
package struct LogClock: Hashable, Sendable {
  /// How old the newest line may be during a race before that has to be noticed.
  package static let patience = 3 * RaceTime.ticksPerSecond
  /// A log that ends longer ago is not live: its clock stands, and no race runs on for years.
  static let alive = 3600 * RaceTime.ticksPerSecond

  /// Wall clock less machine clock, settled once: a wall clock that is set later moves no race.
  private let anchor: Int64
  /// The clock of the machine here, at the newest line that came live.
  private var heard: Int64?
  private var lag = ClockLag()
  /// The `at` of the newest line; nil before any.
  private(set) var last: Int64?
  /// What the newest sign of life said.
  private var beaten: Int64?
  /// A clock that goes back so far was set; less is a line that was a little late.
  private static let step = 2 * RaceTime.ticksPerSecond

  /// A clock before the first line.
  ///
  /// - Parameters:
  ///   - wall: the wall clock here, since 1970.
  ///   - now: the machine's clock at that moment, from anywhere.
  package init(wall: Int64, now: Int64) { anchor = wall - now }

  /// Takes in the `at` of a line.
  ///
  /// - Parameter isLive: Whether it came just now, and was not there before.
  package mutating func take(at: Int64, isLive: Bool, now: Int64) {
    guard isLive else { return last = max(last ?? at, at) }
    if let last, at < last - Self.step { lag = ClockLag() }
    // A line of which nobody believes the date says nothing about the clock.
    if lag.take(now + anchor - at, now: now) { last = at }
  }

  /// Takes in what time it was on the log's clock when somebody who knows sent that.
  package mutating func take(beat at: Int64, now: Int64) {
    if let beaten, at < beaten - Self.step { lag = ClockLag() }
    beaten = at
    lag.take(now + anchor - at, now: now)
  }

  /// Takes note that something came, whatever it says.
  package mutating func hear(now: Int64) { heard = now }

  /// Another log takes the place of this one: what its lines said does not count; the clocks are as far apart as
  /// they were.
  package mutating func startOver() {
    last = nil
    beaten = nil
  }

  /// The moment on the log's clock.
  package func moment(at now: Int64) -> Int64 {
    let moment = reckoned(now)
    guard let last else { return moment }
    return stands(at: now) ? last : max(moment, last)
  }

  /// Whether the log ended so long ago that its clock stands.
  package func stands(at now: Int64) -> Bool {
    last.map { reckoned(now) - $0 > Self.alive } ?? false
  }

  private func reckoned(_ now: Int64) -> Int64 { now + anchor - (lag.least ?? 0) }

  /// What a sign of life says: the moment on the log's clock, in the zone here. The clock of a log that ended long ago
  /// stands and is of no use to anybody: then it is the wall clock here.
  package func beat(wall: Instant, now: Int64) -> Instant {
    let moment = moment(at: now)
    return abs(moment - wall.ticks) < Self.alive ? Instant(ticks: moment, zone: wall.zone) : wall
  }

  /// Whether anything came live.
  package var isHeard: Bool { heard != nil }

  /// How old the newest line is; nil before there is any.
  package func age(at now: Int64) -> Int64? {
    if let heard { return max(now - heard, 0) }
    return last.map { max(now + anchor - $0, 0) }
  }
}
