import ArgumentParser
import BoardRuntime
import RaceLog
import Scoreboard

/// Says everything that is wrong with a log, or worth knowing about it.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Print every error and notice of a log; exit 0 if there are none, 1 for notices only, 2 for errors.")

  @Argument(help: "A race log (.ndjson); - reads standard input.")
  var log: String

  mutating func run() throws {
    try orExit {
      let log = try LogFile.open(log)
      let issues = Checkpoints(log).allIssues
      for issue in issues {
        let kind = issue.isNotice ? "notice" : "error"
        try Output.printLine("\(log.file):\(issue.line): \(kind): \(issue.sentence)")
      }
      let errors = issues.count { !$0.isNotice }
      let notices = issues.count - errors
      let counts = [
        Output.count(log.events.count, "event"), Output.count(errors, "error"),
        Output.count(notices, "notice"),
      ]
      try Output.printLine("\(log.file): \(counts.joined(separator: ", "))")
      if errors > 0 || log.events.isEmpty { throw ExitCode(2) }
      if notices > 0 { throw ExitCode(1) }
    }
  }
}
