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
  @Option(help: "How many viewers there may be at a time.")
  var viewers = 1000

  func validate() throws {
    guard log != "-" else { throw ValidationError("serve follows a file by its name, not standard input.") }
    guard ListenAddress(listen) != nil else {
      throw ValidationError("--listen takes HOST:PORT, like 127.0.0.1:7400 or [::1]:7400.")
    }
    guard (1...100_000).contains(viewers) else { throw ValidationError("--viewers takes 1 to 100000.") }
  }

  mutating func run() throws {
    let log = log
    try orExit {
      guard let address = ListenAddress(listen) else { return }
      try ServeLoop.run(log, on: address, viewers: viewers) { place in
        Output.complain("serving \(log) on http://\(place.text)")
      }
    }
  }
}
