import ArgumentParser
import Glibc

/// Prints what Rinkside costs, each figure beside the same work with nothing in the way.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rinkside-bench",
    abstract: "Measure Rinkside. Build it and the program with -c release first.")

  @Option(help: "How often each figure is taken.")
  var runs = 20
  @Option(help: "Events of the generated log.")
  var events = 1_000_000
  @Option(help: "The recording that is replayed.")
  var file = "replays/2020-heerenveen-women-1000m.ndjson"
  @Option(help: "Only figures whose part has this name: frame, field, terminal, operate, live, season.")
  var only: String?
  @Option(help: "Viewers of one server.")
  var viewers = 1000
  @Option(help: .hidden)
  var floor: String?
  @Option(help: .hidden)
  var port: UInt16 = 0

  func run() throws {
    switch floor {
    case "start": return try Floor.start(file)
    case "tick": return Floor.tick()
    case "echo": return Floor.echo()
    case "relay": return Forwarding.relay(port: port)
    case "sink": return try Forwarding.sink(port: port)
    case "nats": return try Forwarding.natsSink(port: port)
    case "journal": return try Floor.journal(file, events: events)
    default: break
    }
    let own = CommandLine.arguments[0]
    let folder = own.lastIndex(of: "/").map { String(own[...$0]) } ?? ""
    let parts: [(String, () throws -> [Figure])] = [
      ("frame", { try FrameBench(runs: runs, file: file).run() }),
      ("field", { try FieldBench(runs: runs).run() }),
      (
        "terminal",
        { try TerminalBench(runs: runs, program: folder + "rinkside", file: file, own: own).run() }
      ),
      (
        "operate",
        {
          try OperateBench(
            runs: runs, program: folder + "rinkside", own: own, folder: folder,
            recovered: min(events, 100_000), fed: min(events / 10, 10_000)
          ).run()
        }
      ),
      (
        "live",
        {
          try LiveBench(
            runs: runs, program: folder + "rinkside", own: own, folder: folder, viewers: viewers
          ).run()
        }
      ),
      ("season", { try SeasonBench(runs: runs, events: events).run() }),
    ]
    for (name, part) in parts where only == nil || only == name {
      for figure in try part() { print(figure.line) }
      fflush(nil)
    }
  }
}
