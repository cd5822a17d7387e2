import ArgumentParser
import BoardRuntime
import BoardView
import RaceLog
import Scoreboard

/// Prints the results of a log.
struct ResultsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "results", abstract: "Print the results of a log as text, CSV, JSON or HTML.")

  /// How results are written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, csv, json, html
  }

  @OptionGroup var source: LogOptions
  @Option(help: "How the results are written.")
  var format = Format.text
  @Option(help: "As of a moment: '#42' (a seq), 12:31 (time since the start) or an RFC 3339 moment.")
  var at: String?

  mutating func run() throws {
    try orExit {
      let point = try at.map(PlaybackPoint.init(argument:))
      var recording = try source.recording()
      let count = point?.eventCount(in: recording.log) ?? recording.log.events.count
      let meet = recording.meet(after: count)
      let races = meet.races.filter { source.race == nil || $0.id == source.race }
      let tables = races.map { ResultTable($0) }
      switch format {
      case .text: try Output.print(tables.map(ResultSheet.text).joined(separator: "\n"), endsLine: false)
      case .csv: try Output.print(ResultTable.csv(tables), endsLine: false)
      case .json: try Output.print(ResultTable.json(tables), endsLine: false)
      case .html:
        let moment = count > 0 ? recording.log.events[count - 1].at : nil
        try Output.print(ResultPage(meet, races: races, asOf: moment).html, endsLine: false)
      }
      for notice in tables.flatMap(\.notices) { Output.complain(notice) }
      source.complainOfErrors(in: recording)
    }
  }
}
