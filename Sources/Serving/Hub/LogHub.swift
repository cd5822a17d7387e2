import BoardRuntime
package import Feeds
import FoundationEssentials
import NIOCore
package import RaceLog
import Synchronization

/// One log for many viewers: one reader puts in what is on disk, and each viewer pulls from where it is.
///
/// Nothing waits here for a viewer, and nothing is kept for one but its place: a viewer who reads slowly costs
/// one piece of the log. All times are 1/10 000 s.
package final class LogHub: Sendable {
  /// How long a viewer may take nothing before the connection is cut.
  package static let patience: Int64 = 100_000

  private let state: Mutex<State>
  /// What a console shows, apart: its thread must not wait while a log is taken in.
  private let notice = Mutex(Notice())
  private let onChange: @Sendable () -> Void
  /// How many viewers there may be.
  package let places: Int

  struct State: Sendable {
    var log: FollowedLog
    /// What the log up to each event is known by.
    var digests: [LineDigest] = []
    var beats = 0
    var beat = ByteBuffer()
    var hasEnded = false
    /// The machine's clock at the last beat.
    var now: Int64
    var viewers: [Int: Viewer] = [:]
    var lastViewer = 0
    var waiting: [CheckedContinuation<Void, Never>] = []
    /// The newest piece: those who are up to date all get the same bytes.
    var piece: EventPiece?
  }

  private struct Notice: Sendable {
    var viewers = 0
    var problem: FeedProblem?
  }

  struct Viewer: Sendable {
    let close: @Sendable () -> Void
    /// Since when it has been written to; nil while it waits for something new.
    var writingSince: Int64?
  }

  /// A hub for a log of which nothing is known yet.
  ///
  /// - Parameters:
  ///   - places: how many viewers there may be.
  ///   - wall: the wall clock, since 1970.
  ///   - now: the machine's clock at that moment, from anywhere.
  ///   - onChange: is told, on any thread, when the number of viewers or the problem changed.
  package init(
    file: String, places: Int, wall: Int64, now: Int64, onChange: @escaping @Sendable () -> Void = {}
  ) {
    self.places = places
    self.onChange = onChange
    state = Mutex(State(log: FollowedLog(file: file, clock: LogClock(wall: wall, now: now)), now: now))
  }

  // MARK: The reader

  /// Takes in what the file had, which has to be on disk, and wakes whoever waits for it.
  package func take(_ news: LogNews, isComplete: Bool = true, now: Int64) {
    let hadProblem = problem != nil
    change { state in
      let before = (state.log.live.log.events.count, state.log.generation)
      state.log.take(news, isComplete: isComplete, now: now)
      if state.log.generation != before.1 { state.digests = [] }
      Self.digest(&state)
      note(state)
      return (state.log.live.log.events.count, state.log.generation) != before
    }
    if hadProblem { onChange() }
  }

  private static func digest(_ state: inout State) {
    let log = state.log.live.log
    var digest = state.digests.last ?? LineDigest()
    for event in log.events.indices.dropFirst(state.digests.count) {
      digest.take(log.rawLine(of: event))
      state.digests.append(digest)
    }
  }

  /// Takes note of why the file could not be read.
  package func fail(_ problem: FeedProblem) {
    let isNews = state.withLock { state in
      let isNews = state.log.problem != problem
      state.log.fail(problem)
      note(state)
      return isNews
    }
    if isNews { onChange() }
  }

  /// Why nothing new comes; nil where all is well.
  package var problem: FeedProblem? { notice.withLock { $0.problem } }

  /// A second has passed: everybody gets a sign of life, and who has taken nothing for too long is cut off.
  ///
  /// - Parameter at: the wall clock here. Where the log grows, viewers are told the log's own clock.
  package func beat(at wall: Instant, now: Int64) {
    var cut: [Viewer] = []
    change { state in
      state.now = now
      state.beats += 1
      let seq = state.log.live.log.events.last?.seq ?? 0
      let line = Heartbeat.line(
        at: state.log.beat(wall: wall, now: now), last: seq, silence: state.log.age(at: now),
        problem: state.log.problem?.sentence)
      state.beat = ByteBuffer(
        string: "event: heartbeat\ndata: \(line)\n\n")
      cut = state.viewers.values.filter { now - ($0.writingSince ?? now) > Self.patience }
      return true
    }
    cut.forEach { $0.close() }
  }

  /// Ends all streams: each gets what is left, and then its end.
  package func end() {
    change { state in
      state.hasEnded = true
      return true
    }
  }

  /// Cuts off whoever is still there.
  package func cutAll() {
    state.withLock { Array($0.viewers.values) }.forEach { $0.close() }
  }

  /// Whether ``end()`` was called.
  package var hasEnded: Bool { state.withLock { $0.hasEnded } }

  // MARK: Viewers

  /// A viewer comes.
  ///
  /// - Parameter close: cuts its connection.
  /// - Returns: what it is known by here; nil where there are too many, or it is all over.
  package func enter(close: @escaping @Sendable () -> Void) -> Int? {
    let viewer: Int? = state.withLock { state in
      guard state.viewers.count < places, !state.hasEnded else { return nil }
      state.lastViewer += 1
      state.viewers[state.lastViewer] = Viewer(close: close)
      note(state)
      return state.lastViewer
    }
    if viewer != nil { onChange() }
    return viewer
  }

  /// A viewer is gone. Once more does no harm.
  package func leave(_ viewer: Int) {
    let wasThere = state.withLock { state in
      defer { note(state) }
      return state.viewers.removeValue(forKey: viewer) != nil
    }
    if wasThere { onChange() }
  }

  /// Takes note that a viewer is being written to, or that it has taken what it was given.
  package func note(_ viewer: Int, isWriting: Bool) {
    state.withLock { $0.viewers[viewer]?.writingSince = isWriting ? $0.now : nil }
  }

  /// How many viewers have not taken yet what they were given.
  package var busyViewers: Int { state.withLock { $0.viewers.values.count { $0.writingSince != nil } } }

  /// How many viewers there are.
  package var viewerCount: Int { notice.withLock { $0.viewers } }

  // MARK: Inside

  /// Takes note of what a console shows; the state is locked.
  private func note(_ state: State) {
    notice.withLock { $0 = Notice(viewers: state.viewers.count, problem: state.log.problem) }
  }

  /// Does something while nobody else gets at the log.
  package func whileLocked<Result: Sendable>(_ work: () -> Result) -> Result { read { _ in work() } }

  /// Looks at the state, which nobody changes meanwhile.
  func read<Result: Sendable>(_ look: (inout State) -> Result) -> Result {
    state.withLock { look(&$0) }
  }

  /// Waits until something happened, unless a look says that there is no need to.
  func wait(unless isReady: (State) -> Bool) async {
    await withCheckedContinuation { continuation in
      let ready = state.withLock { state in
        let ready = isReady(state)
        if !ready { state.waiting.append(continuation) }
        return ready
      }
      if ready { continuation.resume() }
    }
  }

  /// Changes the state and, where that is news, wakes whoever waits.
  private func change(_ body: (inout State) -> Bool) {
    let woken = state.withLock { state -> [CheckedContinuation<Void, Never>] in
      guard body(&state) else { return [] }
      defer { state.waiting = [] }
      return state.waiting
    }
    woken.forEach { $0.resume() }
  }
}
