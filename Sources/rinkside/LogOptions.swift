import ArgumentParser
import BoardRuntime
import RaceLog
import Scoreboard

extension ScreenChoice: ExpressibleByArgument {}
extension ComparisonChoice: ExpressibleByArgument {}

/// Which log, and which race of it.
struct LogOptions: ParsableArguments {
  @Argument(help: "A race log (.ndjson); - reads standard input. Left out: the Beijing 1000 m.")
  var log: String?
  @Option(help: "Stay with the race of this id.")
  var race: String?

  /// The log, read and folded.
  func recording() throws -> Recording {
    let file = try log ?? RecordingFinder.demo()
    let log = try LogFile.open(file)
    guard !log.events.isEmpty else { throw UsageError.noEvents(file) }
    if let race, !log.races.contains(race) {
      throw UsageError.unknownRace(race, file: file, known: log.races)
    }
    return Recording(log, race: race)
  }

  /// Says that lines of the log were left out, so that nobody takes what was printed for all there is.
  func complainOfErrors(in recording: Recording) {
    let errors = recording.checkpoints.errorCount
    guard errors > 0 else { return }
    let file = recording.log.file
    let lists = "rinkside check \(log ?? file) lists \(errors == 1 ? "it" : "them")"
    Output.complain("\(file): \(Output.count(errors, "error")); \(lists).")
  }
}

extension PlaybackPoint {
  /// Reads the value of an option.
  init(argument: String) throws(UsageError) {
    guard let point = PlaybackPoint(argument) else { throw .badPoint(argument) }
    self = point
  }
}

/// How a board looks.
struct BoardChoices: ParsableArguments {
  @Option(
    help:
      "What deltas are measured against: \(ComparisonChoice.allCases.map(\.rawValue).joined(separator: ", "))."
  )
  var compare = ComparisonChoice.leader
  @Option(help: "Seconds that a split may be late before the live delta says so.")
  var grace = 1.0
  @Flag(help: "ASCII characters only.")
  var ascii = false

  func validate() throws {
    guard (0...60).contains(grace) else { throw ValidationError("--grace takes 0 to 60 seconds.") }
  }

  /// What a board shows.
  ///
  /// - Throws: what of a cup cannot be read.
  func options(_ cup: CupChoices) throws -> BoardOptions {
    var options = BoardOptions()
    options.cup = try cup.options()
    options.comparison = compare
    options.limits.grace = Int64((grace * 10_000).rounded())
    return options
  }
}
