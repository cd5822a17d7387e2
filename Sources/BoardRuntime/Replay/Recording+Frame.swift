import BoardView
package import CellGrid
package import Scoreboard

extension Recording {
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
