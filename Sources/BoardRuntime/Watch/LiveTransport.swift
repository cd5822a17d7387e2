import LongTrack

/// Where somebody who watches a log that grows stands in it: at its live edge, some time behind it to match a picture
/// that is late, or back in what was recorded. Pure arithmetic; all times are 1/10 000 s.
package struct LiveTransport: Hashable, Sendable {
  /// The longest delay: no picture is later.
  package static let longestDelay = 600 * RaceTime.ticksPerSecond

  /// How far behind the edge the board stays to match a picture.
  package private(set) var delay: Int64
  /// Where it plays what was recorded, in moments of the log; nil at the edge.
  private var back: Transport?
  /// How far behind the newest it was when it went back: a delay that is set meanwhile moves nothing.
  private var edgeDelay: Int64 = 0

  /// At the edge, or a delay behind it.
  package init(delay: Int64 = 0) { self.delay = Self.drawnIn(delay) }

  /// Whether the newest is shown, as late as the delay says.
  package var isLive: Bool { back == nil }
  /// Whether what is shown stands still.
  package var isPaused: Bool { back?.isPaused ?? false }
  /// The power of two of the speed; 0 is exactly 1×.
  package var rung: Int { back?.rung ?? 0 }
  /// `1×`, `1/8×`, `64×`.
  package var speedText: String { back?.speedText ?? "1×" }

  /// The moment on the log's clock that is shown.
  ///
  /// - Parameters:
  ///   - edge: the moment on the log's clock.
  ///   - now: the machine's clock, from anywhere.
  package func moment(edge: Int64, now: Int64) -> Int64 {
    back.map { min($0.position(at: now), edge) } ?? edge - delay
  }

  /// Back at the edge, where what is played has caught up with it.
  package mutating func settle(edge: Int64, now: Int64) {
    // Slower than it comes, nothing catches up.
    if let back, !back.isPaused, back.rung >= 0, back.position(at: now) >= edge - edgeDelay {
      self.back = nil
    }
  }

  /// When a moment of the log is reached, on the machine's clock; nil while it stands still or is past it.
  package func time(reaching moment: Int64, edge: Int64, now: Int64) -> Int64? {
    guard let back else { return now + moment + delay - edge }
    return back.time(reaching: moment)
  }

  /// Stops or goes on from there.
  package mutating func togglePause(edge: Int64, now: Int64) {
    change(edge: edge, now: now) { $0.togglePause(now: now) }
  }

  /// Stops.
  package mutating func pause(edge: Int64, now: Int64) {
    change(edge: edge, now: now) { $0.pause(now: now) }
  }

  /// Goes to a moment; one at the edge or later is the edge.
  package mutating func seek(to moment: Int64, edge: Int64, now: Int64) {
    guard moment < edge - delay else { return follow() }
    change(edge: edge, now: now) { $0.seek(to: moment, now: now) }
  }

  /// Takes another step of the ladder of speeds. At the edge nothing can go faster than it comes.
  package mutating func setRung(_ rung: Int, edge: Int64, now: Int64) {
    guard back != nil || rung < 0 else { return }
    change(edge: edge, now: now) { $0.setRung(rung, now: now) }
  }

  /// Back to the edge.
  package mutating func follow() { back = nil }

  /// Another delay, drawn into what there is, which counts from the edge: back in the recording nothing moves.
  package mutating func setDelay(_ delay: Int64) { self.delay = Self.drawnIn(delay) }

  /// A delay as typed, `3.5`, in seconds with at most one decimal; nil for anything else, and for one that is too long.
  package static func delay(_ text: String) -> Int64? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let seconds = Int64(parts[0]), seconds <= longestDelay / RaceTime.ticksPerSecond
    else { return nil }
    guard parts.count == 2 else { return seconds * RaceTime.ticksPerSecond }
    guard parts[1].count == 1, let tenths = Int64(parts[1]) else { return nil }
    let delay = seconds * RaceTime.ticksPerSecond + tenths * 1000
    return delay <= longestDelay ? delay : nil
  }

  private static func drawnIn(_ delay: Int64) -> Int64 { min(max(delay, 0), longestDelay) }

  /// Far beyond any moment: what is played ends at the edge, which moves.
  private static let endless: Int64 = 1 << 50

  private mutating func change(edge: Int64, now: Int64, _ body: (inout Transport) -> Void) {
    if back == nil { edgeDelay = delay }
    var transport = back ?? Transport(duration: Self.endless, at: moment(edge: edge, now: now), now: now)
    body(&transport)
    back = transport
  }
}
