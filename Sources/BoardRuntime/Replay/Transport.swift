/// Where a replay stands and how fast it goes: pure arithmetic on two clocks.
///
/// The playhead is reckoned from an anchor and the time gone by since, never by adding up steps, so nothing
/// drifts at any speed.
package struct Transport: Hashable, Sendable {
  /// The speeds there are, as powers of two: 1/8 to 64.
  package static let ladder = -3...6

  /// Length of the log, 1/10 000 s.
  package let duration: Int64
  /// The power of two of the speed; 0 is exactly 1×.
  package private(set) var rung: Int = 0
  /// Whether the playhead stands still.
  package private(set) var isPaused = false

  private var anchor: Int64
  private var anchorTime: Int64

  /// A replay that plays from a place.
  ///
  /// - Parameters:
  ///   - now: the machine's clock, 1/10 000 s from anywhere.
  package init(duration: Int64, at position: Int64 = 0, now: Int64) {
    self.duration = duration
    anchor = min(max(position, 0), duration)
    anchorTime = now
  }

  /// The playhead, 1/10 000 s since the log's start. It stops at the end.
  package func position(at now: Int64) -> Int64 {
    guard !isPaused else { return anchor }
    let elapsed = max(now - anchorTime, 0)
    // Drawn in before it is multiplied, so that no waiting time can overflow.
    let played = rung >= 0 ? min(elapsed, duration) << rung : elapsed >> -rung
    return min(anchor + min(played, duration), duration)
  }

  /// When the playhead reaches a place, on the machine's clock; nil while it stands or is past it.
  package func time(reaching position: Int64) -> Int64? {
    guard !isPaused, position >= anchor, position <= duration else { return nil }
    let way = position - anchor
    return anchorTime + (rung >= 0 ? (way + (1 << rung) - 1) >> rung : way << -rung)
  }

  /// Whether it has come to the end.
  package func isAtEnd(at now: Int64) -> Bool { position(at: now) >= duration }

  /// Goes to a place, drawn into the log.
  package mutating func seek(to position: Int64, now: Int64) {
    anchor = min(max(position, 0), duration)
    anchorTime = now
  }

  /// Stops or goes on. At the end, going on starts over.
  package mutating func togglePause(now: Int64) {
    let position = position(at: now)
    if isPaused, position >= duration {
      seek(to: 0, now: now)
    } else {
      seek(to: position, now: now)
    }
    isPaused.toggle()
  }

  /// Stops.
  package mutating func pause(now: Int64) {
    seek(to: position(at: now), now: now)
    isPaused = true
  }

  /// Takes another step of the ladder, drawn into it.
  package mutating func setRung(_ rung: Int, now: Int64) {
    seek(to: position(at: now), now: now)
    self.rung = min(max(rung, Self.ladder.lowerBound), Self.ladder.upperBound)
  }

  /// `1×`, `1/8×`, `64×`.
  package var speedText: String { rung >= 0 ? "\(1 << rung)×" : "1/\(1 << -rung)×" }

  /// The step of the ladder for a speed as typed, `2`, `0.5`, `1/4`; nil for one that is not on it.
  package static func rung(_ text: String) -> Int? {
    ladder.first { rung in
      let names =
        rung >= 0 ? ["\(1 << rung)", "\(1 << rung).0"] : ["1/\(1 << -rung)", "\(1.0 / Double(1 << -rung))"]
      return names.contains(text.hasSuffix("×") || text.hasSuffix("x") ? String(text.dropLast()) : text)
    }
  }
}
