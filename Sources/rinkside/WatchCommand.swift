import ArgumentParser
import BoardRuntime
import Broker
import CellGrid
import CursesScreen
import Feeds
import Following
import Glibc
import Journal
import RaceLog
import Scoreboard

/// Follows a log that grows on the terminal: the public's screen.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Show a log live, while somebody else writes it.")

  @Argument(
    help:
      "A journal, or any race log (.ndjson) that grows and need not exist yet; http(s)://HOST:PORT of `rinkside serve`; nats://HOST/LOG of a broker; - for standard input."
  )
  var log: String
  @Option(help: "Stay with the race of this id.")
  var race: String?
  @Option(help: "Stay so many seconds behind, to match a picture that is late: 3.5.")
  var delay = "0"
  @Option(help: "Keep the log in this file.")
  var record: String?
  @Option(help: "Trust the certificates in this PEM file, for https.")
  var ca: String?
  @OptionGroup var access: BrokerAccess
  @OptionGroup var board: BoardChoices
  @OptionGroup var cup: CupChoices
  @Flag(help: "No colours. Also with NO_COLOR in the environment.")
  var noColor = false

  mutating func run() throws {
    try orExit {
      guard let delay = LiveTransport.delay(delay) else { throw UsageError.badDelay(delay) }
      let source = try source()
      if let record, Self.isSameFile(record, log) { throw UsageError.recordsItself(record) }
      let keeper = try record.map { try LogKeeper($0) }
      let options = try board.options(cup)
      let ending = try Self.watch(source, keeper: keeper, delay: delay, options: options, command: self)
      if let lost = keeper?.close() {
        Output.complain(lost)
        throw ExitCode(2)
      }
      try ending.orExit()
    }
  }

  /// What is watched. What can never be a log is said here and not on the board.
  private func source() throws -> any LogSource {
    switch try LogAddress(log) {
    case .standardInput: return try PipeLog()
    case .http(let address): return try HTTPLog(address, authority: ca)
    case .nats(let address): return try access.log(address)
    case .file(let path):
      _ = try FileFollower(path, syncs: false).read()
      return FileFollower(path, syncs: true)
    }
  }

  private static func isSameFile(_ one: String, _ other: String) -> Bool {
    var facts = (stat(), stat())
    guard unsafe stat(one, &facts.0) == 0, unsafe stat(other, &facts.1) == 0 else { return one == other }
    return facts.0.st_ino == facts.1.st_ino && facts.0.st_dev == facts.1.st_dev
  }

  /// The terminal lives in this function only, so that it is given back before anything is printed.
  private static func watch(
    _ source: any LogSource, keeper: LogKeeper?, delay: Int64, options: BoardOptions, command: WatchCommand
  ) throws -> BoardLoop.Ending {
    var terminal = try CursesTerminal(noColor: command.noColor, ascii: command.board.ascii)
    let machine = MachineClock()
    var session = WatchSession(
      source, keeper: keeper, race: command.race, delay: delay, options: options,
      themes: terminal.themes, wall: machine.wall.ticks, now: machine.stamp.ticks)
    return BoardLoop.run(&session, on: &terminal)
  }
}
