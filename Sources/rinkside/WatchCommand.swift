import ArgumentParser
import BoardRuntime
import Broker
import CellGrid
import CursesScreen
import Feeds
import RaceLog
import Scoreboard

/// Follows a log that grows on the terminal: the public's screen.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Show a log live, while somebody else writes it.")

  @Argument(
    help:
      "A journal, or any race log (.ndjson) that grows and need not exist yet; nats://HOST/LOG for a broker's."
  )
  var log: String
  @Option(help: "Stay with the race of this id.")
  var race: String?
  @OptionGroup var access: BrokerAccess
  @OptionGroup var board: BoardChoices
  @Flag(help: "No colours. Also with NO_COLOR in the environment.")
  var noColor = false

  func validate() throws {
    guard log != "-" else { throw ValidationError("watch follows a file by its name, not standard input.") }
  }

  mutating func run() throws {
    try orExit {
      try Self.watch(source(), race: race, board: board, noColor: noColor).orExit()
    }
  }

  /// What is watched. What can never be a log is said here and not on the board.
  private func source() throws -> any LogSource {
    if BrokerAddress.isMeant(by: log) { return try access.log(log) }
    _ = try FileFollower(log, syncs: false).read()
    return FileFollower(log, syncs: true)
  }

  /// The terminal lives in this function only, so that it is given back before anything is printed.
  private static func watch(
    _ source: any LogSource, race: String?, board: BoardChoices, noColor: Bool
  ) throws -> BoardLoop.Ending {
    var terminal = try CursesTerminal(noColor: noColor, ascii: board.ascii)
    let machine = MachineClock()
    var session = WatchSession(
      source, race: race, options: board.options, themes: terminal.themes,
      wall: machine.wall.ticks, now: machine.stamp.ticks)
    return BoardLoop.run(&session, on: &terminal)
  }
}
