import ArgumentParser
import BoardRuntime
import RaceLog
import Scoreboard

extension ResultFormat: ExpressibleByArgument {}

/// Prints the results of a log, or writes them to a file.
struct ResultsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "results", abstract: "Print the results of a log as text, CSV, JSON or HTML.")

  @OptionGroup var source: LogOptions
  @Option(help: "How the results are written.")
  var format = ResultFormat.text
  @Option(help: "As of a moment: '#42' (a seq), 12:31 (time since the start) or an RFC 3339 moment.")
  var at: String?
  @OptionGroup var points: LadderChoice
  @Option(help: "Write them to this file, all at once: nobody ever finds half of it.")
  var output: String?

  mutating func run() throws {
    try orExit {
      let point = try at.map(PlaybackPoint.init(argument:))
      var recording = try source.recording()
      let count = point?.eventCount(in: recording.log) ?? recording.log.events.count
      let meet = recording.meet(after: count)
      let races = meet.races.filter { source.race == nil || $0.id == source.race }
      let moment = count > 0 ? recording.log.events[count - 1].at : nil
      let text = try format.document(meet, races: races, asOf: moment, ladders: points.read())
      if let output {
        try AtomicFile.write(text, to: output)
      } else {
        try Output.print(text, endsLine: false)
      }
      for notice in races.flatMap({ ResultTable($0).notices }) { Output.complain(notice) }
      source.complainOfErrors(in: recording)
    }
  }
}
