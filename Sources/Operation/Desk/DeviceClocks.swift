package import LongTrack
package import RaceLog

/// The clocks of devices. A race time is the difference of two impulses on the same clock, never of arrivals.
package struct DeviceClocks: Hashable, Sendable {
  private var impulses: [Int: Impulse] = [:]
  private var order: [Int] = []
  /// The smallest arrival − device time of the newest impulses of a device: its clock against the log's, as far as
  /// anybody can know.
  private var offsets: [String: [Int64]] = [:]

  /// One minute.
  private static let reset = 60 * RaceTime.ticksPerSecond

  /// No device yet.
  package init() {}

  /// Takes note of the next event of the log.
  package mutating func note(_ event: RaceEvent) {
    guard case .impulse(let impulse) = event.content else { return }
    impulses[event.seq] = impulse
    order.append(event.seq)
    // Guns are found by the seq that a start names, within a race; a day of impulses need not be kept.
    if order.count > 20_000 {
      for old in order.prefix(1000) { impulses[old] = nil }
      order.removeFirst(1000)
    }
    guard let time = Self.ticks(impulse.deviceTime) else { return }
    // When it came here: what a sender says of its arrival there is on another clock.
    let arrival = event.at.ticks
    // A line comes late by seconds at most; what differs more is a device that was switched off and on, or set.
    if let known = offsets[impulse.device]?.min(), arrival - time > known + Self.reset {
      offsets[impulse.device] = []
    }
    offsets[impulse.device, default: []].append(arrival - time)
    if let count = offsets[impulse.device]?.count, count > 100 { offsets[impulse.device]?.removeFirst(50) }
  }

  /// The race time of an impulse, 1/10 000 s since the gun.
  ///
  /// - Parameters:
  ///   - gun: seq of the impulse that measured the gun; nil where a hand gave it.
  ///   - zero: the gun on the log's clock.
  /// - Returns: nil where the device's time cannot be read.
  package func raceTime(of impulse: Impulse, gun: Int?, zero: Int64) -> RaceTime? {
    guard let time = Self.ticks(impulse.deviceTime) else { return nil }
    if let gun = gun.flatMap({ impulses[$0] }), gun.device == impulse.device,
      let start = Self.ticks(gun.deviceTime)
    {
      return RaceTime(
        ticks: Self.acrossMidnight(time - start), decimals: Self.decimals(impulse.deviceTime))
    }
    let offset = offsets[impulse.device]?.min() ?? 0
    return RaceTime(ticks: time + offset - zero, decimals: 2)
  }

  /// A time of day wraps at midnight: a difference of more than half a day back is one forward.
  private static func acrossMidnight(_ difference: Int64) -> Int64 {
    difference < -12 * 3600 * RaceTime.ticksPerSecond
      ? difference + 24 * 3600 * RaceTime.ticksPerSecond : difference
  }

  private static func decimals(_ text: String) -> Int {
    text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 1
  }

  /// `14:02:11.2310`, `51731.231`, or with a comma, in 1/10 000 s; nil for anything else.
  static func ticks(_ text: String) -> Int64? {
    let text = String(text.map { $0 == "," ? "." : $0 })
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), let last = parts.last else { return nil }
    var whole: Int64 = 0
    for part in parts.dropLast() {
      guard let value = Int64(part), (0..<100_000).contains(value) else { return nil }
      whole = (whole + value) * 60
    }
    let halves = last.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count <= 2, let seconds = Int64(halves[0]), (0..<10_000_000_000).contains(seconds) else {
      return nil
    }
    let digits = halves.count == 2 ? String(halves[1].prefix(4)) : "0"
    guard !digits.isEmpty, let fraction = Int64(digits), fraction >= 0 else { return nil }
    let scale: [Int64] = [0, 1000, 100, 10, 1]
    return (whole + seconds) * RaceTime.ticksPerSecond + fraction * scale[digits.count]
  }
}
