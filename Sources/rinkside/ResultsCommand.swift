import ArgumentParser
import BoardRuntime
import BoardView
import RaceLog
import Scoreboard

/// Prints the results of a log.
struct ResultsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "results", abstract: "Print the results of a log as text, CSV or JSON.")

  /// How results are written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, csv, json
  }

  @OptionGroup var source: LogOptions
  @Option(help: "How the results are written.")
  var format = Format.text
  @Option(help: "As of a moment: #42 (a seq), 12:31 (time since the start) or an RFC 3339 moment.")
  var at: String?

  mutating func run() throws {
    try orExit {
      var recording = try source.recording()
      let count = try at.map { text in
        guard let point = PlaybackPoint(text) else { throw UsageError.badPoint(text) }
        return point.eventCount(in: recording.log)
      }
      let meet = recording.meet(after: count ?? recording.log.events.count)
      let races = meet.races.filter { source.race == nil || $0.id == source.race }
      let tables = races.map { ResultTable($0) }
      switch format {
      case .text: Output.print(tables.map(ResultSheet.text).joined(separator: "\n"), endsLine: false)
      case .csv: Output.print(ResultTable.csv(tables), endsLine: false)
      case .json: Output.print(try ResultTable.json(tables), endsLine: false)
      }
      for notice in tables.flatMap(\.notices) { Output.complain(notice) }
    }
  }
}
