package import BoardView
package import CellGrid
import LongTrack
import RaceLog
package import Scoreboard

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
    return FrameContent(
      screen, of: meet(after: count), log: log, now: moment(offset), options: options, rows: rows)
  }

  /// The transport as the last line shows it.
  package func playback(_ offset: Int64, speed: String, isPaused: Bool, heats: [Int64]) -> Footer.Playback {
    let length = max(Double(log.duration), 1)
    return Footer.Playback(
      isPaused: isPaused, speed: speed, position: ClockText.elapsed(offset),
      length: ClockText.elapsed(log.duration),
      fraction: Double(offset) / length, heats: heats.map { Double($0) / length })
  }

  /// A whole frame, without anybody at the keys.
  package mutating func frame(
    _ screen: ScreenChoice, after count: Int, at offset: Int64, options: BoardOptions, size: GridSize,
    isASCII: Bool
  ) -> CellGrid {
    let content = content(screen, after: count, at: offset, options: options, rows: size.rows)
    let heats = heats
    let footer = Footer(playback: playback(offset, speed: "1×", isPaused: true, heats: heats))
    let grid = BoardFrame.draw(content, footer: footer, size: size)
    return isASCII ? grid.asASCII() : grid
  }
}
