package import BoardView
import CellGrid
import LongTrack
import RaceLog
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
}

extension Recording {
  /// What a screen shows after so many events, at a moment.
  ///
  /// - Parameters:
  ///   - offset: the moment, 1/10 000 s since the log's start.
  ///   - rows: rows of the screen, which say how much of the log is read.
  package mutating func content(
    _ screen: ScreenChoice, after count: Int, at offset: Int64, options: BoardOptions, rows: Int
  ) -> FrameContent {
    var options = options
    options.race = options.race ?? race
    let meet = meet(after: count)
    let now = moment(offset)
    return switch screen {
    case .race: .race(BoardState(meet, log: log, now: now, options: options))
    case .standings: .standings(BoardState(meet, log: log, now: now, options: options))
    case .start: .startList(StartListState(meet, log: log, race: options.race))
    case .plot: .plot(PlotState(meet, log: log, options: options))
    case .big: .big(BigBoardState(meet, log: log, now: now, options: options))
    case .log: .log(LogState(meet, log: log, count: rows))
    }
  }

  /// The transport as the last line shows it.
  package func playback(_ offset: Int64, speed: String, isPaused: Bool, heats: [Int64]) -> Footer.Playback {
    let length = max(Double(log.duration), 1)
    return Footer.Playback(
      isPaused: isPaused, speed: speed, position: ClockText.elapsed(offset),
      length: ClockText.elapsed(log.duration),
      fraction: Double(offset) / length, heats: heats.map { Double($0) / length })
  }
}
