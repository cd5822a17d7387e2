import ArgumentParser
import BoardRuntime
import LongTrack
import RaceLog
import Scoreboard

extension CupTieBreak: ExpressibleByArgument {}
extension CupFormat: ExpressibleByArgument {}

/// What ranks are worth.
struct LadderChoice: ParsableArguments {
  @Option(help: "A file of points ladders (JSON) that come before the built-in ones.")
  var ladders: String?

  /// The ladders, read.
  func read() throws -> PointsLadders { try ladders.map(LadderFile.read) ?? PointsLadders() }
}

/// What a cup is made of besides the log that is shown.
struct CupChoices: ParsableArguments {
  @OptionGroup var points: LadderChoice
  @Option(help: "A log of an earlier meet, whose races are in the cup, too. Once for each.")
  var earlier: [String] = []
  @Option(
    help:
      "Who of equal ones in a cup comes first: nobody (shared), the better one in the last race (last), or who has more wins (wins)."
  )
  var tieBreak = CupTieBreak.shared

  /// All of it, with the earlier logs read.
  func options() throws -> CupOptions {
    var options = CupOptions()
    options.ladders = try points.read()
    options.tieBreak = tieBreak
    let (races, errors) = try CupLogs.races(earlier, ladders: options.ladders)
    options.earlier = races
    Output.complain(ofErrors: errors)
    return options
  }
}
