import ArgumentParser

/// The program: a live race scoreboard for long-track speed skating.
@main
struct Rinkside: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rinkside",
    abstract: "A live race scoreboard for long-track speed skating.",
    discussion:
      "Exit status: 0 done; 1 notices only (check); 2 errors in a log, or a command that cannot be done; 64 wrong usage.",
    version: "0.1.0",
    subcommands: [
      ReplayCommand.self, OperateProgram.self, WatchCommand.self, ServeCommand.self, ResultsCommand.self,
      CheckCommand.self,
      RenderCommand.self, StartListCommand.self, StandingsCommand.self,
    ])

  /// Runs the command that the arguments name. The library's own way to end would repeat arguments as they came,
  /// with whatever they hold for the terminal.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      guard !message.isEmpty else { exit(withError: code) }
      if code.isSuccess {
        exit(withError: Output.ending { try Output.print(message) })
      }
      Output.sayWrongUsage(message)
      exit(withError: code)
    }
  }
}
