import ArgumentParser
import BoardRuntime
import CellGrid
import CursesScreen
import Glibc
import RaceLog
import Scoreboard

/// Plays a recording on the terminal.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Play a recorded race on the board.")

  @OptionGroup var source: LogOptions
  @OptionGroup var board: BoardChoices
  @OptionGroup var cup: CupChoices

  @Option(help: "How fast: 1/8, 1/4, 1/2, 1, 2, 4, 8, 16, 32 or 64.")
  var speed = "1"
  @Option(help: "Where to start: '#42' (a seq), 12:31 (time since the start) or an RFC 3339 moment.")
  var start: String?
  @Flag(help: "No colours. Also with NO_COLOR in the environment.")
  var noColor = false

  mutating func run() throws {
    try orExit {
      guard let rung = Transport.rung(speed) else { throw UsageError.badSpeed(speed) }
      let point = try start.map(PlaybackPoint.init(argument:))
      let recording = try source.recording()
      let offset = point?.offset(in: recording.log) ?? recording.firstMoment
      let options = try board.options(cup)
      try Self.play(
        recording, offset: offset, rung: rung, options: options, ascii: board.ascii, noColor: noColor
      ).orExit()
    }
  }

  /// The terminal lives in this function only, so that it is given back before anything is printed.
  private static func play(
    _ recording: Recording, offset: Int64, rung: Int, options: BoardOptions, ascii: Bool, noColor: Bool
  ) throws -> BoardLoop.Ending {
    var terminal = try CursesTerminal(noColor: noColor, ascii: ascii)
    var session = ReplaySession(
      recording, at: offset, rung: rung, options: options, themes: terminal.themes, now: terminal.now)
    return BoardLoop.run(&session, on: &terminal)
  }
}
