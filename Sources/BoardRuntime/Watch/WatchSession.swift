package import CellGrid
package import CursesScreen
package import Feeds
import FoundationEssentials
import RaceLog
package import Scoreboard

/// A log that somebody else writes, on a public screen: its newest state, on the screen that the operator
/// chose, until somebody here picks another.
package struct WatchSession: BoardSession {
  /// The log as it is shown.
  package var live: LiveLog { followed.live }
  /// What is shown and compared.
  package var options: BoardOptions { viewing.options }
  /// The screen.
  package var screen: ScreenChoice { viewing.screen }
  /// How it looks.
  package var theme: Theme { viewing.theme }
  /// What tells that the source is worth asking.
  package var watched: [CInt] { [source.descriptor] }

  let source: any LogSource
  private(set) var followed: FollowedLog
  var viewing: Viewing
  /// Whether a screen was picked here.
  var isOwnChoice = false
  private let race: String?

  /// Somebody who watches a log.
  ///
  /// - Parameters:
  ///   - race: the race to stay with; nil follows the operator, and the ice.
  ///   - wall: the wall clock, 1/10 000 s since 1970.
  ///   - now: the machine's clock at that moment, 1/10 000 s from anywhere.
  package init(
    _ source: any LogSource, race: String? = nil, options: BoardOptions = BoardOptions(), themes: [Theme],
    wall: Int64, now: Int64
  ) {
    self.source = source
    self.race = race
    followed = FollowedLog(file: source.name, clock: LogClock(wall: wall, now: now))
    viewing = Viewing(keys: .watch, options: options, themes: themes)
    viewing.options.race = race
  }

  /// Takes in what the source has now, at most so much that keys stay alive.
  package mutating func read(now: Int64) {
    let before = (live.errors, followed.generation)
    do throws(FeedProblem) {
      let news = try source.read()
      followed.take(news, isComplete: source.hasCaughtUp, now: now)
    } catch { followed.fail(error) }
    if (live.errors, followed.generation) != before { viewing.sayErrors(live.errors, now: now) }
    followOperator()
  }

  /// Shows what the operator chose, where nobody here chose otherwise.
  private mutating func followOperator() {
    let choice = live.meet.boardChoice(in: live.log)
    if race == nil { viewing.options.race = choice?.race }
    guard !isOwnChoice else { return }
    viewing.follow(ScreenChoice(public: choice))
  }

  /// Does what a key asks for; a key without a meaning says so.
  package mutating func press(_ key: Key, now: Int64) -> SessionOutcome {
    guard let command = viewing.command(for: key, now: now) else { return .draw }
    switch command {
    case .comparison(let forward):
      let known = live.meet.comparisons(in: live.log, race: options.race)
      viewing.compare(forward: forward, among: known, now: now)
      return .draw
    case .back:
      let hidHelp = viewing.showsHelp
      viewing.show(screen)
      if !hidHelp, isOwnChoice {
        isOwnChoice = false
        viewing.say("the operator's choice", now: now)
      }
      followOperator()
      return .draw
    case .screen, .nextScreen: isOwnChoice = true
    default: break
    }
    return viewing.perform(command, now: now) ?? .draw
  }
}
