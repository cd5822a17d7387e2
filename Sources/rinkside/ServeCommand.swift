import ArgumentParser
import BoardRuntime
import Feeds
import Serving

/// Serves a log that grows to viewers elsewhere.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serve a log over HTTP, while somebody else writes it.",
    discussion: "Ends on Ctrl-C or SIGTERM.")

  @Argument(help: "A journal, or any race log (.ndjson) that grows. It need not exist yet.")
  var log: String
  @Option(help: "Where to listen: HOST:PORT; port 0 is any that is free. Beyond 127.0.0.1 anybody can read.")
  var listen = "127.0.0.1:7400"
  @OptionGroup var serving: ServeOptions
  @OptionGroup var cup: CupChoices

  func validate() throws {
    guard log != "-" else { throw ValidationError("serve follows a file by its name, not standard input.") }
    _ = try ServeOptions.address(listen, option: "--listen")
  }

  mutating func run() throws {
    try orExit {
      var options = try serving.at(ServeOptions.address(listen, option: "--listen"))
      options.cup = try cup.options()
      try ServeLoop.run(log, options) { place in
        Output.complain("serving \(log) on \(options.scheme)://\(place.text)")
        if let notice = options.notice { Output.complain(notice) }
      }
    }
  }
}
