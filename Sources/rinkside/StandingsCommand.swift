import ArgumentParser
import BoardRuntime
import RaceLog
import Scoreboard

/// Prints the ranking of cups, summed over any number of logs.
struct StandingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "standings",
    abstract: "Sum the World Cup points of any number of logs into rankings.",
    discussion:
      "A race that is not confirmed counts as if it ended now, and shows who moves up or down by it.")

  @Argument(help: "Race logs (.ndjson), in the order in which they were skated.")
  var logs: [String]
  @Option(help: "Only the cup of this name.")
  var cup: String?
  @OptionGroup var points: LadderChoice
  @Option(
    help:
      "Who of equal ones comes first: nobody (shared), the better one in the last race (last), or who has more wins (wins)."
  )
  var tieBreak = CupTieBreak.shared
  @Option(
    help: "As of a moment of the last log: '#42' (a seq), 12:31 (time since the start) or an RFC 3339 moment."
  )
  var at: String?
  @Option(help: "How the rankings are written.")
  var format = CupFormat.text
  @Option(help: "Write them to this file, all at once: nobody ever finds half of it.")
  var output: String?

  mutating func run() throws {
    try orExit {
      let point = try at.map(PlaybackPoint.init(argument:))
      let (races, errors) = try CupLogs.races(logs, ladders: points.read(), at: point)
      let known = races.reduce(into: [String]()) { names, race in
        if !names.contains(race.cup) { names.append(race.cup) }
      }
      let wanted = cup.map { name in known.filter { $0.lowercased() == name.lowercased() } } ?? known
      guard !wanted.isEmpty else { throw UsageError.noCup(cup, known: known) }
      let tables = wanted.map { CupTable($0, races: races, tieBreak: tieBreak) }
      let text = try format.document(tables)
      if let output {
        try AtomicFile.write(text, to: output)
      } else {
        try Output.print(text, endsLine: false)
      }
      for table in tables {
        for notice in table.notices { Output.complain("\(table.cup): \(notice)") }
      }
      Output.complain(ofErrors: errors)
    }
  }
}
