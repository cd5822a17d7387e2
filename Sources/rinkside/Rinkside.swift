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
    subcommands: [ReplayCommand.self, ResultsCommand.self, CheckCommand.self, RenderCommand.self])
}
