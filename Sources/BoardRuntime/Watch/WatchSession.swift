package import CellGrid
package import CursesScreen
import Feeds
import FoundationEssentials
import RaceLog
package import Scoreboard

/// A log that somebody else writes, on a public screen: its newest state, on the screen that the operator
/// chose, until somebody here picks another.
package struct WatchSession: BoardSession {
  /// The log as it is shown.
  package private(set) var live: LiveLog
  /// What is shown and compared.
  package var options: BoardOptions { viewing.options }
  /// The screen.
  package var screen: ScreenChoice { viewing.screen }
  /// How it looks.
  package var theme: Theme { viewing.theme }
  /// What tells that the file is worth asking.
  package var watched: [CInt] { [file.descriptor] }

  let file: any GrowingFile
  var clock: LogClock
  var viewing: Viewing
  /// A log that was written anew, until it is read to its end: what is shown stays that long.
  private var next: LiveLog?
  var isMissing = true
  /// When the file was last changed.
  private var modified: Int64 = 0
  /// Whether all that was there has been read, so that what comes now comes live.
  private var hasCaughtUp = false
  var problem: FeedProblem?
  /// Whether a screen was picked here.
  var isOwnChoice = false
  private let race: String?

  /// Somebody who watches a file.
  ///
  /// - Parameters:
  ///   - race: the race to stay with; nil follows the operator, and the ice.
  ///   - wall: the wall clock, 1/10 000 s since 1970.
  ///   - now: the machine's clock at that moment, 1/10 000 s from anywhere.
  package init(
    _ file: any GrowingFile, race: String? = nil, options: BoardOptions = BoardOptions(), themes: [Theme],
    wall: Int64, now: Int64
  ) {
    self.file = file
    self.race = race
    live = LiveLog(file: file.path)
    clock = LogClock(wall: wall, now: now)
    viewing = Viewing(keys: .watch, options: options, themes: themes)
    viewing.options.race = race
  }

  /// Takes in what the file has now, at most so much that keys stay alive.
  package mutating func read(now: Int64) {
    do throws(FeedProblem) {
      let news = try file.read()
      problem = nil
      isMissing = news == .missing
      switch news {
      case .missing, .nothing:
        // A whole second is a sign of life; anything else a write, perhaps one that failed and was cut off again.
        if hasCaughtUp, file.modified != modified, file.modified % 1_000_000_000 == 0 { clock.hear(now: now) }
        catchUp(now: now)
      case .bytes(let bytes): take(bytes, now: now)
      case .replaced:
        next = LiveLog(file: file.path)
        hasCaughtUp = false
        clock.startOver()
      }
      modified = file.modified
    } catch {
      problem = error
    }
  }

  private mutating func take(_ bytes: Data, now: Int64) {
    let before = live.errors
    let events = next?.take(bytes) ?? live.take(bytes)
    let log = next?.log ?? live.log
    for index in events { clock.take(at: log.events[index].at.ticks, isLive: hasCaughtUp, now: now) }
    if hasCaughtUp { clock.hear(now: now) }
    if !file.hasMore { catchUp(now: now) }
    if live.errors > before { viewing.sayErrors(live.errors, now: now) }
    followOperator()
  }

  private mutating func catchUp(now: Int64) {
    hasCaughtUp = true
    guard let next else { return }
    live = next
    self.next = nil
    viewing.sayErrors(live.errors, now: now)
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
