import ArgumentParser
import BoardRuntime
import BoardView
import CellGrid
import RaceLog
import Scoreboard

/// Prints one frame as text: the engine of golden tests, bug reports and the README.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Print the board of a moment as text.")

  @OptionGroup var source: LogOptions
  @OptionGroup var board: BoardChoices
  @OptionGroup var cup: CupChoices

  @Option(
    help:
      "The moment: '#42' (a seq), 12:31 (time since the start) or an RFC 3339 moment; the end if left out."
  )
  var at: String?
  @Option(help: "Columns x rows.")
  var size = "80x24"
  @Option(help: "Which screen.")
  var screen = ScreenChoice.race
  @Flag(help: "Add a map of what each cell means.")
  var roles = false

  mutating func run() throws {
    try orExit {
      guard let size = GridSize(size) else { throw UsageError.badSize(self.size) }
      let point = try at.map(PlaybackPoint.init(argument:))
      var recording = try source.recording()
      let offset = point?.offset(in: recording.log) ?? recording.log.duration
      let count = point?.eventCount(in: recording.log) ?? recording.log.events.count
      let grid = try recording.frame(
        screen, after: count, at: offset, options: board.options(cup), size: size, isASCII: board.ascii)
      try Output.print(grid.text(), endsLine: false)
      if roles { try Output.print(grid.roleMap(), endsLine: false) }
      source.complainOfErrors(in: recording)
    }
  }
}
