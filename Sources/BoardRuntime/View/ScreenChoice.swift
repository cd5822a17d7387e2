package import BoardView
import LongTrack
package import RaceLog
package import Scoreboard

/// Which screen is shown.
package enum ScreenChoice: String, CaseIterable, Hashable, Sendable {
  /// The heat on the ice above the standings.
  case race
  /// The standings with all splits.
  case standings
  /// Who starts where.
  case start
  /// The deltas of the heat over the distance.
  case plot
  /// Every event with its state.
  case log
  /// Three facts about each skater, as large as fits.
  case big
  /// The ranking of the cup, as if the race ended now.
  case cup

  /// The screen that an operator chose for the public; the race where nothing was chosen, and for the log, which is
  /// the operator's own.
  package init(public choice: BoardChoice?) {
    let screen = choice?.screen.flatMap(ScreenChoice.init) ?? .race
    self = screen == .log ? .race : screen
  }
}

extension FrameContent {
  /// What a screen shows of a meet at a moment.
  ///
  /// - Parameters:
  ///   - log: the log that the meet is folded from.
  ///   - now: the moment on the log's clock, 1/10 000 s since 1970.
  ///   - rows: rows of the screen, which say how much of the log is read.
  ///   - competitor: the only skater of the big board; nil for everybody on the ice.
  package init(
    _ screen: ScreenChoice, of meet: Meet, log: EventLog, now: Int64, options: BoardOptions, rows: Int,
    competitor: String? = nil
  ) {
    self =
      switch screen {
      case .race: .race(BoardState(meet, log: log, now: now, options: options))
      case .standings: .standings(BoardState(meet, log: log, now: now, options: options))
      case .start: .startList(StartListState(meet, log: log, race: options.race))
      case .cup: .cup(CupState(meet, log: log, options: options))
      case .plot: .plot(PlotState(meet, log: log, options: options))
      case .big:
        .big(BigBoardState(meet, log: log, now: now, options: options, competitor: competitor))
      case .log: .log(LogState(meet, log: log, count: rows))
      }
  }
}
