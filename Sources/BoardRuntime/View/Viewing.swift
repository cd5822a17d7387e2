import BoardView
import CellGrid
import CursesScreen
import Scoreboard

/// What somebody in front of a board has chosen and is told, whatever the board shows.
struct Viewing: Sendable {
  /// The keys that work.
  let keys: KeyMap<BoardCommand>
  /// What is shown and compared.
  var options: BoardOptions
  /// The screen.
  private(set) var screen = ScreenChoice.race
  /// How it looks.
  var theme: Theme { themes.theme }
  /// Whether the keys are shown instead of a board.
  var showsHelp: Bool { help.page != nil }

  private var themes: ThemeWheel
  private var help = HelpPages()
  /// Size of the last frame, which says how many pages help has.
  private var size = BoardFrame.smallest
  private var notice: (text: String, until: Int64)?

  /// The usual choices, in the first of some themes.
  init(keys: KeyMap<BoardCommand>, options: BoardOptions, themes: [Theme]) {
    self.keys = keys
    self.options = options
    self.themes = ThemeWheel(themes)
  }

  /// What a key asks for; one without a meaning says so.
  mutating func command(for key: Key, now: Int64) -> BoardCommand? {
    notice = nil
    let command = keys.command(for: key)
    if command == nil { say("no such key here; ? shows the keys", now: now) }
    return command
  }

  /// Does what is asked for, where that is about viewing; nil for the other commands.
  mutating func perform(_ command: BoardCommand, now: Int64) -> SessionOutcome? {
    switch command {
    case .screen(let choice): show(choice)
    case .nextScreen(let forward): show(screen.next(forward: forward))
    case .toggleLive:
      options.showsLive.toggle()
      say("live deltas \(options.showsLive ? "on" : "off")", now: now)
    case .nextTheme:
      themes.turn()
      say("colours: \(theme.name)", now: now)
    case .toggleHelp: help.turn(keys.help, size: size)
    case .back: show(.race)
    case .redraw: return .redraw
    case .quit: return .quit
    default: return nil
    }
    return .draw
  }

  /// Shows a screen, and no keys.
  mutating func show(_ choice: ScreenChoice) {
    help.hide()
    screen = choice
  }

  /// Goes to the screen that somebody else chose; the keys stay where they are shown.
  mutating func follow(_ choice: ScreenChoice) { screen = choice }

  /// Takes the next comparison that has a value.
  mutating func compare(forward: Bool, among known: [ComparisonChoice], now: Int64) {
    let all = ComparisonChoice.allCases
    let start = all.firstIndex(of: options.comparison) ?? 0
    let order = (1...all.count).map { all[(start + (forward ? $0 : all.count - $0)) % all.count] }
    guard let next = order.first(where: known.contains), next != options.comparison else {
      return say("nothing else to compare with yet", now: now)
    }
    options.comparison = next
    say("compared with: \(next.label)", now: now)
  }

  /// Says something in the footer, for 2 s unless told otherwise.
  mutating func say(_ text: String, now: Int64, for ticks: Int64 = 20_000) {
    notice = (text, now + ticks)
  }

  /// Says for 5 s that lines of the log were left out; nothing where none were.
  mutating func sayErrors(_ count: Int, now: Int64) {
    guard count > 0 else { return }
    say("\(count) \(count == 1 ? "error" : "errors") in this log: rinkside check", now: now, for: 50_000)
  }

  /// When what is said goes away; nil where nothing is said.
  var noticeEnd: Int64? { notice?.until }

  /// A frame of some content, dimmed where it is stale; of the keys where there is none.
  mutating func frame(
    _ size: GridSize, now: Int64, playback: Footer.Playback? = nil, status: Footer.Status? = nil,
    content: FrameContent?, isStale: Bool = false
  ) -> CellGrid {
    self.size = size
    let said = notice.flatMap { $0.until > now ? $0.text : nil }
    let footer = Footer(playback: playback, status: status, hints: keys.hints, notice: said)
    let shown = content ?? .help(keys.help, page: help.page ?? 0)
    return BoardFrame.draw(shown, footer: footer, size: size, isStale: isStale && content != nil)
  }
}
