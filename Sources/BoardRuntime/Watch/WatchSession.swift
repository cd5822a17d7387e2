package import CellGrid
package import Feeds
import FoundationEssentials
import RaceLog
package import Scoreboard

/// A log that somebody else writes, on a screen here: its newest state, some time behind it, or anything that was
/// recorded since it was opened, on the screen that the operator chose until somebody here picks another.
package struct WatchSession: BoardSession {
  /// The log as it has come.
  package var live: LiveLog { followed.live }
  /// What is shown and compared.
  package var options: BoardOptions { viewing.options }
  /// The screen.
  package var screen: ScreenChoice { viewing.screen }
  /// How it looks.
  package var theme: Theme { viewing.theme }
  /// What tells that something is worth asking.
  package var watched: [CInt] { [source.descriptor] + [keeper?.descriptor].compactMap(\.self) }

  let source: any LogSource
  let keeper: LogKeeper?
  private(set) var followed: FollowedLog
  /// Where in the log the board is.
  var transport: LiveTransport
  /// What the board showed before.
  private var past = PastMeets()
  var viewing: Viewing
  /// Moments to go back to; the greatest of all is live.
  var before: [Int64] = []
  /// Whether a screen was picked here.
  var isOwnChoice = false
  private let race: String?

  /// Somebody who watches a log.
  ///
  /// - Parameters:
  ///   - keeper: keeps what comes; nil where nobody asked for that.
  ///   - race: the race to stay with; nil follows the operator, and the ice.
  ///   - delay: how far behind the newest to stay, 1/10 000 s.
  ///   - wall: the wall clock, 1/10 000 s since 1970.
  ///   - now: the machine's clock at that moment, 1/10 000 s from anywhere.
  package init(
    _ source: any LogSource, keeper: LogKeeper? = nil, race: String? = nil, delay: Int64 = 0,
    options: BoardOptions = BoardOptions(), themes: [Theme], wall: Int64, now: Int64
  ) {
    self.source = source
    self.keeper = keeper
    self.race = race
    followed = FollowedLog(file: source.name, clock: LogClock(wall: wall, now: now))
    transport = LiveTransport(delay: delay)
    viewing = Viewing(keys: .watch, options: options, themes: themes)
    viewing.options.race = race
  }

  /// Takes in what the source has now, at most so much that keys stay alive.
  package mutating func read(now: Int64) {
    let known = (live.errors, followed.generation)
    do throws(FeedProblem) {
      let news = try source.read()
      followed.take(news, isComplete: source.hasCaughtUp, now: now)
    } catch { followed.fail(error) }
    if followed.generation != known.1 {
      past = PastMeets()
      before = []
      transport.follow()
      viewing.say("another log is here now", now: now, for: 60_000)
    }
    if live.errors > known.0 { viewing.sayErrors(live.errors, now: now) }
    if let keeper, let notice = keeper.keep(followed) { viewing.say(notice, now: now, for: 60_000) }
    followOperator(shown(now: now).meet)
  }

  /// What the board shows now: a state of the meet, and the moment on the log's clock.
  package mutating func shown(now: Int64) -> (meet: Meet, moment: Int64) {
    let edge = followed.moment(at: now)
    transport.settle(edge: edge, now: now)
    if isNewest(now: now) { return (live.meet, edge) }
    let start = live.log.start?.ticks ?? 0
    let moment = max(transport.moment(edge: edge, now: now), start)
    return (past.meet(after: live.log.eventCount(at: moment - start), of: live.log), moment)
  }

  /// Whether the newest is shown as it comes. What ended long ago has no picture to wait for.
  func isNewest(now: Int64) -> Bool {
    transport.isLive && (transport.delay == 0 || followed.stands(at: now))
  }

  /// Shows what the operator chose, where nobody here chose otherwise.
  mutating func followOperator(_ meet: Meet) {
    let choice = meet.boardChoice(in: live.log)
    if race == nil { viewing.options.race = choice?.race }
    guard !isOwnChoice else { return }
    viewing.follow(ScreenChoice(public: choice))
  }
}
